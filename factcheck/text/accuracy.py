"""How well suggestions agree with people: precision, recall, average precision."""

from collections.abc import Sequence
from dataclasses import dataclass

_AS_GOOD = 0.005

Judged = Sequence[tuple[float, bool]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of suggesting every sentence at or above a threshold.

    Attributes:
        sentences: how many were judged.
        claims: how many of them people call claims.
        precision: the share of the suggested that are claims.
        recall: the share of the claims that were suggested.
    """

    sentences: int
    claims: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Precision and recall in one figure (their harmonic mean)."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def measure(judged: Judged, threshold: float) -> Measured:
    """Compare likelihoods with people's answers at a threshold."""
    suggested = [is_claim for likelihood, is_claim in judged if likelihood >= threshold]
    claims = sum(is_claim for _, is_claim in judged)
    hits = sum(suggested)
    return Measured(
        sentences=len(judged),
        claims=claims,
        precision=hits / len(suggested) if suggested else 0.0,
        recall=hits / claims if claims else 0.0,
    )


def average_precision(judged: Judged) -> float:
    """Return the mean precision at each claim, from the likeliest down.

    Sentences of equal likelihood are taken in the order given.
    """
    ranked = sorted(judged, key=lambda pair: -pair[0])
    hits, total = 0, 0.0
    for rank, (_, is_claim) in enumerate(ranked, start=1):
        if is_claim:
            hits += 1
            total += hits / rank
    return total / hits if hits else 0.0


def best_threshold(judged: Judged) -> float:
    """Return the middle of the thresholds, in hundredths, that are as good as the best.

    As good means within half a hundredth of the highest F1: the curve is flat there,
    and which of them is the very highest is chance.
    """
    found = {at / 100: measure(judged, at / 100).f1 for at in range(5, 96)}
    least = max(found.values()) - _AS_GOOD
    good = [threshold for threshold, f1 in found.items() if f1 >= least]
    return good[len(good) // 2]
