"""Learning from the desk: what may come of a lesson, and when nights begin."""

from datetime import datetime, timedelta
from enum import StrEnum

from factcheck.translating import N_

NEVER = -1


class Outcome(StrEnum):
    """What came of a lesson."""

    BEGUN = "begun"
    KEPT = "kept"
    NO_BETTER = "no_better"
    TOO_LITTLE = "too_little"
    FORGOTTEN = "forgotten"


OUTCOME_SAID: dict[Outcome, str] = {
    Outcome.BEGUN: N_("Begun, and not finished"),
    Outcome.KEPT: N_("Kept: better than before"),
    Outcome.NO_BETTER: N_("Not kept: no better than before"),
    Outcome.TOO_LITTLE: N_("Too little to judge by"),
    Outcome.FORGOTTEN: N_("Back to the shipped weights"),
}

# What decides which weights are in force: the last of these.
DECISIONS = (Outcome.KEPT, Outcome.FORGOTTEN)


def night_of(at: datetime, hour: int) -> str:
    """Name the night that a moment belongs to: the day on which that night's hour came.

    Args:
        at: a time on the machine's clock.
        hour: at which the desk learns, 0 to 23.
    """
    return (at - timedelta(hours=hour)).date().isoformat()


def learns_tonight(
    fingerprint: str, *, last_fingerprint: str, decision: Outcome | None
) -> bool:
    """Say whether a night's lesson would be new, and is wanted.

    The same sentences give the same weights. And whoever went back to the shipped
    weights is not overruled in the night: the desk learns again when asked to.
    """
    return fingerprint != last_fingerprint and decision is not Outcome.FORGOTTEN
