import time

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.alignment import gaps, heaviest, in_place, match

NONE: frozenset[str] = frozenset()


def test_what_is_unique_is_found_wherever_it_went():
    found = match("abcdef", "defabc", NONE)
    assert found.to_new == {0: 3, 1: 4, 2: 5, 3: 0, 4: 1, 5: 2}
    assert not found.unsure


def test_the_smaller_part_is_what_moved():
    assert in_place(match("abcdefg", "fgabcde", NONE)) == {0, 1, 2, 3, 4}


def test_repeats_are_told_apart_by_their_neighbours():
    found = match("arbrcr", "arbrcr!", NONE)
    assert found.to_new == {at: at for at in range(6)}
    assert not found.unsure


def test_one_repeat_fewer_between_the_same_neighbours_is_unsure():
    found = match("arrrb", "arrb", NONE)
    assert found.unsure == {1, 2}
    assert (found.to_new[1], found.to_new[2]) == (1, 2)


def test_a_repeat_cut_elsewhere_leaves_the_others_sure():
    found = match("arbcrd", "abcrd", NONE)
    assert found.to_new[4] == 3
    assert 1 not in found.to_new
    assert not found.unsure


def test_a_weak_item_is_not_found_far_from_its_neighbours():
    old = "n" + "".join(map(chr, range(1000, 1020)))
    new = "".join(map(chr, range(2000, 2020))) + "n"
    assert match(old, new, frozenset("n")).unsure == {0}
    assert not match(old, new, NONE).unsure


def test_gaps_lie_beside_a_common_neighbour():
    assert gaps(match("axxbyc", "abzzc", NONE)) == [(range(4, 5), range(2, 4))]


def test_the_heaviest_chain_is_not_the_longest():
    assert heaviest([(0, 5, 9), (1, 0, 1), (2, 1, 1)]) == [(0, 5)]


@given(st.text("abcdr", max_size=30), st.text("abcdr", max_size=30))
def test_matches_are_one_to_one_and_equal(old, new):
    found = match(old, new, frozenset("r"))
    assert {j: i for i, j in found.to_new.items()} == found.to_old
    assert all(old[i] == new[j] for i, j in found.to_new.items())
    assert found.unsure <= found.to_new.keys()
    turned = found.turned()
    assert turned.to_new == found.to_old
    assert turned.turned().unsure == found.unsure


def test_repeats_by_the_thousand_take_no_longer_than_others():
    start = time.process_time()
    match("r" * 20_000, "r" * 19_000, NONE)
    match("ab" * 10_000, "ba" * 10_000, NONE)
    assert time.process_time() - start < 5  # A table would take minutes.
