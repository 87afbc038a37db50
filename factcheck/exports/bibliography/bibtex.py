"""BibTeX, in the fields that BibLaTeX knows, written and read through bibtexparser.

Each name stands in braces of its own, so that no style turns it round. What BibTeX has
no field for stands under our own name, which styles pass over.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from factcheck.errors import UnreadableError
from factcheck.exports.bibliography.entries import Entry, entry, unknown
from factcheck.exports.bibliography.keys import keyed
from factcheck.exports.bibliography.names import joined, printed_name
from factcheck.rules.citations import SourceFacts, SourceKind
from factcheck.rules.sources import DETAILS, known_details, names_in
from factcheck.translating import _

_TYPES: dict[SourceKind, str] = {
    SourceKind.WEBPAGE: "online",
    SourceKind.ARTICLE: "article",
    SourceKind.BOOK: "book",
    SourceKind.CHAPTER: "incollection",
    SourceKind.REPORT: "report",
    SourceKind.DATASET: "dataset",
}
_KINDS: dict[str, SourceKind] = {
    **{name: kind for kind, name in _TYPES.items()},
    **dict.fromkeys(("electronic", "www"), SourceKind.WEBPAGE),
    **dict.fromkeys(("periodical", "suppperiodical"), SourceKind.ARTICLE),
    **dict.fromkeys(
        ("booklet", "collection", "manual", "mvbook", "proceedings", "reference"),
        SourceKind.BOOK,
    ),
    **dict.fromkeys(
        ("inbook", "bookinbook", "inproceedings", "conference", "inreference"),
        SourceKind.CHAPTER,
    ),
    **dict.fromkeys(
        ("techreport", "thesis", "phdthesis", "mastersthesis"), SourceKind.REPORT
    ),
}
_GENRES = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
_SUBTYPE = "entrysubtype"
# Our names for BibLaTeX's fields; those not named here are called as they are here.
_FIELDS = {
    "issued": "date",
    "publisher_place": "location",
    "genre": "type",
    "medium": "howpublished",
    "page": "pages",
    "accessed": "urldate",
}
_ALSO = {
    "journaltitle": "container_title",
    "journal": "container_title",
    "booktitle": "container_title",
    "organization": "container_title",
    "address": "publisher_place",
    "institution": "publisher",
    "school": "publisher",
    "langid": "language",
}
_PEOPLE = ("author", "editor", "interviewer", "recipient")
_AS_IT_IS = ("url", "doi")
_OWN = ("title", "url", "author", "publisher", "issued", *DETAILS)
_SPECIAL = {
    "\\": "\\textbackslash{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "{": "\\{",
    "}": "\\}",
    **{ch: f"\\{ch}" for ch in "&%$#_"},
}
_ESCAPED = re.compile("|".join(map(re.escape, _SPECIAL)))
# What TeX joins into another character.
_JOINED = re.compile(r"(?<=([-'`,<>]))(?=\1)|(?<=[?!])(?=`)")
_CONTAINERS = {SourceKind.ARTICLE: "journaltitle", SourceKind.WEBPAGE: "organization"}


def write_bibtex(sources: Iterable[SourceFacts]) -> bytes:
    """Return the sources as BibTeX entries, a field a line."""
    return "\n".join(_written(key, source) for key, source in keyed(sources)).encode()


def read_bibtex(data: bytes) -> list[Entry]:
    """Read all entries of a file; damaged ones are told of, not kept.

    Raises:
        UnreadableError: there is none.
    """
    from bibtexparser import middlewares  # noqa: PLC0415  (only an import needs it)
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415

    library = parse_string(
        _text(data),
        append_middleware=[
            middlewares.NormalizeFieldKeys(),
            middlewares.SeparateCoAuthors(
                name_fields=_PEOPLE, allow_inplace_modification=True
            ),
            middlewares.SplitNameParts(
                name_fields=_PEOPLE, allow_inplace_modification=True
            ),
            middlewares.MonthIntMiddleware(),
        ],
    )
    found = [
        _entry(each.entry_type.lower(), {f.key: f.value for f in each.fields})
        for each in library.entries
    ]
    damaged = [_damaged(str(block.raw or "")) for block in library.failed_blocks]
    if not (found or damaged):
        raise UnreadableError(_("There is no entry in this BibTeX file."))
    return found + damaged


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _damaged(raw: str) -> Entry:
    name = " ".join(raw.split())[:60]
    return Entry(name, None, _("This entry is damaged, or there are two of its key."))


def _written(key: str, source: SourceFacts) -> str:
    said = {
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "url": source.url,
        "issued": source.issued,
        **known_details(source.details),
    }
    fields = {}
    if source.kind not in _TYPES:
        fields[_SUBTYPE] = source.kind.value
    for name, value in said.items():
        if value:
            fields[_field(name, source.kind)] = _value(name, value)
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{_TYPES.get(source.kind, 'misc')}{{{key},\n{lines}}}\n"


def _field(name: str, kind: SourceKind) -> str:
    if name == "container_title":
        return _CONTAINERS.get(kind, "booktitle")
    if kind is SourceKind.ARTICLE and name == "issue":
        return "number"
    if kind is SourceKind.ARTICLE and name == "number":
        return "eid"
    return _FIELDS.get(name, name)


def _value(name: str, value: str) -> str:
    if name in _AS_IT_IS:
        return value.replace("{", "%7B").replace("}", "%7D")
    if name in _PEOPLE:
        return " and ".join(f"{{{_escape(each)}}}" for each in names_in(value))
    return _escape(value)


def _escape(value: str) -> str:
    parted = _JOINED.split(value)
    del parted[1::2]  # what the pattern looked back at
    escaped = (
        _ESCAPED.sub(lambda match: _SPECIAL[match[0]], part or "") for part in parted
    )
    return "{}".join(escaped)


def _entry(named: str, fields: Mapping[str, Any]) -> Entry:
    subtype = str(fields.get(_SUBTYPE, ""))
    kinds = {kind.value: kind for kind in SourceKind}
    kind = kinds.get(subtype, _KINDS.get(named, SourceKind.DOCUMENT))
    own = {field: name for name, field in _FIELDS.items()} | _ALSO
    said: dict[str, str] = {"genre": _GENRES.get(named, "")}
    language = _plain(fields.get("language", fields.get("langid", "")))
    for field, value in fields.items():
        name = _own_name(field, kind, own)
        if name in _PEOPLE:
            said[name] = _people(value, language)
        elif name in _OWN:
            said[name] = str(value) if name in _AS_IT_IS else _plain(value)
    if not said.get("issued"):
        said["issued"] = _date(fields)
    parts = ("year", "month", "day", _SUBTYPE)
    left = unknown((_own_name(field, kind, own) for field in fields), (*_OWN, *parts))
    return entry(kind, said, left)


def _own_name(field: str, kind: SourceKind, own: Mapping[str, str]) -> str:
    if kind is SourceKind.ARTICLE and field in {"number", "eid"}:
        return {"number": "issue", "eid": "number"}[field]
    return own.get(field, field)


def _date(fields: Mapping[str, Any]) -> str:
    """Put a date together from the fields of older files."""
    parts = [_plain(fields.get(part, "")) for part in ("year", "month", "day")]
    found = parts[0]
    for part in parts[1:]:
        if not part.isdecimal():
            break
        found += f"-{int(part):02}"
    return found


def _people(value: Any, language: str) -> str:
    return joined(_name(each, language) for each in value)


def _name(parts: Any, language: str) -> str:
    """Return a name as it is printed; one without a comma stands so already."""
    first = " ".join(parts.first)
    family = " ".join([*parts.von, *parts.last])
    whole = printed_name(_plain(family), _plain(first), language=language)
    return " ".join([whole, *map(_plain, parts.jr)])


def _plain(value: Any) -> str:
    words = str(value)
    if not any(ch in words for ch in "\\{}$~`'-"):
        return words
    text: str = _latex().latex_to_text(words)
    return text


@cache
def _latex() -> Any:
    from pylatexenc.latex2text import (  # noqa: PLC0415  (only an import needs it)
        LatexNodes2Text,
        MacroTextSpec,
        get_default_latex_context_db,
    )

    known = get_default_latex_context_db()
    circumflex = MacroTextSpec("textasciicircum", "^")
    known.add_context_category("own", macros=[circumflex], prepend=True)
    return LatexNodes2Text(known, math_mode="verbatim", keep_comments=True)
