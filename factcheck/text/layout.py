"""A text cut along its lines and blank lines into blocks, before any grammar."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.text import markup
from factcheck.text.bylines import byline
from factcheck.text.paragraphs import ParagraphKind, ParagraphSpan, check_order

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_STOP_AT_END = re.compile(
    "[.!?…。！？؟।॥:;][\"”’'»)\\]』」*†‡\\d\u00b9\u00b2\u00b3]*\\s*$"  # noqa: RUF001
)
_FIRST_LETTER = re.compile(r"\s*[^\W\d_]")

# What hard wrapping looks like: at least this many lines, about equally wide.
_WRAPPED_LINES = 3
_WRAPPED_WIDTHS = range(20, 121)
_NARROWEST = 0.6
_WIDEST_LAST = 1.05
_MOSTLY = 0.6

# What a list without marks looks like: so many lines at least, each so short.
_LISTED_LINES = 3
_LONGEST_ITEM = 40

# A longer line is cut like any other, whatever it begins with.
_LONGEST_MARK = 300

# A byline is the first line, the second (below a title) or the last.
_BYLINE_LINES = 2


class Line(NamedTuple):
    """One line without the white space around it; a blank one has no length."""

    start: int
    end: int


class Block(NamedTuple):
    """Lines that are read on as one, in a paragraph of this number and kind."""

    start: int
    end: int
    paragraph: int
    kind: ParagraphKind


_Paragraph = tuple[list[Line], ParagraphKind]


def blocks(text: str, paragraphs: Sequence[ParagraphSpan] = ()) -> Iterator[Block]:
    """Cut a text at its blank lines, and at its line ends unless the words go on.

    A heading, a separator ("* * *"), a byline and the fields above a Markdown text
    stand alone: each is a block that is not prose.

    Args:
        text: any text.
        paragraphs: those that the document's format told of, in order; whatever
            stands between them is cut as if the format had told nothing.
    """
    check_order(paragraphs, len(text))
    found = _told(text, paragraphs) if paragraphs else _paragraphs(text)
    for number, (lines, kind) in enumerate(found, start=1):
        for start, end in _joined(text, lines, kind):
            yield Block(start, end, number, kind)


def _told(text: str, paragraphs: Sequence[ParagraphSpan]) -> Iterator[_Paragraph]:
    """Yield the paragraphs told of, and what stands between them."""
    done = 0
    for start, end, kind in paragraphs:
        yield from _gathered(text, _lines(text, done, start))
        lines = [line for line in _lines(text, start, end) if line.start < line.end]
        if lines:
            yield lines, kind
        done = end
    yield from _gathered(text, _lines(text, done, len(text)))


def _lines(text: str, start: int, stop: int) -> list[Line]:
    lines = []
    for match in _LINE_END.finditer(text, start, stop):
        lines.append(_line(text, start, match.start()))
        start = match.end()
    lines.append(_line(text, start, stop))
    return lines


def _line(text: str, start: int, end: int) -> Line:
    kept = text[start:end].rstrip()
    length = len(kept.lstrip())
    return Line(start + len(kept) - length, start + len(kept))


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """Yield the lines of each paragraph, and its kind."""
    lines = _lines(text, 0, len(text))
    return _gathered(text, lines, _edge_lines(text, lines))


def _gathered(
    text: str, lines: list[Line], alone: frozenset[Line] = frozenset()
) -> Iterator[_Paragraph]:
    """Gather lines up to a blank one, or to one that stands alone."""
    gathered: list[Line] = []
    for line in lines:
        kind = _kind_alone(text, line, alone)
        if gathered and (kind or line.start == line.end):
            yield gathered, ParagraphKind.PROSE
            gathered = []
        if kind:
            yield [line], kind
        elif line.start < line.end:
            gathered.append(line)
    if gathered:
        yield gathered, ParagraphKind.PROSE


def _kind_alone(text: str, line: Line, alone: frozenset[Line]) -> ParagraphKind | None:
    """Return the kind of a line that is a paragraph by itself, or nothing.

    Example: "# Sources" is a heading, "* * *" a separator. A line about the text
    ("By Jin Se-keun", "title: On Mao") is a byline.
    """
    words = text[line.start : min(line.end, line.start + _LONGEST_MARK + 1)]
    short = 0 < len(words) <= _LONGEST_MARK
    if short and not markup.has_words(words):
        return ParagraphKind.SEPARATOR
    if short and markup.heading(words):
        return ParagraphKind.HEADING
    return ParagraphKind.BYLINE if line in alone else None


def _edge_lines(text: str, lines: list[Line]) -> frozenset[Line]:
    """Return the lines that only the top or the end of a text can have.

    Example: "By Jin Se-keun" as the last line, or "title: On Mao" between "---".
    """
    _, body = markup.front_matter(text)
    above = [line for line in lines if line.end <= body and line.start < line.end]
    written = [line for line in lines if line.start >= body and line.start < line.end]
    edges = [*written[:_BYLINE_LINES], *written[-1:]]
    return frozenset(above).union(
        line for line in edges if byline(text[line.start : line.end])
    )


def _joined(text: str, lines: list[Line], kind: ParagraphKind) -> Iterator[Line]:
    """Yield the blocks of one paragraph: joined lines where the words go on."""
    if not kind.has_sentences or _is_hard_wrapped(text, lines):
        yield Line(lines[0].start, lines[-1].end)
        return
    listed = _is_bare_list(text, lines)
    block = lines[0]
    for line in lines[1:]:
        if not listed and _goes_on(text, block, line):
            block = Line(block.start, line.end)
        else:
            yield block
            block = line
    yield block


def _is_bare_list(text: str, lines: list[Line]) -> bool:
    """Say whether the lines are items without marks: short, small, without stops."""
    return len(lines) >= _LISTED_LINES and all(
        line.end - line.start <= _LONGEST_ITEM
        and text[line.start].islower()
        and not _ends_in_stop(text, line)
        for line in lines
    )


def _is_hard_wrapped(text: str, lines: list[Line]) -> bool:
    """Say whether line ends are only where the writer's page was full.

    The lines are even in width, the last may be shorter, and most stop mid-sentence.
    """
    if len(lines) < _WRAPPED_LINES:
        return False
    widths = [line.end - line.start for line in lines]
    last = widths.pop()
    widest = max(widths)
    if widest not in _WRAPPED_WIDTHS or min(widths) < _NARROWEST * widest:
        return False
    if last > _WIDEST_LAST * widest:
        return False
    open_lines = sum(not _ends_in_stop(text, line) for line in lines[:-1])
    return open_lines >= _MOSTLY * len(widths)


def _goes_on(text: str, block: Line, line: Line) -> bool:
    """Say whether a line carries on the sentence above: small letter, no stop."""
    match = _FIRST_LETTER.match(text, line.start, line.end)
    if match is None or not text[match.end() - 1].islower():
        return False
    return not _ends_in_stop(text, block)


def _ends_in_stop(text: str, line: Line) -> bool:
    tail = text[max(line.start, line.end - 12) : line.end]
    return _STOP_AT_END.search(tail) is not None
