"""RIS, as reference managers exchange it, written and read through rispy.

RIS has a tag for what libraries need and no others: who asked, who received, medium,
level and interest are told in the note.
"""

from collections.abc import Iterable
from typing import Any

from factcheck.errors import UnreadableError
from factcheck.exports.bibliography.entries import Entry, entry, tidy, unknown
from factcheck.exports.bibliography.names import joined, printed_name
from factcheck.rules.citations import SourceFacts, SourceKind
from factcheck.rules.sources import DETAIL_LABELS, known_details, names_in
from factcheck.translating import _

_TYPES: dict[SourceKind, str] = {
    SourceKind.WEBPAGE: "ELEC",
    SourceKind.ARTICLE: "NEWS",
    SourceKind.BOOK: "BOOK",
    SourceKind.CHAPTER: "CHAP",
    SourceKind.REPORT: "RPRT",
    SourceKind.DOCUMENT: "UNPB",
    SourceKind.DATASET: "DATA",
    SourceKind.INTERVIEW: "HEAR",
    SourceKind.PERSONAL_COMMUNICATION: "PCOMM",
}
_KINDS: dict[str, SourceKind] = {
    **{name: kind for kind, name in _TYPES.items()},
    **dict.fromkeys(("WEB", "BLOG", "ICOMM"), SourceKind.WEBPAGE),
    **dict.fromkeys(("JOUR", "MGZN", "EJOUR", "JFULL", "INPR"), SourceKind.ARTICLE),
    **dict.fromkeys(("EBOOK", "EDBOOK", "CONF", "SER"), SourceKind.BOOK),
    **dict.fromkeys(("ECHAP", "CPAPER", "ENCYC", "DICT"), SourceKind.CHAPTER),
    **dict.fromkeys(("THES", "STAND", "GOVDOC"), SourceKind.REPORT),
    "AGGR": SourceKind.DATASET,
}
# rispy's names of tags for ours.
_TAGS = {
    "title": "title",
    "publisher": "publisher",
    "issued": "date",
    "container_title": "secondary_title",
    "publisher_place": "place_published",
    "edition": "edition",
    "volume": "volume",
    "issue": "number",
    "genre": "type_of_work",
    "number": "call_number",
    "archive": "name_of_database",
    "archive_location": "accession_number",
    "accessed": "access_date",
    "doi": "doi",
    "isbn": "issn",
    "language": "language",
}
_ALSO = {
    "primary_title": "title",
    "journal_name": "container_title",
    "alternate_title3": "container_title",
    "year": "issued",
    "publication_year": "issued",
}
_PEOPLE = {"author": "authors", "editor": "secondary_authors"}
_FIRST_AUTHORS = "first_authors"
_TOLD = ("interviewer", "recipient", "medium", "archive_place", "level", "interest")
_READ_APART = (
    "type_of_reference",
    "urls",
    "start_page",
    "end_page",
    "notes",
    "id",
    _FIRST_AUTHORS,
    *_PEOPLE.values(),
)


def write_ris(sources: Iterable[SourceFacts]) -> bytes:
    """Return the sources as RIS."""
    import rispy  # noqa: PLC0415  (only who takes RIS needs it)

    text: str = rispy.dumps([_written(source) for source in sources])
    return text.encode()


def read_ris(data: bytes) -> list[Entry]:
    """Read all references of a file.

    Raises:
        UnreadableError: there is none.
    """
    import rispy  # noqa: PLC0415  (only who takes RIS needs it)

    text = data.decode("utf-8-sig", errors="replace")
    found = rispy.loads(text)
    if not found:
        raise UnreadableError(_("There is no reference in this RIS file."))
    return [_entry(each) for each in found]


def _written(source: SourceFacts) -> dict[str, Any]:
    said = {
        "title": source.title,
        "publisher": source.publisher,
        "issued": source.issued,
        **known_details(source.details),
    }
    item: dict[str, Any] = {"type_of_reference": _type(source)}
    people = {"author": source.author, "editor": source.details.editor}
    item |= {_PEOPLE[name]: names_in(who) for name, who in people.items() if who}
    item |= {tag: tidy(said[own]) for own, tag in _TAGS.items() if said.get(own)}
    for tag in ("date", "access_date"):
        if tag in item:
            item[tag] = item[tag].replace("-", "/")
    if source.issued:
        item["year"] = source.issued[:4]
    if source.url:
        item["urls"] = [source.url]
    item |= _pages(source.details.page)
    told = [f"{DETAIL_LABELS[n]}: {tidy(said[n])}" for n in _TOLD if said.get(n)]
    notes = [tidy(part) for part in (said.get("note", ""), *told) if part]
    return item | ({"notes": notes} if notes else {})


def _type(source: SourceFacts) -> str:
    journal = source.details.volume or source.details.issue
    if source.kind is SourceKind.ARTICLE and journal:
        return "JOUR"
    return _TYPES[source.kind]


def _pages(page: str) -> dict[str, str]:
    first, _dash, last = tidy(page).partition("-")
    pages = {"start_page": first.strip(), "end_page": last.strip()}
    return {tag: value for tag, value in pages.items() if value}


def _entry(item: dict[str, Any]) -> Entry:
    kind = _KINDS.get(item.get("type_of_reference", ""), SourceKind.DOCUMENT)
    own = {tag: name for name, tag in _TAGS.items()} | _ALSO
    said: dict[str, str] = {}
    for tag, value in item.items():
        if tag in own and isinstance(value, str):
            said.setdefault(own[tag], value)
    # A date in full says more than the year alone.
    for name, tag in (("issued", "date"), ("accessed", "access_date")):
        said[name] = _date(str(item.get(tag) or said.get(name, "")))
    language = said.get("language", "")
    authors = [*item.get(_FIRST_AUTHORS, ()), *item.get("authors", ())]
    said["author"] = _people(authors, language)
    said["editor"] = _people(item.get("secondary_authors", ()), language)
    said["url"] = next(iter(item.get("urls", ())), "")
    ends = (item.get("start_page", ""), item.get("end_page", ""))
    said["page"] = "-".join(end for end in ends if end)
    said["note"] = "; ".join(item.get("notes", ()))
    unsaid = item.pop("unknown_tag", {})
    return entry(kind, said, (*unknown(item, (*own, *_READ_APART)), *sorted(unsaid)))


def _people(names: Iterable[str], language: str) -> str:
    return joined(_name(name, language) for name in names)


def _name(name: str, language: str) -> str:
    """Return a name as it is printed; one without a comma stands so already."""
    family, *given = (part.strip() for part in name.split(","))
    return printed_name(family, " ".join(given), language=language)


def _date(value: str) -> str:
    """Read 2010/03/02/spring and its like: as far as it is numbers."""
    parts = []
    for part in value.replace("-", "/").split("/")[:3]:
        if not part.strip().isdecimal():
            break
        parts.append(part.strip())
    return "-".join(f"{int(part):02}" if at else part for at, part in enumerate(parts))
