"""Where the words of an essay stand in the Word file that it was read from.

So that a comment can be put on them there. Runs (`w:r`) are counted from 0 in the order
of the file's main part, all of them, in text boxes and deletions too. Offsets in a run
count the characters of its text as it is read: `w:t` in full, one for each tab, line
break, hard hyphen and legible symbol, none for soft hyphens and page breaks.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.errors import UnreadableError
from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.readers.archives import Archive
from factcheck.text.readers.docx import placed_parts
from factcheck.text.readers.parts import BETWEEN, Part, tidy
from factcheck.translating import _


class Place(NamedTuple):
    """Some characters of one run."""

    run: int
    start: int
    end: int


class _Stretch(NamedTuple):
    """Characters text[start:end] that stand in one run, from `within` on."""

    start: int
    end: int
    run: int
    within: int


class Places:
    """The places of all words of one text.

    Raises:
        UnreadableError: the file is not the one that the text was read from.
    """

    def __init__(self, data: bytes, text: str) -> None:
        self._stretches: list[_Stretch] = []
        self._notes: list[tuple[int, int, Place]] = []
        at, written = 0, []
        for part in placed_parts(Archive(data), len(text.encode())):
            words = tidy(part.words)
            if not words:
                continue
            written.append(words)
            if part.kind is ParagraphKind.FOOTNOTE:
                self._note(part, at, at + len(words))
            else:
                self._stretches += _joined(_aligned(part, words, at))
            at += len(words) + len(BETWEEN)
        if BETWEEN.join(written) != text:
            raise UnreadableError(
                _(
                    "This is not the Word file that the essay was read from, or it has"
                    " changed since. Nothing was stored."
                )
            )
        self._starts = [each.start for each in self._stretches]

    def find(self, start: int, end: int) -> list[Place]:
        """Return the places of text[start:end], in reading order.

        Of words in a note it is the place of the note's mark; it may be nowhere.
        """
        for first, last, place in self._notes:
            if first <= start < last:
                return [place]
        found = []
        for each in self._stretches[max(0, bisect_right(self._starts, start) - 1) :]:
            if each.start >= end:
                break
            low, high = max(start, each.start), min(end, each.end)
            if low < high:
                shift = each.within - each.start
                found.append(Place(each.run, low + shift, high + shift))
        return found

    def _note(self, part: Part, start: int, end: int) -> None:
        for run in part.runs:
            place = Place(run.number, run.start, run.start + len(run.words))
            self._notes.append((start, end, place))


def _aligned(part: Part, words: str, at: int) -> Iterator[_Stretch]:
    """Yield each character that is no white space, with its place.

    White space may have been taken off or added, and a number written in front; all
    other characters are those of the runs, in order.
    """
    letters = [
        (run.number, run.start + offset)
        for run in part.runs
        for offset, letter in enumerate(run.words)
        if not letter.isspace()
    ]
    shown = [offset for offset, letter in enumerate(words) if not letter.isspace()]
    added = len(shown) - len(letters)
    for offset, (run, within) in zip(shown[added:], letters, strict=True):
        if run >= 0:
            yield _Stretch(at + offset, at + offset + 1, run, within)


def _joined(letters: Iterator[_Stretch]) -> list[_Stretch]:
    """Join what stands together, with the white space between."""
    joined: list[_Stretch] = []
    for each in letters:
        last = joined[-1] if joined else None
        shift = each.within - each.start
        if last and last.run == each.run and last.within - last.start == shift:
            joined[-1] = last._replace(end=each.end)
        else:
            joined.append(each)
    return joined
