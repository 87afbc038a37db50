import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.readers.numbering import Counters, Level, write


@pytest.mark.parametrize(
    ("number", "shape", "written"),
    [
        (1, "a", "a"),
        (27, "A", "AA"),
        (28, "a", "bb"),
        (1949, "I", "MCMXLIX"),
        (44, "i", "xliv"),
        (0, "i", "0"),
        (5_000, "I", "5000"),
        (12, "1", "12"),
    ],
)
def test_numbers_are_written_in_each_shape(number, shape, written):
    assert write(number, shape) == written


@given(st.integers(1, 3_999))
def test_roman_numbers_are_roman(number):
    roman = "M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})"
    assert re.fullmatch(roman, write(number, "I"))


@given(st.lists(st.integers(0, 3), min_size=1, max_size=30))
def test_any_order_of_levels_is_counted(levels):
    """Each label ends in how manieth it is since a level above went on."""
    rules = {
        n: Level("1", "".join(f"%{k + 1}." for k in range(n + 1))) for n in range(4)
    }
    counters = Counters()
    counts = dict.fromkeys(range(4), 0)
    for level in levels:
        counts[level] += 1
        counts.update(dict.fromkeys(range(level + 1, 4), 0))
        label = counters.label("list", level, rules)
        assert label.split(".")[level] == str(counts[level])
