import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.accuracy import (
    Measured,
    average_precision,
    best_threshold,
    measure,
)

JUDGED = [(0.9, True), (0.8, False), (0.7, True), (0.2, False), (0.1, True)]
judgements = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=30)


def test_precision_and_recall_at_a_threshold():
    assert measure(JUDGED, 0.7) == Measured(5, 3, precision=2 / 3, recall=2 / 3)
    assert measure(JUDGED, 0.7).f1 == pytest.approx(2 / 3)


def test_a_threshold_that_suggests_nothing():
    assert measure(JUDGED, 0.95) == Measured(5, 3, precision=0.0, recall=0.0)
    assert measure(JUDGED, 0.95).f1 == 0.0
    assert measure([], 0.5) == Measured(0, 0, precision=0.0, recall=0.0)


def test_average_precision_looks_at_each_claim_from_the_likeliest_down():
    assert average_precision(JUDGED) == pytest.approx((1 + 2 / 3 + 3 / 5) / 3)
    assert average_precision([(0.5, False)]) == 0.0


def test_the_middle_of_equally_good_thresholds_is_chosen():
    assert best_threshold([(0.9, True), (0.6, True), (0.4, False)]) == 0.51
    nearly = [(0.9, True)] * 500 + [(0.5, False)] * 2 + [(0.4, False)] * 100
    assert best_threshold(nearly) == 0.66
    assert best_threshold([(0.5, False)]) == 0.5


@given(judgements)
def test_figures_stay_between_nothing_and_all(judged):
    found = measure(judged, best_threshold(judged))
    assert 0 <= found.precision <= 1
    assert 0 <= found.recall <= 1
    assert 0 <= average_precision(judged) <= 1
