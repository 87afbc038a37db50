"""When a claim is settled: its reviews agree, or an editor has ruled.

queries/settled.py says the same in SQL; a test holds the two together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Settlement(StrEnum):
    """Where a claim stands between its reviews and an editor.

    WAITING for reviews; its reviews DIFFER; SETTLED because they agree; RULED by an
    editor; REOPENED when a review changed after the ruling. CHANGED when the text was
    revised and nobody confirmed yet that they are about the same words.
    """

    WAITING = "waiting"
    DIFFER = "differ"
    SETTLED = "settled"
    RULED = "ruled"
    REOPENED = "reopened"
    CHANGED = "changed"


FOR_AN_EDITOR = frozenset((Settlement.DIFFER, Settlement.REOPENED))


@dataclass(frozen=True, slots=True)
class RulingInForce:
    """The last ruling on a claim: a key of the scale, and whether it was reopened."""

    verdict: str
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """Where a claim stands, and the verdict's key once it has one."""

    settlement: Settlement
    verdict: str | None = None


def settle(
    verdicts: Sequence[str],
    needed: int,
    ruling: RulingInForce | None = None,
    *,
    changed: bool = False,
) -> Settled:
    """Settle a claim from the verdicts of its given reviews, in any order.

    Surplus reviews count: one that differs reopens the question. Nothing counts as
    long as its words are `changed` and not confirmed.
    """
    if changed:
        return Settled(Settlement.CHANGED)
    return _ruled(ruling) if ruling else _agreed(verdicts, needed)


def _agreed(verdicts: Sequence[str], needed: int) -> Settled:
    if len(verdicts) < needed:
        return Settled(Settlement.WAITING)
    if len(set(verdicts)) > 1:
        return Settled(Settlement.DIFFER)
    return Settled(Settlement.SETTLED, verdicts[0])


def _ruled(ruling: RulingInForce) -> Settled:
    if ruling.reopened:
        return Settled(Settlement.REOPENED)
    return Settled(Settlement.RULED, ruling.verdict)
