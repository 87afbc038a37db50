"""Compares two sequences of words: which stretches stayed, and which differ."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.text.alignment import match
from factcheck.text.fuzzy import common_blocks

# The table for comparing two texts has a cell for each pair of words.
_LARGEST_TABLE = 9_000_000


# A stretch that is the same or not: old start and end, then new start and end.
Stretch = tuple[bool, int, int, int, int]


def stretches(old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """Cut two sequences into stretches that are the same and that differ, in turn.

    Comparing the other way round gives the same stretches, turned.
    """
    if (len(old), old) > (len(new), new):
        turned = stretches(new, old)
        return [(same, j1, j2, i1, i2) for same, i1, i2, j1, j2 in turned]
    pairs = list(_pairs(old, new))
    found: list[Stretch] = []
    i = j = 0
    for i1, j1, size in [*_blocks(pairs), (len(old), len(new), 0)]:
        if (i, j) != (i1, j1):
            found.append((False, i, i1, j, j1))
        i, j = i1 + size, j1 + size
        if size:
            found.append((True, i1, i, j1, j))
    return found


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the indices of a longest common sequence."""
    if len(old) * len(new) > _LARGEST_TABLE:
        yield from _sparse_pairs(old, new)
        return
    for block in common_blocks(old, new):
        yield from ((block.a + at, block.b + at) for at in range(block.size))


def _sparse_pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs in long texts: sure ones, and the best between two of them."""
    found = match(old, new, frozenset())
    last = (-1, -1)
    for i, j in sorted(found.to_new.items()):
        if i in found.unsure or j <= last[1]:
            continue
        yield i, j
        last = i, j


def _blocks(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield runs of neighbouring pairs as (old start, new start, length)."""
    numbered = enumerate(pairs)
    for _, run in groupby(
        numbered, lambda item: (item[1][0] - item[0], item[1][1] - item[0])
    ):
        members = [pair for _, pair in run]
        yield *members[0], len(members)


def readable(found: list[Stretch], old: Sequence[str]) -> list[Stretch]:
    """Join changes that only a space or a comma parts, which reads as one change."""
    kept: list[Stretch] = []
    for at, (same, i1, i2, j1, j2) in enumerate(found):
        inner = 0 < at < len(found) - 1
        spoken = any(character.isalnum() for word in old[i1:i2] for character in word)
        differs = not same or (inner and not spoken)
        if kept and differs and not kept[-1][0]:
            _, first, _, other, _ = kept[-1]
            kept[-1] = (False, first, i2, other, j2)
        else:
            kept.append((not differs, i1, i2, j1, j2))
    return kept
