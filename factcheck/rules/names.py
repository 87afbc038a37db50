"""Letters in place of reviewers' names, where a desk hides names until the ruling."""

from collections.abc import Iterable
from datetime import datetime
from string import ascii_uppercase

from factcheck.rules.settling import Settlement
from factcheck.translating import _


def names_hidden(settlement: Settlement, *, hide: bool, ruled: bool) -> bool:
    """Say whether names are hidden: while a ruling may come and none ever has."""
    return hide and not ruled and settlement is not Settlement.SETTLED


def letters(given: Iterable[tuple[int, datetime | None]]) -> dict[int, str]:
    """Name reviews by the order in which they were first given: Reviewer A, B ...

    Args:
        given: id of each review, and when it was first given.
    """
    known = sorted((at.isoformat() if at else "", review) for review, at in given)
    return {
        review: _("Reviewer %(letter)s", letter=_letter(place))
        for place, (_at, review) in enumerate(known)
    }


def _letter(place: int) -> str:
    return ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)
