"""When a claim is settled: the needed reviews are in and agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Settlement(StrEnum):
    """Where a claim stands between its reviews."""

    WAITING = "waiting"
    DIFFER = "differ"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Settled:
    """Where a claim stands, and the verdict's key once it is settled."""

    settlement: Settlement
    verdict: str | None = None


def settle(verdicts: Sequence[str], needed: int) -> Settled:
    """Settle a claim from the verdicts of its given reviews, in any order.

    Surplus reviews count: one that differs reopens the question.
    """
    if len(verdicts) < needed:
        return Settled(Settlement.WAITING)
    if len(set(verdicts)) > 1:
        return Settled(Settlement.DIFFER)
    return Settled(Settlement.SETTLED, verdicts[0])
