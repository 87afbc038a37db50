"""Ends of sentences that people corrected, kept when the text is revised.

A splitter that was wrong once is wrong again in the next draft. Wherever the same
characters stand around an end that somebody took away or put in, the same is done in
the new text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from factcheck.text.carried import Placed, VersionText
from factcheck.text.sentences import Sentence

# The characters on each side that must be the same.
_AROUND = 16

# Where one sentence ends and where the next of its paragraph starts.
Gap = tuple[int, int]


def keep_corrections(
    old: VersionText, cut: Sequence[Placed], new: str, found: Sequence[Sentence]
) -> tuple[Sentence, ...]:
    """Return the sentences of a new text, cut where people had the old one cut.

    Args:
        old: the text before, with its sentences as they were corrected.
        cut: the sentences of the same text as the program cuts it.
        new: the revised text.
        found: its sentences as the program cuts it.
    """
    kept, made = _gaps(old.sentences), _gaps(cut)
    parted = {hit for gap in kept - made for hit in _again(old.text, gap, new)}
    joined = {hit for gap in made - kept for hit in _again(old.text, gap, new)}
    if not parted and not joined:
        return tuple(found)
    pieces = [piece for unit in found for piece in _part(unit, sorted(parted))]
    return tuple(_join(pieces, joined))


def _gaps(sentences: Sequence[Placed]) -> set[Gap]:
    return {
        (left.end, right.start)
        for left, right in pairwise(sentences)
        if left.paragraph == right.paragraph
    }


def _again(old: str, gap: Gap, new: str) -> Iterator[Gap]:
    """Yield where the new text has the characters around a gap of the old one."""
    end, start = gap
    first = max(0, end - _AROUND)
    sought = old[first : start + _AROUND]
    at = new.find(sought)
    while at >= 0:
        yield at + end - first, at + start - first
        at = new.find(sought, at + 1)


def _part(unit: Sentence, gaps: Sequence[Gap]) -> Iterator[Sentence]:
    """Cut a sentence at the gaps inside it."""
    at = unit.start
    for end, start in gaps:
        if at < end <= start < unit.end:
            yield replace(unit, start=at, end=end)
            at = start
    yield replace(unit, start=at)


def _join(units: Sequence[Sentence], gaps: set[Gap]) -> Iterator[Sentence]:
    """Join neighbours at these gaps, and number what comes of it."""
    joined: list[Sentence] = []
    for unit in units:
        last = joined[-1] if joined else None
        together = last is not None and last.paragraph == unit.paragraph
        if last and together and (last.end, unit.start) in gaps:
            joined[-1] = replace(last, end=unit.end, prose=last.prose or unit.prose)
        else:
            joined.append(unit)
    for position, unit in enumerate(joined, start=1):
        yield replace(unit, position=position)
