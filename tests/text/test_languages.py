"""Sentences in each language that the rules know, told its name or not."""

from pathlib import Path

import pytest

from factcheck.text.guessing import guess
from factcheck.text.languages import KNOWN, known, subtag
from factcheck.text.sentences import split

CASES = Path(__file__).parent / "cases"
UNSPACED = {"ja", "zh"}
FEWEST = 6


def cases(code):
    """Read the cases of a language: a sentence a line, a blank line between cases."""
    text = (CASES / f"{code}.txt").read_text(encoding="utf-8")
    return [case.splitlines() for case in text.strip().split("\n\n")]


LISTED = sorted(file.stem for file in CASES.glob("*.txt"))
ALL = [(code, case) for code in LISTED for case in cases(code)]


def units(text, language):
    return [text[s.start : s.end] for s in split(text, language)]


@pytest.mark.parametrize(("code", "sentences"), ALL, ids=lambda part: part[0][:40])
def test_sentences_are_cut_in_their_language(code, sentences):
    text = ("" if code in UNSPACED else " ").join(sentences)
    assert units(text, code) == sentences


@pytest.mark.parametrize(("code", "sentences"), ALL, ids=lambda part: part[0][:40])
def test_sentences_are_cut_without_a_language(code, sentences):
    text = ("" if code in UNSPACED else " ").join(sentences)
    assert units(text, "") == sentences


@pytest.mark.parametrize("code", LISTED)
def test_each_listed_language_has_cases(code):
    assert code in KNOWN
    assert len(cases(code)) >= FEWEST


@pytest.mark.parametrize("code", LISTED)
def test_a_language_is_guessed_from_its_sentences(code):
    text = " ".join(sentence for case in cases(code) for sentence in case)
    assert guess(text).code == code


@pytest.mark.parametrize("code", sorted(KNOWN))
def test_words_are_listed_without_their_stop(code):
    language = KNOWN[code]
    forms = language.titles | language.leading | language.numbered | language.either
    assert [form for form in forms if form.endswith((".", ","))] == []


@pytest.mark.parametrize(
    ("tag", "code"), [("de-AT", "de"), ("PT_br", "pt"), ("nn", "no"), ("vi", None)]
)
def test_a_tag_names_a_language(tag, code):
    found = known(tag)
    assert (found.code if found else None) == code


def test_a_tag_without_a_region_is_its_own_subtag():
    assert subtag("vi") == "vi"
