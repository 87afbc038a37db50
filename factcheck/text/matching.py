"""Which stored claims a text is most like: BM25 over their terms.

A database says which claims hold a term; what that is worth is reckoned here, so that
every database ranks alike. Measured on CheckThat! 2020 and PolitiFact's debates, more
than this (pairs of words, shared numbers, letters in threes, weights that were fitted)
brought nothing. Whether a claim says the same or the opposite no such figure can tell;
see compared.py.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# As usual for short texts; tried on the training parts of both sets only.
_SATURATION = 1.2
_LENGTH = 0.75
_USUAL_LENGTH = 22.0  # terms of a claim with its finding
# Claims that a desk is taken to have besides, of other words: on a desk with three
# claims a word that stands in one of them is still a rare one.
_UNSEEN = 1_000

# Postings that a search reads at most, so that it stays quick on a large desk: the
# rarest terms decide, and the common ones are reckoned of what these find.
MOST_POSTINGS = 4_000
FEWEST_TERMS = 3
MOST_WEIGHED = 200

# From which likeness on a claim is offered beside one claim, and listed for a whole
# essay. On the training parts the first keeps 83 and 93 of 100 right ones and shows
# one or two others with each; the second keeps 52 and 69 and shows hardly any other.
OFFERED = 0.2
LISTED = 0.3


@dataclass(frozen=True, slots=True)
class Statistics:
    """How many claims are stored, and how many of them hold each term."""

    claims: int
    holding: Mapping[str, int]

    def weight(self, term: str) -> float:
        """Return what a term is worth: the rarer, the more."""
        held = self.holding.get(term, 0)
        return math.log(1 + (self.claims + _UNSEEN - held + 0.5) / (held + 0.5))


@dataclass(frozen=True, slots=True)
class Found:
    """A stored claim that is like the text.

    Attributes:
        id: of the stored claim.
        score: higher is more alike; comparable for one text only.
        likeness: how much of what both say they share, 0 to 1. Never shown: it only
            decides whether the claim is offered (OFFERED, LISTED).
    """

    id: int
    score: float
    likeness: float


def worth_reading(asked: Iterable[str], known: Statistics) -> list[str]:
    """Return the terms whose claims are to be looked up, the rarest first."""
    order = sorted((known.holding[t], t) for t in set(asked) if known.holding.get(t))
    chosen: list[str] = []
    postings = 0
    for held, term in order:
        postings += held
        if postings > MOST_POSTINGS and len(chosen) >= FEWEST_TERMS:
            break
        chosen.append(term)
    return chosen


def worth_weighing(
    asked: Iterable[str], holders: Mapping[str, Sequence[int]], known: Statistics
) -> list[int]:
    """Return the ids of the claims that share the most with a text, best first.

    Args:
        asked: the terms of the text.
        holders: the ids of the claims that hold each term that was looked up.
        known: of all stored claims.
    """
    shared: Counter[int] = Counter()
    for term in set(asked):
        worth = known.weight(term)
        for claim in holders.get(term, ()):
            shared[claim] += worth  # type: ignore[assignment]  # a Counter may
    best = sorted(shared, key=lambda claim: (-shared[claim], claim))
    return best[:MOST_WEIGHED]


def rank(
    asked: Iterable[str], stored: Mapping[int, Sequence[str]], known: Statistics
) -> list[Found]:
    """Weigh stored claims against a text, best first.

    Args:
        asked: the terms of the text.
        stored: the terms of each claim that was found, by id.
        known: of all stored claims.
    """
    wanted = {term: known.weight(term) for term in set(asked)}
    total = sum(wanted.values())
    found = [
        _weigh(claim, held, wanted, total, known) for claim, held in stored.items()
    ]
    return sorted(
        (one for one in found if one.score > 0), key=lambda one: (-one.score, one.id)
    )


def _weigh(
    claim: int,
    held: Sequence[str],
    wanted: Mapping[str, float],
    total: float,
    known: Statistics,
) -> Found:
    counts = Counter(held)
    long = 1 - _LENGTH + _LENGTH * len(held) / _USUAL_LENGTH
    score = shared = 0.0
    for term, often in counts.items():
        if worth := wanted.get(term):
            shared += worth
            often_enough = often * (_SATURATION + 1) / (often + _SATURATION * long)
            score += worth * often_enough
    said = sum(map(known.weight, counts))
    both = total + said
    return Found(claim, score, 2 * shared / both if both else 0.0)
