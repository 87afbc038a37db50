"""Word by word, what went and what came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.differences import Change, differences

MARKS = {Change.SAME: "{}", Change.GONE: "[-{}-]", Change.NEW: "[+{}+]"}


def told(before: str, after: str) -> str:
    return "".join(MARKS[p.change].format(p.text) for p in differences(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It rose.", "It rose.", "It rose."),
        ("It rose.", "It fell.", "It [-rose-][+fell+]."),
        ("It rose fast.", "It fell slowly.", "It [-rose fast-][+fell slowly+]."),
        ("", "New", "[+New+]"),
        ("Old", "", "[-Old-]"),
        ("", "", ""),
        ("In 1949 it rose", "It rose", "[-In 1949 it-][+It+] rose"),
        ("강이 불었다", "강이 줄었다", "강이 [-불었다-][+줄었다+]"),
        ("河水上涨", "河水下降", "河水[-上涨-][+下降+]"),
    ],
)
def test_told(before: str, after: str, expected: str):
    assert told(before, after) == expected


@given(st.text("ab .\n🌊河", max_size=30), st.text("ab .\n🌊河", max_size=30))
def test_the_pieces_give_both_texts_back(before: str, after: str):
    pieces = differences(before, after)
    assert "".join(p.text for p in pieces if p.change is not Change.NEW) == before
    assert "".join(p.text for p in pieces if p.change is not Change.GONE) == after
    assert all(piece.text for piece in pieces)
