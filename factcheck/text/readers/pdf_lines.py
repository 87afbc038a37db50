"""The lines on a page of a PDF: words, where they stand, and how large they are.

All measures are points; y grows upwards from the foot of the page.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.text.readers import parts

# How PDFium tells a hyphen that only divides a word at the end of its line.
DIVIDED = "\ufffe"

_NEAR = 0.5  # of the size: closer lines are one
_RAISED = 0.12  # of the size: a small digit raised so far is the mark of a note
_SMALL = 0.85
_CELL_GAP = 1.0  # of the size: a wider gap without a space is between cells
_SCRIPT_GAP = 0.35  # of the size: between Korean or Chinese and figures, no space
_SPACE = 0.12  # of the size: a gap so wide is a space
_LATER = 8  # lines back, and letters, of what is put into a gap
_DIGITS = re.compile(r"\d{1,3}")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_HAN = re.compile("[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character.

    Attributes:
        letter: itself.
        left: where it begins.
        right: where the next may begin.
        base: what it stands on.
        size: of its font.
        bold: whether its font is.
        made: the file has no character here, only a gap.
        raised: it is drawn small and high, though its font's size stays.
    """

    letter: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    made: bool
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, or what of it stands in one column.

    Attributes:
        words: its characters; a tab between cells of a table.
        left: where it begins.
        right: where it ends.
        base: what its letters stand on.
        size: of most of its letters.
        bold: whether all of it is.
        first: how wide its first word is.
        page: from 0.
    """

    words: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    first: float
    page: int

    @property
    def is_divided(self) -> bool:
        """Whether its last word goes on in the next line."""
        return self.words.rstrip().endswith(DIVIDED)


def lines(glyphs: Sequence[Glyph], page: int) -> list[Line]:
    """Return the lines of a page in the order in which they were written."""
    found: list[Line] = []
    for run in _filled(_runs(glyphs)):
        line = _line(run, page)
        if line.words.strip():
            found.append(line)
    return found


def is_hangul(letter: str) -> bool:
    """Say whether a letter is Korean."""
    return _HANGUL.match(letter) is not None


def is_han(letter: str) -> bool:
    """Say whether a letter is Chinese or Japanese, which are written without spaces."""
    return _HAN.match(letter) is not None


def _is_wide(letter: str) -> bool:
    return is_hangul(letter) or is_han(letter)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each line, marks of notes included."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if glyph.letter in "\r\n":
            continue
        if glyph.made and not run:
            continue
        if run and not glyph.made and _breaks(run, glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _filled(runs: Iterable[list[Glyph]]) -> list[list[Glyph]]:
    """Put what was written later, such as an emoji, into the gap left for it."""
    found: list[list[Glyph]] = []
    for run in runs:
        for line in found[-_LATER:]:
            if _fills(run, line):
                joined = [glyph for glyph in (*line, *run) if not glyph.made]
                line[:] = _respaced(sorted(joined, key=lambda glyph: glyph.left))
                break
        else:
            found.append(run)
    return found


def _fills(run: list[Glyph], line: list[Glyph]) -> bool:
    """Say whether a short run stands in a gap of a line."""
    left, right = run[0].left, run[-1].right
    if len(run) > _LATER or abs(run[0].base - line[0].base) > _NEAR * run[0].size:
        return False
    if not line[0].left < left < line[-1].right:
        return False
    return not any(
        left < (glyph.left + glyph.right) / 2 < right
        for glyph in line
        if not glyph.made and not glyph.letter.isspace()
    )


def _respaced(run: list[Glyph]) -> Iterator[Glyph]:
    """Make the spaces of a run again, from its gaps."""
    before: Glyph | None = None
    for glyph in run:
        if before and glyph.left - before.right > _SPACE * glyph.size:
            yield replace(glyph, letter=" ", left=before.right, made=True)
        yield glyph
        before = glyph


def _breaks(run: list[Glyph], glyph: Glyph) -> bool:
    """Say whether a glyph begins another line than the one before it."""
    last = next((each for each in reversed(run) if not each.made), run[-1])
    size = max(last.size, glyph.size)
    if abs(glyph.base - last.base) > _NEAR * size:
        return True
    return glyph.left < last.right - size or glyph.left > last.right + 12 * size


def _line(run: list[Glyph], page: int) -> Line:
    solid = [glyph for glyph in run if not glyph.made and not glyph.letter.isspace()]
    if not solid:
        return Line("", 0, 0, 0, 1, bold=False, first=0, page=page)
    size = _usual([glyph.size for glyph in solid])
    base = _usual([glyph.base for glyph in solid if glyph.size == size])
    spaced = _spaced(run, size)
    words = _marked(spaced, size, base)
    end = next(
        (g.right for g in spaced if g.letter.isspace() and g is not spaced[0]), 0
    )
    first = (end or solid[-1].right) - solid[0].left
    return Line(
        words=words,
        left=solid[0].left,
        right=max(glyph.right for glyph in solid),
        base=base,
        size=size,
        bold=all(glyph.bold for glyph in solid),
        first=first,
        page=page,
    )


def _spaced(run: list[Glyph], size: float) -> list[Glyph]:
    """Judge the spaces that the file does not have: none, a space, or a tab."""
    kept: list[Glyph] = []
    for at, glyph in enumerate(run):
        if not glyph.made or glyph.letter != " ":
            kept.append(glyph)
            continue
        if at in {0, len(run) - 1}:
            continue
        before, after = run[at - 1], run[at + 1]
        gap = after.left - before.right
        mixed = _is_wide(before.letter) != _is_wide(after.letter)
        if gap > _CELL_GAP * size:
            kept.append(replace(glyph, letter="\t"))
        elif not (mixed and gap < _SCRIPT_GAP * size):
            kept.append(glyph)
    return kept


def _marked(run: Sequence[Glyph], size: float, base: float) -> str:
    """Write small raised digits as the marks of notes that they are."""
    words: list[str] = []
    raised = ""
    for glyph in run:
        small = glyph.size < _SMALL * size and glyph.base > base + _RAISED * size
        if glyph.letter.isdecimal() and (small or glyph.raised):
            raised += glyph.letter
            continue
        if raised:
            words.append(_mark(raised))
            raised = ""
        words.append(glyph.letter)
    return unicodedata.normalize("NFC", "".join(words) + _mark(raised))


def _mark(digits: str) -> str:
    return parts.superscript(int(digits)) if _DIGITS.fullmatch(digits) else digits


def _usual(numbers: Sequence[float]) -> float:
    """Return the number that occurs most often."""
    return max(dict.fromkeys(numbers), key=numbers.count)
