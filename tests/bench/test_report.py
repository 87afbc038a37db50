"""What the bench says of its figures."""

import pytest

from tests.bench.report import TENFOLD, Aim, Measure, Reading, lines_of, missed

TWICE = Aim("ratio", "under twice the floor", lambda ratio: ratio < 2, "it reads")


@pytest.fixture
def page() -> Measure:
    readings = {1_000: Reading(30, 20, "5 queries"), 10_000: Reading(450, 200)}
    return Measure("a page", "ms", readings, (TWICE, TENFOLD))


def test_a_figure_stands_beside_its_floor_its_growth_and_its_aims(page: Measure):
    assert [" ".join(line.split()) for line in lines_of(page)] == [
        "a page",
        "1,000 30.00 ms floor 20.00 ms 1.50 x 5 queries",
        "10,000 450 ms floor 200 ms 2.25 x",
        "growth 15.00 x",
        "aim under twice the floor: NOT MET (1.50, 2.25) why it reads",
        "aim at most tenfold growth: NOT MET (15.00)",
    ]


def test_what_was_missed_is_named_with_its_numbers(page: Measure):
    assert missed([page]) == [
        "a page: under twice the floor, measured 1.50, 2.25",
        "a page: at most tenfold growth, measured 15.00",
    ]


def test_a_rate_grows_dearer_as_it_falls():
    readings = {1_000: Reading(400), 10_000: Reading(100)}
    assert Measure("saves", "/s", readings, is_rate=True).growth == 4


def test_one_size_alone_has_no_growth():
    measure = Measure("a page", "ms", {1_000: Reading(30)})
    assert measure.growth is None
    assert missed([measure]) == []
