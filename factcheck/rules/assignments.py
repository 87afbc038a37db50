"""Who is to review what: claims spread evenly, and when one taken is free again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from factcheck.errors import InvalidError
from factcheck.translating import _

LONGEST_TAKE = 60 * 24 * 30


def spread(
    claims: Sequence[int],
    people: Sequence[int],
    needed: int,
    held: Mapping[int, Sequence[int]],
) -> list[tuple[int, int]]:
    """Give each claim the people it still needs, so that nobody has much more.

    Args:
        claims: ids, in reading order.
        people: ids of those to choose from.
        needed: how many people a claim is to have.
        held: who has which claim already, by assignment or by a review; also of claims
            that need nobody, because they count as work done.

    Returns:
        (claim, person) pairs to add: the person with the fewest claims comes first,
        and nobody gets one twice.
    """
    load = Counter(dict.fromkeys(people, 0))
    load.update(p for holders in held.values() for p in holders if p in load)
    order = {person: index for index, person in enumerate(people)}
    added = []
    for claim in claims:
        has = set(held.get(claim, ()))
        free = sorted(
            (p for p in people if p not in has), key=lambda p: (load[p], order[p])
        )
        for person in free[: max(0, needed - len(has))]:
            load[person] += 1
            added.append((claim, person))
    return added


def free_again(taken_at: datetime, minutes: int) -> datetime:
    """When a claim that was taken and left returns to the queue."""
    return taken_at + timedelta(minutes=minutes)


def check_take_minutes(minutes: int) -> int:
    """Return how long a taken claim is kept for its taker.

    Raises:
        InvalidError: under a minute or over thirty days.
    """
    if not 1 <= minutes <= LONGEST_TAKE:
        raise InvalidError(
            "take_minutes", _("Keep a taken claim for 1 minute to 30 days (43,200).")
        )
    return minutes
