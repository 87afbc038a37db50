"""What a citation may be: a source, the words in it, and what they do to the claim."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from factcheck.errors import InvalidError
from factcheck.translating import _, number

FIELD_LIMIT = 2_000
QUOTE_LIMIT = 20_000


class Stance(StrEnum):
    """What a source does to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


STANCE_LABELS: dict[Stance, str] = {
    Stance.SUPPORTS: "Supports",
    Stance.REFUTES: "Refutes",
    Stance.CONTEXT: "Gives context",
}


class SourceKind(StrEnum):
    """What is cited; the names are CSL 1.0.2's item types."""

    WEBPAGE = "webpage"
    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "chapter"
    REPORT = "report"
    DOCUMENT = "document"
    DATASET = "dataset"
    INTERVIEW = "interview"
    PERSONAL_COMMUNICATION = "personal_communication"


KIND_LABELS: dict[SourceKind, str] = {
    SourceKind.WEBPAGE: "Web page",
    SourceKind.ARTICLE: "Article",
    SourceKind.BOOK: "Book",
    SourceKind.CHAPTER: "Chapter",
    SourceKind.REPORT: "Report",
    SourceKind.DOCUMENT: "Archive document",
    SourceKind.DATASET: "Data set",
    SourceKind.INTERVIEW: "Interview",
    SourceKind.PERSONAL_COMMUNICATION: "Personal communication",
}


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What is known of a source.

    `issued` is a date as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD.
    """

    kind: SourceKind = SourceKind.WEBPAGE
    title: str = ""
    url: str = ""
    author: str = ""
    publisher: str = ""
    issued: str = ""


@dataclass(frozen=True, slots=True)
class CitationFacts:
    """A review's use of a source: the words quoted, where, and to what end."""

    source: SourceFacts
    quote: str = ""
    locator: str = ""
    stance: Stance = Stance.CONTEXT


_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?\Z")


def check_url(url: str) -> str:
    """Return an address as given, stripped.

    Raises:
        InvalidError: not an http(s) address with a host.
    """
    url = url.strip()
    if not url:
        return ""
    message = "An address starts with http:// or https://, as in https://example.org."
    if any(ch.isspace() or ord(ch) < 32 for ch in url):
        raise InvalidError("url", "An address has no spaces in it. " + message)
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise InvalidError("url", message) from error
    if parts.scheme.lower() not in {"http", "https"} or not host:
        raise InvalidError("url", message)
    return url


def check_citation(citation: CitationFacts) -> CitationFacts:
    """Return the citation with its fields stripped.

    Raises:
        InvalidError: neither address nor title, a malformed address or date, or a
            field over its limit.
    """
    source = citation.source
    facts = SourceFacts(
        kind=source.kind,
        title=_short("title", source.title),
        url=check_url(_short("url", source.url)),
        author=_short("author", source.author),
        publisher=_short("publisher", source.publisher),
        issued=_date(source.issued),
    )
    if not (facts.url or facts.title):
        raise InvalidError("url", _("A source needs an address or a title."))
    quote = citation.quote.strip()
    if len(quote) > QUOTE_LIMIT:
        raise InvalidError(
            "quote",
            _(
                "Keep quoted words under %(limit)s characters.",
                limit=number(QUOTE_LIMIT),
            ),
        )
    return CitationFacts(
        facts, quote, _short("locator", citation.locator), citation.stance
    )


def is_blank(citation: CitationFacts) -> bool:
    """Say whether nothing was filled in, so that the row can be left out."""
    source = citation.source
    words = (source.url, source.title, source.author, source.publisher, source.issued)
    return not any(map(str.strip, (*words, citation.quote, citation.locator)))


def _short(field: str, value: str) -> str:
    value = value.strip()
    if len(value) > FIELD_LIMIT:
        raise InvalidError(
            field, _("Keep this under %(limit)s characters.", limit=number(FIELD_LIMIT))
        )
    return value


def _date(value: str) -> str:
    value = value.strip()
    if value and not _DATE.match(value):
        raise InvalidError(
            "issued", _("Write the date as 1949, 1949-01 or 1949-01-14 (year first).")
        )
    return value
