"""Text that stays text: in Markdown, where it could become markup, and in a cell.

Rendered, Markdown gives the same characters back: what a backslash cannot protect
(white space around a line break, a carriage return) is written as an entity.
"""

import re
from collections.abc import Iterator, Mapping

# The last character of a match gets a backslash: markup anywhere, the start of an
# entity, and addresses that would turn into links. A pattern that begins with a set
# of characters is searched several times as fast as one with alternatives.
_MARKUP = re.compile(
    r"[\\`*_\[\]<>~|$^{}@&:.]"
    r"(?:(?<=[^&:.])|(?<=&)(?=[#\w])|(?<=:)(?=//)|(?<=(?i:www)\.))"
)
_LINE_START = r"(?:[#+=:-]|\d{1,9}[.)])"
_AT_FIRST_LINE = re.compile(_LINE_START)
_AT_NEXT_LINE = re.compile(r"\n" + _LINE_START)
# A line may be a heading, which would lose a "#" at its end.
_HASH = re.compile("#")
_BREAKS = re.compile(r"[\r\n]+")
_ENTITIES = re.compile(r"[^\x0b\x1c-\x1f\x85]")
_EMPTY: Mapping[int, str] = {}
_TARGET = re.compile(r"[<>\\\s\x00-\x20]")
_ENTITY_IN_TARGET = re.compile(r"&(?=#?\w+;)")
# What a spreadsheet could take for a formula, also behind white space or characters
# that do not show, and in the full width forms of East Asian spreadsheets.
_FORMULA = re.compile(
    "(?:[\\s\\x00-\\x1f\u200b-\u200f\u2060\ufeff]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])"
)


def escape_paragraph(text: str, references: Mapping[int, str] = _EMPTY) -> str:
    """Escape a paragraph of Markdown; single line breaks stay.

    Args:
        text: the characters to show.
        references: markup of ours to insert, by offset into the text.
    """
    edits = [(at, 0, at, markup) for at, markup in references.items()]
    edits += _backslashes(text, _AT_NEXT_LINE, references)
    edits += _entities(text, keep_breaks=True)
    return _apply(text, edits)


def escape_line(text: str) -> str:
    """Escape text that has to stay on one line of Markdown."""
    edits = [*_backslashes(text, _HASH, _EMPTY)]
    edits += _entities(text, keep_breaks=False)
    return _apply(text, edits)


def link_target(address: str) -> str:
    """Write an address for use between < and >."""
    quoted = _TARGET.sub(lambda match: f"%{ord(match[0]):02X}", address)
    return _ENTITY_IN_TARGET.sub(r"\\&", quoted)


def guard_cell(value: str) -> str:
    """Keep a spreadsheet from taking text for a formula: an apostrophe before it."""
    return f"'{value}" if _FORMULA.match(value) else value


_Edit = tuple[int, int, int, str]


def _backslashes(
    text: str, further: re.Pattern[str], references: Mapping[int, str]
) -> Iterator[_Edit]:
    """Protect markup, and what a reference beside it would make into markup."""
    places = {match.end() - 1 for match in _MARKUP.finditer(text)}
    places.update(match.end() - 1 for match in further.finditer(text))
    if first := _AT_FIRST_LINE.match(text):
        places.add(first.end() - 1)
    for at in references:
        if text[at : at + 1] in {"(", ":"}:
            places.add(at)
        if text[at - 1 : at] == "!":
            places.add(at - 1)
    for at in places:
        yield at, 1, at + 1, f"\\{text[at]}"


def _entities(text: str, *, keep_breaks: bool) -> Iterator[_Edit]:
    """Protect white space around line breaks and at both edges."""
    for start, end in _edges_and_breaks(text):
        lone = text[start:end] == "\n" and start > 0 and end < len(text)
        if lone and keep_breaks:
            continue
        for at in range(start, end):
            if _ENTITIES.match(text[at]):
                yield at, 1, at + 1, f"&#{ord(text[at])};"


def _edges_and_breaks(text: str) -> Iterator[tuple[int, int]]:
    """Find the runs of white space at the start, around each break, at the end."""
    if "\n" not in text and "\r" not in text and text == text.strip():
        return
    inner = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if inner:
        yield 0, inner
    done = inner
    for match in _BREAKS.finditer(text, inner, max(inner, end)):
        if match.start() < done:
            continue
        before = len(text[done : match.start()].rstrip()) + done
        done = match.end()
        while text[done].isspace():
            done += 1
        yield before, done
    if inner < len(text) and end < len(text):
        yield end, len(text)


def _apply(text: str, edits: list[_Edit]) -> str:
    """Make the edits, which do not overlap, in one pass."""
    parts, done = [], 0
    for start, _, end, replacement in sorted(edits):
        parts += [text[done:start], replacement]
        done = end
    return "".join([*parts, text[done:]])
