"""How far apart verdicts are."""

import pytest

from factcheck.rules.rulings import spread
from factcheck.rules.scales import PRESETS

NEWSROOM = PRESETS["newsroom"]
UNORDERED = next(
    scale
    for scale in PRESETS.values()
    if all(verdict.value is None for verdict in scale.verdicts)
)


def labels(scale, keys: str):
    return [scale.verdict(key) for key in keys.split()]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("", 0),
        ("true", 0),
        ("true true", 0),
        ("true mostly_true", 1),
        ("true mixed false", 4),
        ("misleading mostly_false", 0.5),
        ("mixed unproven", 4),
    ],
)
def test_a_scale_of_numbers(keys: str, expected: float):
    assert spread(labels(NEWSROOM, keys), NEWSROOM) == expected


def test_a_scale_without_numbers_counts_labels():
    first, second, third = UNORDERED.verdicts[:3]
    assert spread([first, second, first], UNORDERED) == 1
    assert spread([first, second, third], UNORDERED) == 2
