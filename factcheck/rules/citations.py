"""What a citation may be: a source, the words in it, and what they do to the claim."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from factcheck.errors import InvalidError
from factcheck.rules.sources import (
    NO_DETAILS,
    SourceDetails,
    check_date,
    check_details,
    details_from,
    known_details,
    plainly,
    short,
)
from factcheck.translating import N_, _, number

QUOTE_LIMIT = 20_000


class Stance(StrEnum):
    """What a source does to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


STANCE_LABELS: dict[Stance, str] = {
    Stance.SUPPORTS: N_("Supports"),
    Stance.REFUTES: N_("Refutes"),
    Stance.CONTEXT: N_("Gives context"),
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
    SourceKind.WEBPAGE: N_("Web page"),
    SourceKind.ARTICLE: N_("Article"),
    SourceKind.BOOK: N_("Book"),
    SourceKind.CHAPTER: N_("Chapter"),
    SourceKind.REPORT: N_("Report"),
    SourceKind.DOCUMENT: N_("Archive document"),
    SourceKind.DATASET: N_("Data set"),
    SourceKind.INTERVIEW: N_("Interview"),
    SourceKind.PERSONAL_COMMUNICATION: N_("Personal communication"),
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
    details: SourceDetails = NO_DETAILS


# Somebody who was asked or who wrote to the desk is a source without a title.
SPOKEN = frozenset((SourceKind.INTERVIEW, SourceKind.PERSONAL_COMMUNICATION))


@dataclass(frozen=True, slots=True)
class CitationFacts:
    """A review's use of a source: the words quoted, where, and to what end."""

    source: SourceFacts
    quote: str = ""
    locator: str = ""
    stance: Stance = Stance.CONTEXT


def check_url(url: str) -> str:
    """Return an address as given, stripped.

    Raises:
        InvalidError: not an http(s) address with a host.
    """
    url = url.strip()
    if not url:
        return ""
    message = _(
        "An address starts with http:// or https://, as in https://example.org."
    )
    if any(ch.isspace() or ord(ch) < 32 for ch in url):
        raise InvalidError(
            "url", " ".join((_("An address has no spaces in it."), message))
        )
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError as error:
        raise InvalidError("url", message) from error
    if parts.scheme.lower() not in {"http", "https"} or not host:
        raise InvalidError("url", message)
    return url


def check_source(source: SourceFacts) -> SourceFacts:
    """Return the source with its fields stripped; one with a DOI has an address.

    Raises:
        InvalidError: nothing to call it by, a malformed address or date, or a field
            over its limit.
    """
    details = check_details(source.details)
    url = check_url(short("url", source.url))
    facts = SourceFacts(
        kind=source.kind,
        title=short("title", source.title),
        url=url or (f"https://doi.org/{details.doi}" if details.doi else ""),
        author=short("author", source.author),
        publisher=short("publisher", source.publisher),
        issued=check_date("issued", source.issued),
        details=details,
    )
    spoken = facts.kind in SPOKEN and facts.author
    if not (facts.url or facts.title or spoken):
        raise InvalidError("url", _("A source needs an address or a title."))
    return facts


def source_state(source: SourceFacts) -> dict[str, Any]:
    """Return what is known of a source as a row and an event keep it."""
    state: dict[str, Any] = {
        "kind": source.kind.value,
        "title": source.title,
        "url": source.url,
        "author": source.author,
        "publisher": source.publisher,
        "issued": source.issued,
    }
    details = known_details(source.details)
    return state | ({"details": details} if details else {})


def source_from_state(state: Mapping[str, Any]) -> SourceFacts:
    """Read back what source_state wrote."""
    return SourceFacts(
        kind=SourceKind(state["kind"]),
        title=state["title"],
        url=state["url"],
        author=state["author"],
        publisher=state["publisher"],
        issued=state["issued"],
        details=details_from(state.get("details")),
    )


def fingerprint(source: SourceFacts) -> str:
    """Return what equal facts have in common, and no others."""
    values = json.dumps(source_state(source), ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(values.encode()).hexdigest()


def found_by(source: SourceFacts) -> str:
    """Return the words by which a source is found again while typing."""
    details = source.details
    words = (
        source.title,
        source.author,
        source.url,
        details.container_title,
        source.publisher,
        source.issued,
        details.editor,
        details.archive,
        details.archive_location,
        details.doi,
        details.isbn,
    )
    return plainly(" ".join(word for word in words if word))


def check_citation(citation: CitationFacts) -> CitationFacts:
    """Return the citation with its fields stripped.

    Raises:
        InvalidError: as check_source, or a quotation over its limit.
    """
    facts = check_source(citation.source)
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
        facts, quote, short("locator", citation.locator), citation.stance
    )


def is_blank(citation: CitationFacts) -> bool:
    """Say whether nothing was filled in, so that the row can be left out."""
    source = citation.source
    words = (source.url, source.title, source.author, source.publisher, source.issued)
    typed = any(map(str.strip, (*words, citation.quote, citation.locator)))
    return not typed and source.details == NO_DETAILS
