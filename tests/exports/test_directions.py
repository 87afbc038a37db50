"""Which way text runs, and where it turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exports.directions import isolated, stretches

ARABIC = "يقول (1934)."


@pytest.mark.parametrize(
    ("text", "rtl", "turns"),
    [
        ("", False, []),
        ("left (1).", False, [("left (1).", False)]),
        (
            f"Said: {ARABIC}",
            False,
            [("Said: ", False), ("يقول", True), (" (1934).", False)],
        ),
        (ARABIC, True, [(ARABIC, True)]),
        ("قال John Smith.", True, [("قال ", True), ("John Smith", False), (".", True)]),
    ],
)
def test_text_turns_where_its_letters_do(text, rtl, turns):
    assert list(stretches(text, rtl=rtl)) == turns


def test_isolated_words_keep_their_brackets_and_stops():
    text = f"Said: {isolated(ARABIC)} Done."
    turned = [piece for piece, rtl in stretches(text, rtl=False) if rtl]
    assert turned == [isolated(ARABIC)]


@given(st.lists(st.sampled_from("ab1 .(ق\u2068\u2069\n")).map("".join), st.booleans())
def test_nothing_is_lost_at_a_turn(text, rtl):
    assert "".join(piece for piece, _ in stretches(text, rtl=rtl)) == text
