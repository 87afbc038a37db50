"""Where claims are in an essay, and the way from one to the next."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.errors import NotFoundError
from factcheck.queries.standings import ClaimStanding
from factcheck.translating import _


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


def no_sentence(position: int) -> NotFoundError:
    """Say that an essay has no such sentence."""
    return NotFoundError(
        _("This essay has no sentence %(position)s.", position=position)
    )


def no_claim(number: int) -> NotFoundError:
    """Say that an essay has no such claim in force."""
    return NotFoundError(
        _(
            "This essay has no claim %(number)s in its present text, or its mark was"
            " taken back.",
            number=number,
        )
    )
