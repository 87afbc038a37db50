"""Dates in words and in addresses, as precise as they are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.rules.dating import day_in, is_later


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The Daily, 3 March 2021", "2021-03-03"),
        ("March 3rd, 2021, page 4", "2021-03-03"),
        ("https://daily.example/2021/03/04/a-river", "2021-03-04"),
        ("Sept. 2020", "2020-09"),
        ("한강, 2021년 3월 4일", "2021-03-04"),
        ("长江 2019年12月", "2019-12"),
        ("Spring 1949", "1949"),
        ("the Mayor 2021", "2021"),
        ("2021-13-45", ""),
        ("Volume 12345", ""),
        ("", ""),
    ],
)
def test_days_that_are_said(words: str, day: str):
    assert day_in(words) == day


@given(st.dates())
def test_what_is_as_precise_is_compared_in_full(day):
    written = f"{day:%Y-%m-%d}".rjust(10, "0")
    assert not is_later(written, written)
    assert not is_later(written[:4], written)
    assert not is_later("", written)
