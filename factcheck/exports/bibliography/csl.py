"""CSL-JSON, as citation processors and reference managers read and write it.

Names are written whole ("literal"), because which part is the family name is not kept.
What CSL has no variable for, level and interest, stands under "custom".
"""

import json
from collections.abc import Iterable
from typing import Any

from factcheck.errors import UnreadableError
from factcheck.exports.bibliography.entries import Entry, entry, unknown
from factcheck.exports.bibliography.keys import keyed
from factcheck.exports.bibliography.names import joined, printed_name
from factcheck.rules.citations import SourceFacts, SourceKind
from factcheck.rules.sources import known_details, names_in
from factcheck.translating import _

_TYPES: dict[SourceKind, str] = {
    SourceKind.WEBPAGE: "webpage",
    SourceKind.ARTICLE: "article-newspaper",
    SourceKind.BOOK: "book",
    SourceKind.CHAPTER: "chapter",
    SourceKind.REPORT: "report",
    SourceKind.DOCUMENT: "document",
    SourceKind.DATASET: "dataset",
    SourceKind.INTERVIEW: "interview",
    SourceKind.PERSONAL_COMMUNICATION: "personal_communication",
}
_KINDS: dict[str, SourceKind] = {
    **{name: kind for kind, name in _TYPES.items()},
    **dict.fromkeys(("post", "post-weblog"), SourceKind.WEBPAGE),
    **dict.fromkeys(
        (
            "article",
            "article-journal",
            "article-magazine",
            "periodical",
            "review",
            "review-book",
        ),
        SourceKind.ARTICLE,
    ),
    **dict.fromkeys(("classic", "collection", "pamphlet"), SourceKind.BOOK),
    **dict.fromkeys(
        ("entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"),
        SourceKind.CHAPTER,
    ),
    **dict.fromkeys(("standard", "thesis"), SourceKind.REPORT),
}
_TEXTS = {
    "title": "title",
    "publisher": "publisher",
    "URL": "url",
    "container-title": "container_title",
    "publisher-place": "publisher_place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "page": "page",
    "genre": "genre",
    "number": "number",
    "medium": "medium",
    "archive": "archive",
    "archive_location": "archive_location",
    "archive-place": "archive_place",
    "DOI": "doi",
    "ISBN": "isbn",
    "language": "language",
    "note": "note",
}
_PEOPLE = ("author", "editor", "interviewer", "recipient")
_DATES = ("issued", "accessed")
_OWN = ("level", "interest")
_KNOWN = (*_TEXTS, *_PEOPLE, *_DATES, "custom", "type", "id", "citation-key")
Item = dict[str, Any]


def write_csl(sources: Iterable[SourceFacts]) -> bytes:
    """Return the sources as a CSL-JSON array, an item a line."""
    items = [json.dumps(_item(*each), ensure_ascii=False) for each in keyed(sources)]
    return ("[\n " + ",\n ".join(items) + "\n]\n" if items else "[]\n").encode()


def read_csl(data: bytes) -> list[Entry]:
    """Read an array of items, or one item.

    Raises:
        UnreadableError: it is not JSON, or no items.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            _("The file is not JSON: %(error)s.", error=error)
        ) from error
    items = found if isinstance(found, list) else [found]
    if not all(isinstance(item, dict) for item in items):
        raise UnreadableError(_("This is JSON, but no list of sources in CSL-JSON."))
    return [_entry(item) for item in items]


def _item(key: str, source: SourceFacts) -> Item:
    said = {
        "title": source.title,
        "url": source.url,
        "author": source.author,
        "publisher": source.publisher,
        "issued": source.issued,
        **known_details(source.details),
    }
    item: Item = {"id": key, "type": _type(source)}
    item |= {name: said[own] for name, own in _TEXTS.items() if said.get(own)}
    item |= {
        name: [{"literal": person} for person in names_in(said[name])]
        for name in _PEOPLE
        if names_in(said.get(name, ""))
    }
    item |= {name: _date(said[name]) for name in _DATES if said.get(name)}
    custom = {name: said[name] for name in _OWN if said.get(name)}
    return item | ({"custom": custom} if custom else {})


def _type(source: SourceFacts) -> str:
    journal = source.details.volume or source.details.issue
    if source.kind is SourceKind.ARTICLE and journal:
        return "article-journal"
    return _TYPES[source.kind]


def _date(iso: str) -> Item:
    return {"date-parts": [[int(part) for part in iso.split("-")]]}


def _entry(item: Item) -> Entry:
    named = str(item.get("type", ""))
    kind = _KINDS.get(named, SourceKind.DOCUMENT)
    said = {own: _words(item.get(name)) for name, own in _TEXTS.items()}
    language = said["language"]
    said |= {name: _names(item.get(name), language) for name in _PEOPLE}
    said |= {name: _read_date(item.get(name)) for name in _DATES}
    own = item.get("custom")
    if isinstance(own, dict):
        said |= {name: _words(own.get(name)) for name in _OWN}
    if named and named not in _TYPES.values() and not said["genre"]:
        said["genre"] = _genre(named, kind)
    return entry(kind, said, unknown(item, _KNOWN))


def _genre(named: str, kind: SourceKind) -> str:
    """Keep what a document or report is, where its type says more than our kinds."""
    if kind not in {SourceKind.DOCUMENT, SourceKind.REPORT}:
        return ""
    return named.replace("_", " ").replace("-", " ").capitalize()


def _words(value: Any) -> str:
    return str(value) if isinstance(value, str | int) else ""


def _names(value: Any, language: str) -> str:
    if not isinstance(value, list):
        return ""
    people = [each for each in value if isinstance(each, dict)]
    return joined(_name(each, language) for each in people)


def _name(name: Item, language: str) -> str:
    if literal := _words(name.get("literal")):
        return literal
    particles = ("dropping-particle", "non-dropping-particle", "family")
    family = " ".join(part for key in particles if (part := _words(name.get(key))))
    whole = printed_name(
        family,
        _words(name.get("given")),
        language=language,
        family_first=name.get("static-ordering") in {True, "true"},
    )
    suffix = _words(name.get("suffix"))
    return f"{whole} {suffix}" if suffix else whole


def _read_date(value: Any) -> str:
    """Read a date as precise as it is; of a span, where it begins."""
    if isinstance(value, str):
        return value.split("T")[0].split("/")[0]
    if not isinstance(value, dict):
        return ""
    read = (_from_parts, _from_raw, _from_literal)
    return next((found for each in read if (found := each(value))), "")


def _from_parts(value: Item) -> str:
    try:
        year, *rest = (int(part) for part in value["date-parts"][0][:3])
    except (KeyError, IndexError, TypeError, ValueError):
        return ""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest if part)])


def _from_raw(value: Item) -> str:
    return _words(value.get("raw")).split("T")[0].split("/")[0]


def _from_literal(value: Item) -> str:
    return _words(value.get("literal"))
