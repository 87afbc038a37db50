"""The passage of a text that is most like words which do not stand in it.

Pieces of the words are looked up in the whole text; where several are found at about
the distances they have from each other, the words are compared with what is there.
Only those few places are compared, so a text of megabytes takes no longer than
reading it a hundred times.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.text.folding import UNSPACED
from factcheck.text.fuzzy import common_blocks, ratio
from factcheck.text.quotations.prepared import Prepared

LEAST_ALIKE = 66.0  # of 100; passages that have nothing to do with it reach 60
_ENOUGH = 85.0
_MOST_PIECES = 32
_MOST_FOUND = 40  # A piece that stands at more places says little.
_MOST_WINDOWS = 5
_LARGEST_TABLE = 100_000_000
_DENSE = re.compile(f"[{UNSPACED}\uac00-\ud7a3]")
_SIZES, _DENSE_SIZES = (16, 8, 4), (8, 4, 2)

Hit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Near:
    """A passage of `loose`, and how like the words it is, from 0 to 100."""

    start: int
    end: int
    alike: float


def nearest(words: Prepared, text: Prepared) -> Near | None:
    """Return the most similar passage, or None when none is like the words at all."""
    dense = len(_DENSE.findall(words.lower)) * 2 > len(words.lower)
    best: Near | None = None
    for size in _DENSE_SIZES if dense else _SIZES:
        hits = _hits(words.lower, text.lower, size)
        for window in _windows(hits, len(words.lower)):
            found = _aligned(words.lower, text.lower, window)
            if best is None or found.alike > best.alike:
                best = found
        if best and best.alike >= _ENOUGH:
            break
    return best if best and best.alike >= LEAST_ALIKE else None


def _hits(words: str, text: str, size: int) -> list[Hit]:
    """Return where pieces stand, as (how far the words would be moved, place)."""
    rare: list[Hit] = []
    common: list[Hit] = []
    last = max(0, len(words) - size)
    step = max(1, size // 2, -(-last // _MOST_PIECES))
    for offset in sorted({*range(0, last + 1, step), last}):
        found = list(_found(words[offset : offset + size], text))
        hits = rare if len(found) <= _MOST_FOUND else common
        hits += [(at - offset, at) for at in found]
    return sorted(rare or common)


def _found(piece: str, text: str) -> Iterator[int]:
    """Yield where a piece stands, one more than are wanted at most."""
    at = -1
    for _ in range(_MOST_FOUND + 1):
        at = text.find(piece, at + 1)
        if at < 0:
            return
        yield at


def _windows(hits: list[Hit], size: int) -> list[list[Hit]]:
    """Return the groups of hits that belong together best, those with most first."""
    width = size // 3 + 20
    shifts = [shift for shift, _ in hits]
    groups = [(bisect_left(shifts, s + width) - i, i) for i, s in enumerate(shifts)]
    groups.sort(key=lambda group: (-group[0], group[1]))
    taken: list[int] = []
    for _, first in groups:
        if all(abs(shifts[first] - shifts[other]) > width for other in taken):
            taken.append(first)
        if len(taken) == _MOST_WINDOWS:
            break
    count = {first: many for many, first in groups}
    return [hits[first : first + count[first]] for first in taken]


def _aligned(words: str, text: str, hits: list[Hit]) -> Near:
    """Lay the words beside the passage that the hits point to."""
    size = len(words)
    slack = size // 4 + 20
    low = max(0, hits[0][0] - slack)
    high = min(len(text), max(hits[-1][0] + size, hits[-1][1]) + slack)
    spans = [(hits[0][0], hits[-1][0] + size), (hits[0][0], hits[0][0] + size)]
    if size * (high - low) <= _LARGEST_TABLE:
        start, end = _core(words, text[low:high])
        spans.append((low + start, low + end))
    inside = [(max(0, start), min(len(text), end)) for start, end in spans]
    scored = [Near(a, b, ratio(words, text[a:b])) for a, b in inside]
    return max(scored, key=lambda near: (near.alike, near.start - near.end))


def _core(words: str, window: str) -> tuple[int, int]:
    """Return the part of a window that the words are about, without stray letters."""
    blocks = [block for block in common_blocks(words, window) if block.size]
    if not blocks:
        return 0, len(words)
    best = score = float(blocks[0].size)
    first = at = 0
    span = (0, 0)
    for at in range(1, len(blocks)):
        before = blocks[at - 1]
        gap = (blocks[at].b - before.b - before.size) / 2
        if score - gap < 0:
            score, first = 0.0, at
            gap = 0.0
        score += blocks[at].size - gap
        if score > best:
            best, span = score, (first, at)
    opens, closes = blocks[span[0]], blocks[span[1]]
    left = len(words) - closes.a - closes.size
    return opens.b - opens.a, closes.b + closes.size + left
