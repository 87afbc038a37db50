"""When a night begins, and whether the desk learns in it."""

from datetime import datetime

import pytest

from factcheck.rules.lessons import OUTCOME_SAID, Outcome, learns_tonight, night_of


@pytest.mark.parametrize(
    ("at", "hour", "night"),
    [
        ("2026-03-05T02:59:59+01:00", 3, "2026-03-04"),
        ("2026-03-05T03:00:00+01:00", 3, "2026-03-05"),
        ("2026-03-05T23:59:59+01:00", 3, "2026-03-05"),
        ("2026-03-06T00:00:00+01:00", 0, "2026-03-06"),
    ],
)
def test_a_night_begins_at_its_hour(at: str, hour: int, night: str):
    assert night_of(datetime.fromisoformat(at), hour) == night


@pytest.mark.parametrize(
    ("last", "decision", "learns"),
    [
        ("", None, True),
        ("same", None, False),
        ("other", Outcome.KEPT, True),
        ("other", Outcome.FORGOTTEN, False),
    ],
)
def test_a_night_is_for_what_is_new_and_wanted(
    last: str, decision: Outcome | None, *, learns: bool
):
    found = learns_tonight("same", last_fingerprint=last, decision=decision)
    assert found is learns


def test_every_outcome_is_said():
    assert OUTCOME_SAID.keys() == set(Outcome)
