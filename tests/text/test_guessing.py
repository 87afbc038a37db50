"""The language of a text is told by its letters and words, and what documents say."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.documents import read_document, read_pasted
from factcheck.text.guessing import guess, guess_language, languages_told

ESSAYS = Path(__file__).parent / "tongues"
GERMAN = "Der Fluss stieg im Mai um zwei Meter, und niemand hat ihn gemessen. "

TOLD = dict(
    line.split("\t")
    for line in (ESSAYS / "sentences.tsv").read_text(encoding="utf-8").splitlines()
)


@pytest.mark.parametrize("tag", TOLD)
def test_a_language_is_told_from_a_sentence(tag):
    assert guess_language(TOLD[tag]) == tag
    assert guess_language(TOLD[tag].upper()) == tag


@pytest.mark.parametrize("path", sorted(ESSAYS.glob("*.txt")), ids=lambda p: p.stem)
def test_the_language_of_an_essay_is_told(path):
    found = read_document(path.read_bytes(), path.name)
    assert found.language == path.stem
    assert read_pasted(found.text).language == path.stem


@pytest.mark.parametrize("text", ["", "1949.", "Mao left.", "— ? !", "Qwx zzyp vrk."])
def test_what_does_not_tell_is_not_told(text):
    assert guess_language(text) == ""
    assert guess(text).code == "en"


def test_the_whole_length_of_a_text_is_looked_at():
    motto = "It was the best of times, it was the worst of times, and so on. " * 40
    assert guess_language(motto + GERMAN * 80_000) == "de"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (["en-US", "de-AT"], "de-AT"),  # Word names what it was installed in.
        (["en-US"], "de"),
        (["nds"], "nds"),  # There are more languages than we can tell.
        (["ru", "ar", "he"], "de"),
        ([], "de"),
    ],
)
def test_a_document_is_believed_unless_its_words_speak_against_it(said, found):
    assert guess_language(GERMAN, said) == found


def test_a_neighbour_that_the_document_names_is_believed():
    told = guess_language(TOLD["no"], ["da-DK"])
    assert told == "da-DK"
    assert guess_language(TOLD["zh"], ["zh-SG"]) == "zh-SG"


def test_fields_above_a_markdown_text_name_its_language():
    text = f"---\ntitle: Fluss\nlang: de-CH\n---\n\n{GERMAN}\n"
    assert read_document(text.encode(), "fluss.md").language == "de-CH"


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_any_text_has_a_language_that_can_be_told_or_none(text):
    found = guess_language(text)
    assert found == guess_language(text)
    assert found == "" or found in languages_told()
