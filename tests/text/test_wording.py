# ruff: noqa: RUF001 - commas of many scripts
import time

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.wording import DiffKind, DiffPart, stretches, word_diff


def shown(old: str, new: str) -> str:
    marks = {DiffKind.SAME: "{}", DiffKind.ADDED: "[+{}]", DiffKind.REMOVED: "[-{}]"}
    return "".join(marks[part.kind].format(part.text) for part in word_diff(old, new))


def test_a_changed_word_is_shown_whole():
    assert (
        shown("It will build six plants.", "It will build four plants.")
        == "It will build [-six][+four] plants."
    )


def test_words_added_and_removed():
    assert shown("He met Mao.", "He often met Mao.") == "He [+often ]met Mao."
    assert shown("He often met Mao.", "He met Mao.") == "He [-often ]met Mao."


def test_changes_that_only_a_space_parts_read_as_one():
    assert (
        shown("It has two new plants here.", "It has three old plants here.")
        == "It has [-two new][+three old] plants here."
    )


def test_the_same_text_is_one_part():
    same = DiffPart(DiffKind.SAME, "Nothing new.")
    assert word_diff("Nothing new.", "Nothing new.") == (same,)


def test_from_and_to_nothing():
    assert word_diff("", "") == ()
    assert word_diff("", "New.") == (DiffPart(DiffKind.ADDED, "New."),)
    assert word_diff("Old.", "") == (DiffPart(DiffKind.REMOVED, "Old."),)


def test_chinese_is_compared_letter_by_letter():
    assert shown("塔高二十六米", "塔高三十六米") == "塔高[-二][+三]十六米"


TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(["a", "b,", "c.", "，", " "])).map(" ".join)
)


@given(TEXTS, TEXTS)
def test_the_parts_make_up_both_texts(old, new):
    parts = word_diff(old, new)
    kept = [part for part in parts if part.kind is not DiffKind.ADDED]
    came = [part for part in parts if part.kind is not DiffKind.REMOVED]
    assert "".join(part.text for part in kept) == old
    assert "".join(part.text for part in came) == new
    assert all(part.text for part in parts)


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_the_other_way_round_gives_the_same_stretches(old, new):
    turned = [(same, j1, j2, i1, i2) for same, i1, i2, j1, j2 in stretches(new, old)]
    assert stretches(old, new) == turned


def test_whole_essays_are_compared_in_bearable_time():
    old = " ".join(f"word{number % 7_000}" for number in range(40_000))
    new = old.replace("word55 ", "other ")
    start = time.process_time()
    parts = word_diff(old, new)
    assert time.process_time() - start < 10
    assert "".join(p.text for p in parts if p.kind is not DiffKind.REMOVED) == new
