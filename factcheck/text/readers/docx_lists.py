"""The lists of a Word text: which paragraph is an item, and its number."""

from xml.etree.ElementTree import Element

from factcheck.text.readers.docx_styles import Numbered, value
from factcheck.text.readers.numbering import Counters, Level

_SHAPES = {
    "bullet": "",
    "none": "",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}


class Lists:
    """What numbering.xml says, and how far each list has counted."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall("w:abstractNum")
        self._levels = {
            each.get("w:abstractNumId", ""): _levels(each) for each in found
        }
        numbers = [] if root is None else root.findall("w:num")
        self._lists = {each.get("w:numId", ""): each for each in numbers}
        self._counters = Counters()
        self._begun: set[tuple[str, int]] = set()

    def label(self, numbered: Numbered) -> str:
        """Count an item, and return its number, "2." or "b)"; a bullet has none."""
        number = self._lists.get(numbered.number)
        if number is None:
            return ""
        name = value(number, "w:abstractNumId")
        levels = dict(self._levels.get(name, {}))
        for override in number.findall("w:lvlOverride"):
            self._override(override, name, numbered.number, levels)
        return self._counters.label(name, numbered.level, levels)

    def _override(
        self, override: Element, name: str, number: str, levels: dict[int, Level]
    ) -> None:
        """Let a list that shares another's look count by itself."""
        at = _number(override.get("w:ilvl"), 0)
        own = override.find("w:lvl")
        if own is not None:
            levels[at] = _level(own)
        start = value(override, "w:startOverride")
        if start and at in levels:
            levels[at] = levels[at]._replace(start=_number(start, 1))
            if (number, at) not in self._begun:
                self._begun.add((number, at))
                self._counters.restart(name, at)


def _levels(abstract: Element) -> dict[int, Level]:
    return {
        _number(level.get("w:ilvl"), 0): _level(level)
        for level in abstract.findall("w:lvl")
    }


def _level(level: Element) -> Level:
    shape = _SHAPES.get(value(level, "w:numFmt"), "1")
    return Level(shape, value(level, "w:lvlText"), _number(value(level, "w:start"), 1))


def _number(digits: str | None, otherwise: int) -> int:
    return (
        int(digits) if digits and digits.isdecimal() and len(digits) < 7 else otherwise
    )
