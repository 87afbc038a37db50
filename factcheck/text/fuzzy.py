"""How alike texts are, by rapidfuzz.

It is loaded when something is compared for the first time: it takes three megabytes,
and most days of a desk pass without a comparison.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rapidfuzz.distance import MatchingBlock, ScoreAlignment


def ratio(one: str, other: str, *, least: float = 0) -> float:
    """Return how alike two texts are, 0 to 100: 0 where it is less than `least`."""
    score: float = _fuzz().ratio(one, other, score_cutoff=least)
    return score


def partial_ratio(one: str, other: str, *, least: float = 0) -> float:
    """Return how alike the shorter text is to its best place in the longer one."""
    score: float = _fuzz().partial_ratio(one, other, score_cutoff=least)
    return score


def best_place(one: str, other: str, *, least: float) -> "ScoreAlignment | None":
    """Return the place in the longer text that is most like the shorter one."""
    found: ScoreAlignment | None = _fuzz().partial_ratio_alignment(
        one, other, score_cutoff=least
    )
    return found


def common_blocks(
    one: Sequence[str], other: Sequence[str]
) -> "Sequence[MatchingBlock]":
    """Return the runs that two texts, or lists of words, have in common, in order."""
    blocks: Sequence[MatchingBlock] = _indel().opcodes(one, other).as_matching_blocks()
    return blocks


def most_alike(
    words: str, among: Sequence[str], *, limit: int, least: float
) -> list[tuple[str, int]]:
    """Return the texts that share the most words with some words, and their places."""
    from rapidfuzz import process  # noqa: PLC0415  (see above)

    found = process.extract(
        words,
        among,
        scorer=_fuzz().token_set_ratio,
        limit=limit,
        score_cutoff=least,
    )
    return [(text, index) for text, _, index in found]


@cache
def _fuzz() -> Any:
    from rapidfuzz import fuzz  # noqa: PLC0415  (see above)

    return fuzz


@cache
def _indel() -> Any:
    from rapidfuzz.distance import Indel  # noqa: PLC0415  (see above)

    return Indel
