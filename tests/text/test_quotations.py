"""Whether quoted words stand in a text: the labelled set, by hand, and any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.differences import Change
from factcheck.text.quotations.checking import (
    Checked,
    Outcome,
    check_quotation,
    check_quotations,
)
from factcheck.text.quotations.prepared import prepare
from tests.text.quoting.matrix import SHOWN, cells, judged
from tests.text.quoting.pairs import TEXTS, pairs

LETTERS = st.text("aAbt1 .,'\"-—…[]()\n\u064b\u0301中가و", max_size=40)


def checked(quote: str, text: str) -> Checked:
    return check_quotation(quote, prepare(text))


def told(found: Checked) -> str:
    marks = {Change.SAME: "{}", Change.GONE: "[-{}-]", Change.NEW: "[+{}+]"}
    return "".join(marks[piece.change].format(piece.text) for piece in found.pieces)


def test_the_labelled_set_has_variety():
    assert len(pairs()) >= 2_000
    by_hand = [pair for pair in pairs() if pair.edit == "by hand"]
    assert len(by_hand) >= 100
    for kind in SHOWN:
        languages = {pair.language for pair in by_hand if pair.outcome is kind}
        assert languages == TEXTS.keys()


def test_nothing_altered_or_absent_is_called_exact():
    for kind in (Outcome.ALTERED, Outcome.ABSENT):
        assert cells()[kind, Outcome.EXACT] == 0
        assert cells()[kind, Outcome.ELIDED] == 0


def test_what_is_exact_is_called_so():
    exact = [found for pair, found in judged() if pair.outcome is Outcome.EXACT]
    right = sum(found.outcome is Outcome.EXACT for found in exact)
    assert right >= 0.98 * len(exact)


def test_the_other_kinds_are_told_apart():
    for kind in (Outcome.ELIDED, Outcome.ALTERED, Outcome.ABSENT):
        total = sum(cells()[kind, said] for said in SHOWN)
        assert cells()[kind, kind] >= 0.97 * total


def test_a_passage_is_where_the_words_stand():
    for pair, found in judged():
        if pair.edit == "as it stands":
            ((start, end),) = found.passages
            assert pair.text[start:end].strip() == pair.quote.strip()


TEXT = "She wrote: “The bridge, he said, is well-\nknown.” It cost £212, or 1.5%."


@pytest.mark.parametrize(
    ("quote", "passages"),
    [
        ("the bridge", []),
        ("The bridge", ["The bridge"]),
        ('"The bridge,', ["“The bridge,"]),
        ("is well-known", ["is well-\nknown"]),
        ("It cost … 1.5%", ["It cost", "1.5%"]),
        ("The bridge [...] is well-known.", ["The bridge", "is well-\nknown."]),
    ],
)
def test_passages(quote: str, passages: list[str]):
    found = checked(quote, TEXT)
    if passages:
        assert [TEXT[a:b] for a, b in found.passages] == passages
    else:
        assert found.outcome is Outcome.ALTERED


@pytest.mark.parametrize(
    ("quote", "expected", "changed"),
    [
        ("The bridge, she said, is", "The bridge, [-he-][+she+] said, is", 1),
        ("It cost £312, or", "It cost £[-212-][+312+], or", 1),
        ("It cost £212 or 1.5%.", "It cost £212[-,-] or 1.5%.", 1),
    ],
)
def test_differences_are_told(quote: str, expected: str, changed: int):
    found = checked(quote, TEXT)
    assert (told(found), found.changed) == (expected, changed)


def test_parts_in_another_order_are_altered():
    found = checked("It cost £212 … The bridge, he said", TEXT)
    assert found.outcome is Outcome.ALTERED
    assert len(found.passages) == 2


@pytest.mark.parametrize(("quote", "text"), [("", "a"), (" ", "a"), ("a", " ")])
def test_nothing_to_check(quote: str, text: str):
    assert checked(quote, text) == Checked(Outcome.NOTHING)


def test_marks_alone_are_found_as_marks():
    assert checked("?!", "What?! No.").passages == ((4, 6),)
    assert checked("!?", "What?! No.").outcome is Outcome.ABSENT


def test_several_at_once():
    found = check_quotations(["It cost £212", "It cost £213"], TEXT)
    assert [each.outcome for each in found] == [Outcome.EXACT, Outcome.ALTERED]


@given(LETTERS, LETTERS)
def test_any_quotation_in_any_text(quote: str, text: str):
    found = checked(quote, text)
    for start, end in found.passages:
        assert 0 <= start < end <= len(text)
    if found.outcome is Outcome.EXACT:
        letters = [c for c in quote if c.isalnum()]
        ((start, end),) = found.passages
        assert [c for c in text[start:end] if c.isalnum()] == letters


@given(LETTERS, st.text("abc ", min_size=1).filter(str.strip), LETTERS)
def test_words_between_spaces_are_found(before: str, quote: str, after: str):
    text = f"{before}\n{quote}\n{after}"
    assert checked(quote, text).outcome is Outcome.EXACT


@pytest.mark.parametrize("piece", ["a", "a ", ". ", "[", "…", "a-\n", "1.", "中", "'"])
def test_texts_made_to_hang_it_end(piece: str):
    text = prepare(piece * 20_000)
    for quote in (piece * 1_000, "[a] " * 1_000, "… a " * 39, "b", piece * 9 + "b"):
        assert check_quotation(quote, text).outcome in Outcome
