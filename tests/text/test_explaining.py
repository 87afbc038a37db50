# ruff: noqa: RUF001 - a question in Chinese
"""What is said of suggestions: the cues, and never too much."""

import pytest

from factcheck.text.accuracy import Measured
from factcheck.text.checkable import likelihood
from factcheck.text.cues import all_cues
from factcheck.text.explaining import REASONS, explain, explain_measured


def test_the_wording_promises_nothing():
    told = explain(likelihood("In 1949 Mao went to Moscow."))
    assert told.startswith("Suggested: looks like a statement that can be checked.")
    assert "Found by: a number" in told
    assert told.endswith("It says nothing about whether the sentence is true.")
    other = explain(likelihood("What, then, is to be done?"))
    assert other.startswith("Not suggested. Found here: a question")
    assert "%" not in told + other
    assert "not a claim" not in other


def test_of_other_languages_it_is_said_that_little_counts():
    told = explain(likelihood("毛泽东去了莫斯科吗？", language="zh"), "zh")
    assert told.startswith("Not suggested. Found here: a question.")
    assert told.endswith("only figures, names and marks count.")


def test_every_cue_that_is_shown_can_be_translated():
    assert set(REASONS) == {cue.words for cue in all_cues().values() if cue.words}


@pytest.mark.parametrize(
    ("precision", "recall", "words"),
    [
        (0.75, 0.95, "about one suggestion in four was not a claim. About one claim"),
        (0.5, 1.0, "about one suggestion in two was not a claim. No claim was missed."),
        (1.0, 0.95, "every suggestion was a claim. About one claim in 20 was missed."),
        (0.1, 0.02, "nearly every suggestion was not a claim. Nearly every claim was"),
        (0.99, 0.5, "about one suggestion in 100 was not a claim. About one claim in"),
    ],
)
def test_mistakes_are_told_without_percentages(
    precision: float, recall: float, words: str
):
    told = explain_measured(Measured(1290, 600, precision, recall))
    assert told.startswith(f"In a test on 1,290 sentences: {words}")
    assert "%" not in told
