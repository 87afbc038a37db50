# ruff: noqa: RUF001 - commas of many scripts
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.differences import Change, Piece, differences
from factcheck.text.wording import stretches


def shown(old: str, new: str) -> str:
    marks = {Change.SAME: "{}", Change.NEW: "[+{}]", Change.GONE: "[-{}]"}
    return "".join(
        marks[part.change].format(part.text) for part in differences(old, new)
    )


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
    same = Piece(Change.SAME, "Nothing new.")
    assert differences("Nothing new.", "Nothing new.") == (same,)


def test_from_and_to_nothing():
    assert differences("", "") == ()
    assert differences("", "New.") == (Piece(Change.NEW, "New."),)
    assert differences("Old.", "") == (Piece(Change.GONE, "Old."),)


def test_chinese_is_compared_letter_by_letter():
    assert shown("塔高二十六米", "塔高三十六米") == "塔高[-二][+三]十六米"


TEXTS = st.one_of(
    st.text(), st.lists(st.sampled_from(["a", "b,", "c.", "，", " "])).map(" ".join)
)


@given(TEXTS, TEXTS)
def test_the_parts_make_up_both_texts(old, new):
    parts = differences(old, new)
    kept = [part for part in parts if part.change is not Change.NEW]
    came = [part for part in parts if part.change is not Change.GONE]
    assert "".join(part.text for part in kept) == old
    assert "".join(part.text for part in came) == new
    assert all(part.text for part in parts)


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_the_other_way_round_gives_the_same_stretches(old, new):
    turned = [(same, j1, j2, i1, i2) for same, i1, i2, j1, j2 in stretches(new, old)]
    assert stretches(old, new) == turned


def test_whole_essays_are_compared():
    old = " ".join(f"word{number % 7_000}" for number in range(40_000))
    new = old.replace("word55 ", "other ")
    parts = differences(old, new)
    assert "".join(p.text for p in parts if p.change is not Change.GONE) == new
