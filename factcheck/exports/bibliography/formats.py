"""The kinds of bibliography there are; the command and the pages read this table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factcheck.errors import UnreadableError
from factcheck.exports.bibliography.bibtex import read_bibtex, write_bibtex
from factcheck.exports.bibliography.csl import read_csl, write_csl
from factcheck.exports.bibliography.entries import Entry
from factcheck.exports.bibliography.ris import read_ris, write_ris
from factcheck.rules.citations import SourceFacts
from factcheck.translating import _

MOST_ENTRIES = 20_000


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A format: its name for people, its file, how it is written and read."""

    label: str
    extension: str
    media_type: str
    write: Callable[[Iterable[SourceFacts]], bytes]
    read: Callable[[bytes], list[Entry]]


BIBLIOGRAPHIES: dict[str, Bibliography] = {
    "csl": Bibliography(
        "CSL-JSON",
        "json",
        "application/vnd.citationstyles.csl+json",
        write_csl,
        read_csl,
    ),
    "bibtex": Bibliography(
        "BibTeX", "bib", "application/x-bibtex", write_bibtex, read_bibtex
    ),
    "ris": Bibliography(
        "RIS", "ris", "application/x-research-info-systems", write_ris, read_ris
    ),
}


def read_bibliography(data: bytes) -> list[Entry]:
    """Read a file in any of the formats, which its content tells.

    Raises:
        UnreadableError: it is none of them, or holds too many sources at once.
    """
    found = BIBLIOGRAPHIES[_told(data)].read(data)
    if len(found) > MOST_ENTRIES:
        raise UnreadableError(
            _(
                "The file holds more than %(most)s sources. Nothing was stored. Import"
                " it in parts.",
                most=MOST_ENTRIES,
            )
        )
    return found


def _told(data: bytes) -> str:
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] in {b"[", b"{"}:
        return "csl"
    if head.startswith(b"TY  -") or b"\nTY  -" in data[:100_000]:
        return "ris"
    if b"@" in head:
        return "bibtex"
    raise UnreadableError(
        _("This is neither CSL-JSON nor BibTeX nor RIS. Nothing was stored.")
    )
