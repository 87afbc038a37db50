# ruff: noqa: RUF001 - quotation marks as writers set them
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.words import words


def pieces(text):
    return [word.text for word in words(text)]


def picks(text):
    return [word.text for word in words(text) if word.pickable]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mao’s two-faced ally.", ["Mao’s", " ", "two-faced", " ", "ally", "."]),
        ("In 1949, 1,000.5 men", ["In", " ", "1949", ",", " ", "1,000.5", " ", "men"]),
        ("at 12:30 AT&T", ["at", " ", "12:30", " ", "AT&T"]),
        ("“No!” (he)", ["“", "No", "!”", " ", "(", "he", ")"]),
        ("word - word", ["word", " ", "-", " ", "word"]),
        ("", []),
    ],
)
def test_words_are_cut_at_white_space_and_punctuation(text, expected):
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("毛泽东1949年", ["毛", "泽", "东", "1949", "年"]),
        ("スターリンは", ["ス", "タ", "ー", "リ", "ン", "は"]),
        ("กำแพง", ["กำ", "แ", "พ", "ง"]),
        ("ក្ក", ["ក្ក"]),
        ("한국어 사람", ["한국어", "사람"]),
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
    ],
)
def test_scripts_without_spaces_are_cut_into_letters(text, expected):
    assert picks(text) == expected


@pytest.mark.parametrize(
    "cluster",
    [
        "e\u0301",
        "x\u0338\u0302",
        "👩\u200d🚀",
        "👍🏽",
        "🇰🇷",
        "1\ufe0f\u20e3",
        unicodedata.normalize("NFD", "한"),
        "ｶﾞ",
    ],
)
def test_nothing_is_cut_inside_a_combining_sequence(cluster):
    assert cluster in pieces(f"a {cluster} b")


@pytest.mark.parametrize(
    ("piece", "pickable"),
    [("a", True), ("7", True), ("中", True), (",", False), (" ", False), ("🎉", False)],
)
def test_only_letters_and_digits_can_be_picked(piece, pickable):
    assert [word.pickable for word in words(piece)] == [pickable]


def test_a_mark_on_a_space_is_neither_word_nor_space():
    assert pieces("a \u0301b") == ["a", " \u0301", "b"]


def test_a_private_use_letter_is_punctuation():
    assert pieces("中\ue000中") == ["中", "\ue000", "中"]


def test_a_line_end_takes_no_mark():
    assert pieces("a\n\u0301") == ["a", "\n", "\u0301"]


TRICKY = st.text(
    st.sampled_from("aé7_’'-.,: \n\u2028中กำ한ﾞ️🎉👩🚀🏽🇰\u200d\u0301\ue000\xadא")
)


@given(st.text() | TRICKY)
def test_words_cover_a_text_exactly(text):
    found = words(text)
    assert "".join(pieces(text)) == text
    assert [word.start for word in found] == [0, *(word.end for word in found)][:-1]
    assert all(text[word.start : word.end] == word.text != "" for word in found)


@given(st.text() | TRICKY)
def test_no_word_begins_with_a_combining_mark(text):
    for word in words(text):
        before = text[word.start - 1] if word.start else "\n"
        if unicodedata.category(before) not in {"Cc", "Zl", "Zp"}:
            assert unicodedata.category(word.text[0])[0] != "M"
