"""What a bibliography's reader brings: one entry as facts, or why it cannot be kept."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from factcheck.errors import InvalidError
from factcheck.rules.citations import SourceFacts, SourceKind, check_source, check_url
from factcheck.rules.sources import DETAILS, SourceDetails, check_date

_PLAIN = ("title", "url", "author", "publisher", "issued")
_DATES = ("issued", "accessed")
_TAGS = re.compile(r"</?(?:i|b|sc|sup|sub)>|<span class=\"nocase\">|</span>")
_NO_CHARACTER = ("Cc", "Cs")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file.

    Attributes:
        name: what it is called, for the person who imports it.
        facts: what can be kept of it, or None.
        refused: why nothing can, in words, or "".
        left_out: the file's names of what is not kept.
    """

    name: str
    facts: SourceFacts | None
    refused: str = ""
    left_out: tuple[str, ...] = ()


def entry(
    kind: SourceKind, said: Mapping[str, str], left_out: Iterable[str] = ()
) -> Entry:
    """Make an entry of what a file says, as far as that is sound.

    A date that is none, and an address that leads nowhere on the web, are told in the
    note; whatever else is unsound refuses the entry.

    Args:
        kind: of the source.
        said: fields of SourceFacts and SourceDetails, by name.
        left_out: what the file says beyond that.
    """
    found = {key: tidy(value) for key, value in said.items() if value.strip()}
    found["note"] = "; ".join(
        part for part in (found.get("note", ""), *_unsound(found)) if part
    )
    plain = {key: found.get(key, "") for key in _PLAIN}
    details = {key: found.get(key, "") for key in DETAILS}
    name = plain["title"] or plain["url"] or plain["author"]
    try:
        facts = check_source(
            SourceFacts(kind, **plain, details=SourceDetails(**details))
        )
    except InvalidError as error:
        return Entry(name, None, error.message, tuple(left_out))
    return Entry(name, facts, left_out=tuple(left_out))


def tidy(value: str) -> str:
    """Return a field on one line, without markup and characters that are none."""
    kept = "".join(
        " " if ch in "\t\r\n" else ch
        for ch in _TAGS.sub("", value)
        if ch in "\t\r\n" or unicodedata.category(ch) not in _NO_CHARACTER
    )
    return " ".join(kept.split())


def unknown(sent: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return the names of fields that are not kept, in order."""
    return tuple(sorted(set(sent) - set(known)))


def _unsound(found: dict[str, str]) -> list[str]:
    """Take out of the fields what cannot stand there."""
    taken = [
        found.pop(field)
        for field in _DATES
        if field in found and not _sound(check_date, field, found[field])
    ]
    if "url" in found and not _sound(lambda _, url: check_url(url), "", found["url"]):
        taken.append(found.pop("url"))
    if "doi" in found and not re.search(r"10\.\d{4,9}/\S", found["doi"]):
        taken.append(found.pop("doi"))
    return taken


def _sound(check: Callable[[str, str], str], field: str, value: str) -> bool:
    try:
        check(field, value)
    except InvalidError:
        return False
    return True
