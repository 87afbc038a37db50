"""Krippendorff's alpha, against the published examples and another program."""

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.rules.agreement import (
    MINIMUM_UNITS,
    agreement,
    alpha,
    crosstab,
    interval,
    pairs,
)
from factcheck.rules.scales import AVERITEC, NEWSROOM

KEYS = [v.key for v in NEWSROOM.verdicts]
GAP = "*"
# The example of Krippendorff's 2011 paper, and of the krippendorff package: three
# coders, fifteen units, values missing.
PUBLISHED = [
    [GAP, GAP, GAP, GAP, GAP, 3, 4, 1, 2, 1, 1, 3, 3, GAP, 3],
    [1, GAP, 2, 1, 3, 3, 4, 3, GAP, GAP, GAP, GAP, GAP, GAP, GAP],
    [GAP, GAP, 2, 1, 3, 4, 4, GAP, 2, 1, 1, 3, 3, GAP, 4],
]


def units_of(table):
    columns = zip(*table, strict=True)
    return [tuple(value for value in unit if value != GAP) for unit in columns]


def peer(units, metric):
    """Alpha by the krippendorff package."""
    longest = max(len(unit) for unit in units)
    table = [
        [unit[row] if row < len(unit) else float("nan") for unit in units]
        for row in range(longest)
    ]
    return krippendorff.alpha(
        reliability_data=table,
        level_of_measurement=metric,
        value_domain=[1, 2, 3, 4, 5],
    )


@pytest.mark.parametrize(("metric", "value"), [("nominal", 0.691), ("ordinal", 0.807)])
def test_the_published_example_with_missing_values(metric, value):
    units = units_of(PUBLISHED)

    assert alpha(units, metric) == pytest.approx(value, abs=5e-4)
    assert alpha(units, metric) == pytest.approx(peer(units, metric), abs=1e-9)


many_units = st.lists(
    st.lists(st.integers(1, 5), min_size=1, max_size=4), min_size=2, max_size=30
).filter(lambda units: len({v for u in units if len(u) > 1 for v in u}) > 1)


@pytest.mark.parametrize("metric", ["nominal", "ordinal"])
@given(units=many_units)
def test_it_is_what_the_package_says(metric, units):
    assert alpha(units, metric) == pytest.approx(peer(units, metric), abs=1e-9)


def ratings(*rows):
    """Rows of verdicts, a claim each; "" for a review that is missing."""
    return {
        number: {f"r{index}": key for index, key in enumerate(row) if key}
        for number, row in enumerate(rows)
    }


def test_full_agreement_is_one():
    found = agreement(ratings(*[("true", "true"), ("false", "false")] * 6), NEWSROOM)

    assert (found.alpha, found.low, found.high) == (1.0, 1.0, 1.0)
    assert (found.units, found.same, found.why) == (12, 1.0, "")


def test_one_verdict_throughout_is_undefined_and_says_so():
    found = agreement(ratings(*[("true", "true")] * 12), NEWSROOM)

    assert found.alpha is None
    assert "undefined" in found.why


def test_too_few_claims_are_refused_with_the_reason():
    rows = [("true", "false")] * (MINIMUM_UNITS - 1)
    found = agreement(ratings(*rows), NEWSROOM)

    assert (found.alpha, found.low) == (None, None)
    assert str(MINIMUM_UNITS) in found.why
    assert found.same == 0.0


def test_unproven_stays_off_the_scale_and_lowers_coverage():
    rows = [("true", "mostly_true"), ("false", "false")] * 6
    alone = agreement(ratings(*rows), NEWSROOM)
    mixed = agreement(ratings(*rows, ("unproven", "true"), ("unproven",) * 2), NEWSROOM)

    assert mixed.alpha == alone.alpha
    assert (mixed.units, mixed.doubled) == (12, 14)
    assert mixed.coverage == pytest.approx(25 / 28)
    assert alone.coverage == 1.0


def test_ordered_verdicts_forgive_a_near_miss_more_than_a_far_one():
    base = [("true", "true"), ("false", "false"), ("mixed", "mixed")] * 4
    near = agreement(ratings(*base, ("true", "mostly_true")), NEWSROOM)
    far = agreement(ratings(*base, ("true", "false")), NEWSROOM)

    assert near.alpha > far.alpha


def test_a_scale_without_numbers_is_nominal():
    rows = [("supported", "supported"), ("refuted", "not_enough")] * 6
    found = agreement(ratings(*rows), AVERITEC)

    assert found.metric == "nominal"
    assert found.alpha is not None


@given(
    st.lists(st.lists(st.sampled_from([*KEYS, ""]), max_size=4), max_size=25),
    st.randoms(use_true_random=False),
)
def test_reordering_claims_and_reviewers_changes_nothing(rows, shuffler):
    first = ratings(*rows)
    claims = list(first)
    shuffler.shuffle(claims)
    again = {}
    for claim in claims:
        people = list(first[claim].items())
        shuffler.shuffle(people)
        again[claim] = dict(people)

    assert agreement(first, NEWSROOM) == agreement(again, NEWSROOM)
    assert pairs(first) == pairs(again)
    assert crosstab(first, KEYS) == crosstab(again, KEYS)


def test_the_interval_holds_alpha_and_narrows_with_more_claims():
    rows = [(1, 1), (5, 5), (3, 3), (1, 3), (5, 4)]
    few, many = interval(rows * 3, "ordinal"), interval(rows * 60, "ordinal")

    for low, high in (few, many):
        assert low <= alpha(rows * 3, "ordinal") <= high
    assert many[1] - many[0] < few[1] - few[0]


def test_pairs_count_common_claims():
    found = pairs(ratings(("true", "true", ""), ("true", "false", "false")))

    assert [(p.first, p.second, p.claims, p.same) for p in found] == [
        ("r0", "r1", 2, 1),
        ("r0", "r2", 1, 0),
        ("r1", "r2", 1, 1),
    ]
