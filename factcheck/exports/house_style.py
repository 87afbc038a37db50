"""How a source is written: one house style, for pages and files alike.

What it is called comes first, so that works without an author need no rule of their
own; then who made it, what kind of thing it is, where it appeared, when, and where it
can be looked up. Names of people stand as they were given and are never turned round:
whose family name comes first is not for a program to guess. What is not known is left
out, and so is what was said already.
"""

import re
from collections.abc import Iterator

from factcheck.exports.directions import isolated
from factcheck.exports.wording import (
    archived_elsewhere,
    archived_words,
    checked_quotation,
    day,
    stance_words,
)
from factcheck.rules.annotated import AnnotatedSource
from factcheck.rules.citations import SPOKEN, SourceFacts, SourceKind
from factcheck.rules.sources import LEVEL_LABELS, Level, names_in
from factcheck.translating import _, listed

# Both say the same of a source by the same names.
Sourced = SourceFacts | AnnotatedSource

_MOST_NAMES = 3
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)\.?", re.IGNORECASE)
_RANGE = re.compile(r"(?<=\w)\s*[-\N{EN DASH}]+\s*(?=\w)")
_ENDS = (".", "?", "!", "…", "。", "？", "！", "؟")  # noqa: RUF001 (stops of scripts)


def source_name(source: Sourced) -> str:
    """Return what a source is called: its title, else who spoke, else its address."""
    if source.title:
        return source.title
    if source.kind in SPOKEN and source.author:
        return _spoken(source)
    return source.url


def source_line(source: Sourced) -> str:
    """Return what is known of a source besides its name and address, or ""."""
    named = (isolated(part) for part in _parts(source) if part)
    parts = ", ".join(dict.fromkeys(named))
    return ". ".join(part for part in (parts, *_weighed(source)) if part)


def source_citation(source: Sourced) -> str:
    """Write a source in full, its address last."""
    name, line = source_name(source), source_line(source)
    if name == source.url:
        return " ".join(part for part in (name, stopped(line)) if part)
    parts = [stopped(name), stopped(line), source.url]
    return " ".join(part for part in parts if part)


def source_words(source: AnnotatedSource) -> str:
    """Write a source as a review cites it on a line, its address last."""
    parts = [
        stopped(source_name(source)),
        stopped(source_line(source)),
        f"{stance_words(source)}.",
        isolated(f"“{source.quote}”") if source.quote else "",
        f"({source.locator})" if source.locator else "",
        checked_quotation(source),
        archived_words(source.archived),
        source.url,
        archived_elsewhere(source),
    ]
    return " ".join(part for part in parts if part)


def stopped(words: str) -> str:
    """End words with a full stop, unless they end with a stop of their own."""
    return words if not words or words.endswith(_ENDS) else f"{words}."


def _parts(source: Sourced) -> Iterator[str]:
    details, kind = source.details, source.kind
    yield _who(source)
    yield " ".join(part for part in (details.genre, _number(details.number)) if part)
    yield _container(source)
    if details.editor:
        yield _("edited by %(names)s", names=_people(details.editor))
    yield _edition(details.edition, kind)
    if details.volume:
        yield _("vol. %(volume)s", volume=details.volume)
    if details.issue:
        yield _("no. %(number)s", number=details.issue)
    if kind not in SPOKEN or source.title:
        yield details.medium
    yield _published(source)
    yield day(source.issued)
    if details.accessed and not source.issued:
        yield _("read on %(day)s", day=day(details.accessed))
    yield _pages(details.page)
    yield details.archive
    yield details.archive_place
    yield details.archive_location
    if details.doi and details.doi not in source.url:
        yield f"doi:{details.doi}"


def _who(source: Sourced) -> str:
    if source.kind in SPOKEN and source.author:
        return _spoken(source) if source.title else ""
    who = _people(source.author)
    if who and source.details.recipient:
        return _from_to(who, _people(source.details.recipient))
    return who


def _spoken(source: Sourced) -> str:
    """Say who spoke with whom, and how."""
    who, details = _people(source.author), source.details
    if source.kind == SourceKind.INTERVIEW:
        said = _("Interview with %(name)s", name=who)
        if details.interviewer:
            said = _(
                "Interview with %(name)s by %(interviewer)s",
                name=who,
                interviewer=_people(details.interviewer),
            )
    elif details.recipient:
        said = _from_to(who, _people(details.recipient))
    else:
        said = _("Personal communication from %(name)s", name=who)
    how = details.medium if not source.title else ""
    return f"{said} ({how})" if how else said


def _from_to(who: str, recipient: str) -> str:
    return _("%(name)s to %(recipient)s", name=who, recipient=recipient)


def _people(text: str) -> str:
    names = names_in(text)
    if len(names) > _MOST_NAMES:
        return _("%(name)s and others", name=names[0])
    return listed(names)


def _number(number: str) -> str:
    return _("no. %(number)s", number=number) if number else ""


def _container(source: Sourced) -> str:
    container = source.details.container_title
    if container and source.kind == SourceKind.CHAPTER:
        return _("in %(book)s", book=container)
    return container


def _edition(edition: str, kind: str) -> str:
    if kind == SourceKind.DATASET and edition:
        return _("version %(version)s", version=edition)
    if edition.isdecimal():
        return _("edition %(number)s", number=edition)
    if _ORDINAL.fullmatch(edition):
        return _("%(ordinal)s edition", ordinal=edition)
    return edition


def _published(source: Sourced) -> str:
    place = source.details.publisher_place
    if place and source.publisher:
        return f"{place}: {source.publisher}"
    return source.publisher or place


def _pages(page: str) -> str:
    if not page:
        return ""
    words = _RANGE.sub("–", page)  # noqa: RUF001 (an en dash)
    if words == page and "," not in page:
        return _("p. %(page)s", page=words)
    return _("pp. %(pages)s", pages=words)


def _weighed(source: Sourced) -> Iterator[str]:
    """Say how near it is to what it tells of, and what it has to gain."""
    details = source.details
    if details.level:
        yield _(LEVEL_LABELS[Level(details.level)])
    if details.interest:
        yield _("Interest: %(interest)s", interest=details.interest)
