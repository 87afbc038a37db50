"""When a digest is due, and what it tells."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from factcheck.rules.people import Digest

# Under a day and a week: a timer that runs a little early is then no day late.
_LEAST = {Digest.DAILY: timedelta(hours=20), Digest.WEEKLY: timedelta(days=6, hours=12)}


@dataclass(frozen=True, slots=True)
class EssayWaits:
    """What waits for a person on one essay."""

    slug: str
    title: str
    reviews: int = 0
    rulings: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for a person."""

    essays: tuple[EssayWaits, ...] = ()
    mentions: int = 0

    def __bool__(self) -> bool:
        """Say whether anything waits."""
        return bool(self.essays) or self.mentions > 0


def is_due(digest: Digest, sent_at: datetime | None, at: datetime) -> bool:
    """Say whether a person who wants a digest this often is to get one."""
    least = _LEAST.get(digest)
    if least is None:
        return False
    return sent_at is None or at - sent_at >= least
