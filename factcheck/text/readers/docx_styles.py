"""What the styles of a Word text say of its paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from factcheck.text.paragraphs import ParagraphKind as Kind

_HEADING = re.compile(r"heading( \d)?|(sub)?title|titre( \d)?|überschrift( \d)?")
_QUOTATION = re.compile(
    r"(intense )?quote|quotations?|block ?(text|quote|quotation)|pull ?quote"
)
_LIST = re.compile(r"list(?! paragraph)( .+)?")
_BYLINE = re.compile(r"author|byline|date")
_CONTENTS = re.compile(r"(toc|contents|index|table of figures)( \d| heading)?")
_BODY_LEVEL = 9
_LONGEST_CHAIN = 12


class Numbered(NamedTuple):
    """Which list a paragraph belongs to ("0" is none), and how deep in it."""

    number: str
    level: int


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, with what it has from those it is based on."""

    name: str = ""
    kind: Kind = Kind.PROSE
    numbered: Numbered | None = None
    bold: bool = False
    hidden: bool = False
    is_contents: bool = False


class Styles:
    """The styles of a document, by the id that its paragraphs name."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall("w:style")
        self._elements = {style.get("w:styleId", ""): style for style in found}
        self._styles: dict[str, Style] = {}
        self._default = next(
            (
                style.get("w:styleId", "")
                for style in found
                if style.get("w:type") == "paragraph" and is_on(style.get("w:default"))
            ),
            "",
        )

    def get(self, style_id: str) -> Style:
        """Return a style; one that is not there is like none."""
        style_id = style_id or self._default
        if style_id not in self._styles:
            self._styles[style_id] = _style(list(self._chain(style_id)))
        return self._styles[style_id]

    def _chain(self, style_id: str) -> Iterator[Element]:
        """Yield a style and what it is based on, however tangled they are."""
        for _ in range(_LONGEST_CHAIN):
            style = self._elements.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "w:basedOn")


def _style(chain: list[Element]) -> Style:
    names = [value(style, "w:name").lower() for style in chain]
    return Style(
        name=names[0] if names else "",
        kind=next(filter(None, map(_kind, names, chain)), Kind.PROSE),
        numbered=next(filter(None, (numbering(s.find("w:pPr")) for s in chain)), None),
        bold=_first_switch(chain, "w:b"),
        hidden=_first_switch(chain, "w:vanish"),
        is_contents=any(map(_CONTENTS.fullmatch, names)),
    )


def _kind(name: str, style: Element) -> Kind | None:
    if _HEADING.fullmatch(name) or is_outlined(style.find("w:pPr")):
        return Kind.HEADING
    for pattern, kind in (
        (_QUOTATION, Kind.QUOTATION),
        (_LIST, Kind.LIST_ITEM),
        (_BYLINE, Kind.BYLINE),
    ):
        if pattern.fullmatch(name):
            return kind
    return None


def is_outlined(properties: Element | None) -> bool:
    """Say whether paragraph properties make a heading of any level."""
    level = "" if properties is None else value(properties, "w:outlineLvl")
    return level.isdecimal() and int(level) < _BODY_LEVEL


def numbering(properties: Element | None) -> Numbered | None:
    """Return the list that paragraph properties name."""
    named = None if properties is None else properties.find("w:numPr")
    if named is None:
        return None
    level = value(named, "w:ilvl")
    depth = min(int(level), _BODY_LEVEL) if level.isdecimal() else 0
    return Numbered(value(named, "w:numId") or "0", depth)


def switch(properties: Element | None, name: str) -> bool | None:
    """Return whether a property such as bold is on, or nothing when it is not said."""
    found = None if properties is None else properties.find(name)
    return None if found is None else is_on(found.get("w:val", "1"))


def is_on(word: str | None) -> bool:
    """Read Word's ways to say yes."""
    return word in {"1", "true", "on"}


def value(element: Element, name: str) -> str:
    """Return the value of a child, or nothing."""
    child = element.find(name)
    return "" if child is None else child.get("w:val", "")


def _first_switch(chain: list[Element], name: str) -> bool:
    said = (switch(style.find("w:rPr"), name) for style in chain)
    return next((on for on in said if on is not None), False)
