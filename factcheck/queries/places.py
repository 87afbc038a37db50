"""Where claims are in an essay, and the way from one to the next."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.queries.standings import ClaimStanding


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim is: its sentence and its number."""

    position: int
    claim: int


def claims_around(
    claims: Sequence[ClaimStanding], at: tuple[int, int]
) -> tuple[Place | None, Place | None]:
    """Return the claim before this place, and the next one to check.

    The search for one to check goes on from the essay's beginning when nothing is
    left below.

    Args:
        claims: the essay's, in reading order.
        at: a code point and a claim's number (0: before any claim that starts there).
    """
    here = bisect_left(claims, at, key=lambda claim: (claim.start, claim.number))
    onward = (*claims[here:], *claims[:here])
    after = next((c for c in onward if c.to_check and c.number != at[1]), None)
    return place_of(claims[here - 1] if here else None), place_of(after)


def place_of(claim: ClaimStanding | None) -> Place | None:
    """Return where a claim is, if there is one."""
    return Place(claim.position, claim.number) if claim else None
