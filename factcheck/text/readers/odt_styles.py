"""What the styles of an OpenDocument text say of its paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers.numbering import Level

_HEADING = re.compile(r"(sub)?title|heading( \d+)?")
_QUOTATION = re.compile(r"quotations?|(intense )?quote|block ?(text|quote)")
_LIST = re.compile(r"(list|numbering) .+")
_BYLINE = re.compile(r"author|byline|date")
_SPACE = "_20_"
_LONGEST_CHAIN = 12
_SHAPES = frozenset("1aAiI")


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs or of words, with what it has from its parents."""

    name: str = ""
    kind: Kind = Kind.PROSE
    list_style: str = ""
    bold: bool = False
    hidden: bool = False
    language: str = ""


class Styles:
    """The styles of a document, by family and name; they come in as they are read."""

    def __init__(self) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._styles: dict[tuple[str, str], Style] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self.language = ""

    def add(self, element: Element) -> None:
        """Take in a style, of whichever sort."""
        name = element.get("style:name", "")
        if element.tag == "style:style":
            self._elements[element.get("style:family", ""), name] = element
        elif element.tag == "text:list-style":
            self._lists[name] = dict(_levels(element))
        elif element.tag == "style:default-style":
            self.language = self.language or _language(element)

    def get(self, family: str, name: str) -> Style:
        """Return a style; one that is not there is like none."""
        key = family, name
        if key not in self._styles:
            self._styles[key] = _style(list(self._chain(family, name)))
        return self._styles[key]

    def levels(self, name: str) -> dict[int, Level]:
        """Return how each level of a list counts."""
        return self._lists.get(name, {})

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _ in range(_LONGEST_CHAIN):
            style = self._elements.get((family, name))
            if style is None:
                return
            yield style
            name = style.get("style:parent-style-name", "")


def _style(chain: list[Element]) -> Style:
    names = [
        style.get("style:name", "").replace(_SPACE, " ").lower() for style in chain
    ]
    own = [name for name in names if not re.fullmatch(r"p\d+", name)]
    return Style(
        name=own[0] if own else "",
        kind=next(filter(None, map(_kind, names, chain)), Kind.PROSE),
        list_style=_first(chain, "style:list-style-name"),
        bold=_property(chain, "fo:font-weight") in {"bold", "600", "700", "800", "900"},
        hidden=_property(chain, "text:display") == "none",
        language=next(filter(None, map(_language, chain)), ""),
    )


def _kind(name: str, style: Element) -> Kind | None:
    if _HEADING.fullmatch(name) or style.get("style:default-outline-level"):
        return Kind.HEADING
    for pattern, kind in (
        (_QUOTATION, Kind.QUOTATION),
        (_LIST, Kind.LIST_ITEM),
        (_BYLINE, Kind.BYLINE),
    ):
        if pattern.fullmatch(name):
            return kind
    return None


def _first(chain: list[Element], name: str) -> str:
    return next((style.get(name, "") for style in chain if style.get(name)), "")


def _property(chain: list[Element], name: str) -> str:
    found = [style.find("style:text-properties") for style in chain]
    return _first([each for each in found if each is not None], name)


def _language(style: Element) -> str:
    """Return the language of a style's words, in Latin letters or else."""
    properties = style.find("style:text-properties")
    language = _tag(properties, "fo:language", "fo:country")
    return "" if language == "none" else language


def _tag(properties: Element | None, language: str, country: str) -> str:
    found = "" if properties is None else properties.get(language, "")
    region = "" if properties is None else properties.get(country, "")
    return f"{found}-{region}" if found and region not in {"", "none"} else found


def languages(root: Element | None) -> list[str]:
    """Return the default languages of styles.xml, for every kind of letters."""
    found = [] if root is None else list(root.iter("style:default-style"))
    return [
        tag
        for style in found
        for suffix in ("", "-asian", "-complex")
        if (
            tag := _tag(
                style.find("style:text-properties"),
                f"{'style' if suffix else 'fo'}:language{suffix}",
                f"{'style' if suffix else 'fo'}:country{suffix}",
            )
        )
    ]


def _levels(list_style: Element) -> Iterator[tuple[int, Level]]:
    for level in list_style:
        depth = _number(level.get("text:level"), 1)
        shape = level.get("style:num-format", "")
        if not level.tag.endswith("-number") or not shape:
            yield depth - 1, Level("", "")
            continue
        shown = _number(level.get("text:display-levels"), 1)
        numbers = ".".join(f"%{n}" for n in range(depth - shown + 1, depth + 1))
        written = (
            f"{level.get('style:num-prefix', '')}{numbers}"
            f"{level.get('style:num-suffix', '')}"
        )
        start = _number(level.get("text:start-value"), 1)
        yield depth - 1, Level(shape if shape in _SHAPES else "1", written, start)


def _number(digits: str | None, otherwise: int) -> int:
    return (
        int(digits) if digits and digits.isdecimal() and len(digits) < 4 else otherwise
    )
