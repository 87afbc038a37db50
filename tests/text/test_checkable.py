# ruff: noqa: RUF001 - quotation marks as writers set them
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.checkable import (
    WORDING,
    Suggestion,
    bare_likelihood,
    likelihood,
)
from factcheck.text.weights import shipped_weights, starting_weights

GOLDEN = [
    json.loads(line)
    for line in Path(__file__)
    .with_name("suggestions.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def test_there_are_twenty_golden_sentences():
    assert len({golden["text"] for golden in GOLDEN}) == 20


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda golden: golden["text"][:40])
def test_golden_sentences_keep_their_likelihood(golden):
    found = likelihood(golden["text"])
    assert found.likelihood == pytest.approx(golden["likelihood"], abs=0.0002)
    assert list(found.reasons) == golden["reasons"]
    assert found.suggested == golden["suggested"]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The club has 41 members.", "a number"),
        ("They signed it in March 1921.", "a date"),
        ("She resigned, walked out and founded a rival paper.", "somebody is said to"),
        (
            "The minister said that no clinic had closed.",
            "somebody is said to have said",
        ),
        ("Norway has more bicycles than Sweden has cars.", "a comparison"),
        ("What were they thinking?", "a question"),
        ("It was a shameful, cowardly, ridiculous performance.", "opinion words"),
        ("We ought to close the road.", "a wish or advice"),
        ("It will never happen again.", "something still to come"),
        ("I believe in kindness.", "somebody's own view"),
    ],
)
def test_reasons_say_in_words_what_was_found(sentence, reason):
    reasons = likelihood(sentence).reasons
    assert any(found.startswith(reason) for found in reasons), reasons


def test_reasons_speak_for_the_outcome_and_are_few():
    praised = likelihood(
        "The wonderful, brilliant Dr Chen won the vote 41 to 3 in 1987."
    )
    assert praised.suggested
    assert "opinion words" not in praised.reasons
    assert 1 <= len(praised.reasons) <= 3


def test_a_sentence_without_cues_is_judged_by_its_wording():
    nothing = likelihood("xyz", language="fr")
    assert nothing == Suggestion(nothing.likelihood, (WORDING,), suggested=False)


def test_a_claim_is_likelier_than_the_opinion_about_it():
    claim = "The museum sold 31 of its paintings to a bank in Basel in 1985."
    opinion = "Selling those paintings was the most shameful thing it could have done."
    assert likelihood(claim).likelihood > likelihood(opinion).likelihood


def test_in_other_languages_only_figures_and_marks_count():
    with_figures = "El 12 de mayo de 1931 ardieron 34 conventos."
    without = "La ciudad es hermosa."
    assert likelihood(with_figures, language="es").suggested
    assert not likelihood(without, language="es").suggested
    assert likelihood("毛泽东去了莫斯科吗？", language="zh").reasons == ("a question",)


def test_english_of_any_country_is_english():
    sentence = "The council voted to sell the baths."
    assert likelihood(sentence, language="en-GB") == likelihood(sentence)


def test_other_weights_can_be_used():
    sentence = "The council voted to sell the baths."
    by_hand = likelihood(sentence, weights=starting_weights())
    assert by_hand.likelihood != likelihood(sentence).likelihood


@given(st.text())
def test_any_text_has_a_likelihood(text):
    for language in ("en", "ar", ""):
        found = likelihood(text, language=language)
        assert 0 <= found.likelihood <= 1
        assert found.reasons
        assert found == likelihood(text, language=language)
        bare = bare_likelihood(text, shipped_weights(), language)
        assert bare == found.likelihood


@pytest.mark.parametrize(
    "text",
    ["a" * 200_000, "." * 200_000, "? " * 100_000, "not " * 50_000, '"' * 99_999],
)
def test_long_odd_texts_are_judged_too(text):
    assert 0 <= likelihood(text).likelihood <= 1


def test_the_shipped_weights_tell_how_good_they_are():
    measured = shipped_weights().measured
    assert measured.sentences > 1000
    assert measured.precision > 0.8
    assert measured.recall > 0.8
