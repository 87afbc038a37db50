"""Spreading claims over people."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from factcheck.rules.assignments import spread


def test_two_reviews_of_three_claims_by_three_people():
    assert spread([1, 2, 3], [7, 8, 9], 2, {}) == [
        (1, 7),
        (1, 8),
        (2, 9),
        (2, 7),
        (3, 8),
        (3, 9),
    ]


def test_what_somebody_has_counts():
    assert spread([1, 2], [7, 8], 1, {1: [7]}) == [(2, 8)]


@given(
    st.lists(st.integers(1, 40), unique=True, max_size=30),
    st.lists(st.integers(100, 110), unique=True, min_size=1, max_size=6),
    st.integers(1, 5),
)
def test_nobody_gets_one_twice_and_loads_stay_even(claims, people, needed):
    added = spread(claims, people, needed, {})

    assert len(set(added)) == len(added) == len(claims) * min(needed, len(people))
    load = Counter(person for _, person in added)
    counts = [load[person] for person in people]
    assert max(counts) - min(counts) <= 1
