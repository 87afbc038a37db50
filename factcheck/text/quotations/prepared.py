"""A text made ready for finding quotations: its letters and digits by themselves.

What stands between two words (white space, quotation marks, dashes) is left out, so
that the words are found by one search however they are set, and is compared
afterwards, place by place (see joints).
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from factcheck.text.folding import Folded, evened, fold

_RUN = re.compile(r"[^\W_]+")
_BROKEN = re.compile(r"[-\xad]\s+")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A text, and only its letters and digits.

    Attributes:
        raw: as it was given.
        even: the same, its marks evened out one for one.
        folded: its typography evened out, white space too.
        loose: its letters and digits, nothing between them.
        lower: the same in small letters; as long as `loose`.
        starts: where each run of letters and digits starts in `loose`.
        places: where each run starts in `folded.text`.
    """

    raw: str
    even: str
    folded: Folded
    loose: str
    lower: str
    starts: "array[int]"
    places: "array[int]"

    def begins(self, at: int) -> bool:
        """Say whether a run starts at this place of `loose`."""
        found = bisect_left(self.starts, at)
        return found < len(self.starts) and self.starts[found] == at

    def place(self, at: int) -> int:
        """Return where the loose character `at` stands in the folded text."""
        run = bisect_right(self.starts, at) - 1
        return self.places[run] + at - self.starts[run]

    def between(self, at: int) -> tuple[int, int]:
        """Return where the folded text between loose `at - 1` and `at` lies."""
        start = self.place(at - 1) + 1 if at else 0
        end = self.place(at) if at < len(self.loose) else len(self.folded.text)
        return start, end

    def gap(self, at: int) -> str:
        """Return what the folded text has before the loose character `at`."""
        start, end = self.between(at)
        return self.folded.text[start:end]

    def wide_gap(self, at: int) -> str:
        """Return the same with its white space and hyphens at the ends of lines."""
        start, end = self.between(at)
        low = self.folded.raw_end(start) if at else 0
        high = self.folded.raw_start(end) if at < len(self.loose) else len(self.raw)
        return self.even[low:high]

    def broken(self, at: int) -> bool:
        """Say whether a line ended in a hyphen between `at - 1` and `at`."""
        return bool(_BROKEN.fullmatch(self.wide_gap(at)))

    def inner_starts(self, start: int, end: int) -> "array[int]":
        """Return where runs start between two places, not at either."""
        low = bisect_right(self.starts, start)
        return self.starts[low : bisect_left(self.starts, end)]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Return a span of `loose` in the raw text."""
        low = self.folded.raw_start(self.place(start))
        high = self.folded.raw_end(self.place(max(start, end - 1)) + 1)
        return low, high


def prepare(text: str) -> Prepared:
    """Make a text ready; linear in its length."""
    folded = fold(text)
    starts, places = array("l"), array("l")
    runs = []
    length = 0
    for match in _RUN.finditer(folded.text):
        starts.append(length)
        places.append(match.start())
        runs.append(match[0])
        length += match.end() - match.start()
    loose = "".join(runs)
    lower = loose.replace("İ", "I").lower()
    if len(lower) != len(loose):
        lower = loose
    return Prepared(text, evened(text), folded, loose, lower, starts, places)
