"""When a digest is due."""

from datetime import UTC, datetime, timedelta

import pytest

from factcheck.rules.digests import EssayWaits, Waiting, is_due
from factcheck.rules.people import Digest

NOW = datetime(2026, 3, 3, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("digest", "hours", "due"),
    [
        (Digest.NEVER, None, False),
        (Digest.NEVER, 10_000, False),
        (Digest.DAILY, None, True),
        (Digest.DAILY, 23, True),
        (Digest.DAILY, 19, False),
        (Digest.WEEKLY, None, True),
        (Digest.WEEKLY, 24 * 6, False),
        (Digest.WEEKLY, 24 * 7 - 1, True),
    ],
)
def test_a_digest_is_due_after_its_time(digest: Digest, hours: int | None, due: bool):  # noqa: FBT001
    sent_at = None if hours is None else NOW - timedelta(hours=hours)
    assert is_due(digest, sent_at, NOW) is due


def test_something_waits_or_nothing():
    assert not Waiting()
    assert Waiting(mentions=1)
    assert Waiting(essays=(EssayWaits("a", "A", 1),))
