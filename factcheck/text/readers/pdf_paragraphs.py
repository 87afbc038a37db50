"""The paragraphs that the lines of a PDF make up, and what each is."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles
from typing import NamedTuple

from factcheck.text import markup, titles
from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers.parts import Part, superscript
from factcheck.text.readers.pdf_lines import Line
from factcheck.text.readers.pdf_words import Words, joined, words_of

_BULLET = re.compile(r"[•◦▪‣⁃●○■□–—*-]\s+(?=\S)")  # noqa: RUF001
_NUMBERED = re.compile(r"(\(?\d{1,2}[.)]|\(?[a-z]\))\s+(?=\S)")
_LABEL = re.compile(r"\W?(\d+(\.\d+)*|\w)\W?|[^\w\s]+")
_NOTE = re.compile(r"(\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡])[.)]?\s*(?=\D)")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

# In parts of the size of the letters, unless said otherwise.
_HEADING_SIZE = 1.15  # of the size of the text
_NOTE_SIZE = 0.93  # of the size of the text
_SAME_SIZE = 0.08
_INDENT = 0.6
_QUOTED = 0.8
_WIDE_GAP = 1.3  # of the usual distance between two lines
_LEADING = 1.2
_ROOM = 0.55
_CLOSE = 3.0  # points
_FULL_SHARE = 0.2
_FEW_SHARE = 0.08
_LONGEST_HEADING = 200


class Strip(NamedTuple):
    """Lines that run down one column of one page, and the edges of that column."""

    lines: list[Line]
    left: float
    right: float


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    strip: Strip

    @property
    def is_item(self) -> bool:
        return _marker(self.lines[0].words) is not None


class Shape(NamedTuple):
    """How a document is set.

    Attributes:
        size: of most of its letters.
        leading: how far lines are apart, by the size of their letters.
        words: how it writes its words.
    """

    size: float
    leading: dict[float, float]
    words: Words


def parts_of(pages: Iterable[Sequence[Line]]) -> list[Part]:
    """Return the parts of a text, then its footnotes."""
    columns = [column for page in pages for column in _columns(page)]
    every = [line for column in columns for line in column]
    if not every:
        return []
    shape = _shape(every)
    strips = _strips(columns, shape)
    notes = [line for strip in strips for line in _notes(strip, shape)]
    noted = set(map(id, notes))
    found = [_part(each, shape) for each in _paragraphs(strips, shape, noted)]
    return found + list(_note_parts(notes, shape))


def _columns(page: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of a page in runs that go down."""
    run: list[Line] = []
    for line in page:
        if run and line.base > run[-1].base + line.size:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _shape(every: Sequence[Line]) -> Shape:
    letters: Counter[float] = Counter()
    gaps: dict[float, list[float]] = {}
    for line in every:
        letters[line.size] += len(line.words)
    for above, below in pairwise(every):
        gap = above.base - below.base
        if above.size == below.size and 0 < gap < 4 * above.size:
            gaps.setdefault(above.size, []).append(gap)
    leading = {
        size: quantiles(found, n=4)[0] for size, found in gaps.items() if len(found) > 2
    }
    size = max(letters, key=letters.__getitem__)
    return Shape(size, leading, words_of(every))


def _strips(columns: Sequence[list[Line]], shape: Shape) -> list[Strip]:
    """Find the edges of each column, as wide as others with the same left edge."""
    edges = [_edges(lines, shape) for lines in columns]
    strips = []
    for lines, (left, right) in zip(columns, edges, strict=True):
        widest = max(r for each, r in edges if abs(each - left) <= _CLOSE)
        full = sum(line.right > widest - 2 * line.size for line in lines)
        if full < _FULL_SHARE * len(lines):
            widest = right
        strips.append(Strip(lines, left, widest))
    return strips


def _edges(lines: Sequence[Line], shape: Shape) -> tuple[float, float]:
    body = [line for line in lines if _is_near(line.size, shape.size)] or lines
    lefts = Counter(round(line.left) for line in body)
    most = max(lefts.values())
    left = min(edge for edge, times in lefts.items() if 3 * times >= most)
    rights = sorted(line.right for line in body)
    # A centred line may stand out to the right of the column: it is not its edge.
    fewest = min(len(rights), max(2, round(_FEW_SHARE * len(rights))))
    right = next(
        (
            edge
            for edge in reversed(rights)
            if sum(edge - shape.size <= each <= edge for each in rights) >= fewest
        ),
        rights[-1],
    )
    return float(left), right


def _is_near(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_SIZE * other


def _notes(strip: Strip, shape: Shape) -> list[Line]:
    """Return the footnotes of a column: small lines at its foot, the first marked."""
    at = len(strip.lines)
    while at and strip.lines[at - 1].size < _NOTE_SIZE * shape.size:
        at -= 1
    small = strip.lines[at:]
    while small and not _NOTE.match(small[0].words):
        small = small[1:]
    return small


def _note_parts(notes: Sequence[Line], shape: Shape) -> Iterator[Part]:
    gathered: list[Line] = []
    for line in notes:
        if gathered and _NOTE.match(line.words):
            yield _note_part(gathered, shape)
            gathered = []
        gathered.append(line)
    if gathered:
        yield _note_part(gathered, shape)


def _note_part(lines: Sequence[Line], shape: Shape) -> Part:
    text = joined(lines, shape.words)
    mark = _NOTE.match(text)
    label = mark.group(1).translate(_DIGITS) if mark else ""
    label = superscript(int(label)) if label.isdecimal() else label
    return Part(Kind.FOOTNOTE, f"{label} {text[mark.end() if mark else 0 :]}".strip())


def _paragraphs(
    strips: Sequence[Strip], shape: Shape, noted: set[int]
) -> Iterator[_Paragraph]:
    paragraph: _Paragraph | None = None
    for strip in strips:
        for line in strip.lines:
            if id(line) in noted:
                continue
            if paragraph and not _begins(paragraph, line, strip, shape):
                paragraph.lines.append(line)
                paragraph.strip = strip
                continue
            if paragraph:
                yield paragraph
            paragraph = _Paragraph([line], strip)
    if paragraph:
        yield paragraph


def _begins(paragraph: _Paragraph, line: Line, strip: Strip, shape: Shape) -> bool:
    """Say whether a line begins another paragraph than the one before it."""
    above = paragraph.lines[-1]
    alike = _is_near(line.size, above.size)
    if above.is_divided and alike:
        return False
    apart = strip is paragraph.strip and _is_far(above, line, shape)
    in_table = _is_row(above, paragraph.strip) or _is_row(line, strip)
    if apart or in_table or not alike or line.bold != above.bold:
        return True
    if line.size >= _HEADING_SIZE * shape.size:
        return strip is not paragraph.strip
    return _is_set_apart(paragraph, line, strip)


def _is_far(above: Line, line: Line, shape: Shape) -> bool:
    usual = shape.leading.get(line.size, _LEADING * line.size)
    return above.base - line.base > _WIDE_GAP * usual


def _is_set_apart(paragraph: _Paragraph, line: Line, strip: Strip) -> bool:
    """Say whether the ends of two lines show that a paragraph ends between them."""
    above = paragraph.lines[-1]
    step = (line.left - strip.left) - (above.left - paragraph.strip.left)
    indent = _INDENT * line.size
    right = _right(paragraph, line, strip)
    fits = above.right + line.first < right - _ROOM * line.size
    if _marker(line.words) and (fits or abs(step) > indent or paragraph.is_item):
        return True
    if paragraph.is_item and len(paragraph.lines) == 1 and step > 0:
        return False
    outdented = step < -indent and (paragraph.is_item or len(paragraph.lines) > 1)
    return fits or step > indent or outdented


def _right(paragraph: _Paragraph, line: Line, strip: Strip) -> float:
    """Return how far lines go: an indented block has an edge of its own."""
    above = paragraph.lines[-1]
    inside = abs(line.left - above.left) <= _CLOSE and strip is paragraph.strip
    if not inside or line.left < strip.left + _INDENT * line.size:
        return paragraph.strip.right
    block = [each for each in strip.lines if abs(each.left - line.left) <= _CLOSE]
    return max(each.right for each in block)


def _is_row(line: Line, strip: Strip) -> bool:
    """Say whether a line is a row of a table.

    Gaps in a full line only justify it, and one after a number sets the number apart.
    """
    cells = line.words.split("\t")
    numbered = len(cells) == 2 and _LABEL.fullmatch(cells[0]) is not None
    return len(cells) > 1 and not numbered and line.right < strip.right - line.size


def _marker(words: str) -> re.Match[str] | None:
    return _BULLET.match(words) or _NUMBERED.match(words)


def _part(paragraph: _Paragraph, shape: Shape) -> Part:
    first = paragraph.lines[0]
    if _is_row(first, paragraph.strip):
        return Part(Kind.TABLE_ROW, first.words)
    text = joined(paragraph.lines, shape.words)
    if _is_heading(paragraph, text, shape):
        return Part(Kind.HEADING, text)
    if paragraph.is_item:
        bullet = _BULLET.match(text)
        return Part(Kind.LIST_ITEM, text[bullet.end() if bullet else 0 :])
    edge = paragraph.strip.left + _QUOTED * first.size
    quoted = len(paragraph.lines) > 1 and all(x.left > edge for x in paragraph.lines)
    return Part(Kind.QUOTATION if quoted else Kind.PROSE, text)


def _is_heading(paragraph: _Paragraph, text: str, shape: Shape) -> bool:
    if len(text) > _LONGEST_HEADING or not markup.has_words(text):
        return False
    first = paragraph.lines[0]
    if first.size >= _HEADING_SIZE * shape.size:
        return True
    whole = all(line.bold for line in paragraph.lines)
    return whole and bool(titles.first_line_title(text))
