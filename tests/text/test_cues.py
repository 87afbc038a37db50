# ruff: noqa: RUF001 - quotation marks as writers set them
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.cues import all_cues, cues
from factcheck.text.features import features, is_word, tokens


def found(sentence: str) -> set[str]:
    return set(cues(sentence, tokens(sentence)))


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("It cost 3,000 dollars.", "digits"),
        ("He died on 4 May.", "year"),
        ("In May 4 people died.", "year"),
        ("The 1970s were long.", "year"),
        ("It rose by 5%.", "money"),
        ("“We were never asked,” she said.", "quote"),
        ("Why?”", "question"),
        ("为什么？", "question"),
        ("It was built in a day.", "passive"),
        ("They have not been told.", "perfect"),
        ("China is still paying.", "progressive"),
        ("Nobody walked out.", "ed"),
        ("Rome is older than Paris.", "er_than"),
        ("It is the tallest tower.", "superlative"),
        ("Yesterday the king met Anna.", "name"),
        ("Anna van Dijk left.", "full_name"),
        ("The WHO agrees.", "acronym"),
        ("But consider the snail.", "command"),
        ("According to the register, she was rich.", "said"),
        ("In other words, no.", "talk"),
        ("The road is to be closed.", "main_is"),
        ("The voters left.", "main_past"),
        ("What nonsense.", "no_verb"),
        ("Ten men voted.", "very_short"),
        ("A heading without an end", "no_stop"),
    ],
)
def test_a_cue_is_found(sentence, cue):
    assert cue in found(sentence)


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("You need speed.", "ed"),
        ("I am here.", "name"),
        ("Is it? It is.", "question"),
        ("Everything is going to be well.", "progressive"),
        ("May I come in?", "year"),
        ("Go is a game.", "command"),
        ("The cost was high.", "main_past"),
    ],
)
def test_a_cue_is_not_found(sentence, cue):
    assert cue not in found(sentence)


def test_words_of_a_list_count_less_in_a_long_sentence():
    short = "Perhaps it rained."
    long = f"{short[:-1]} {'and the wind blew ' * 10}all night."
    assert cues(long, tokens(long))["perhaps"] < cues(short, tokens(short))["perhaps"]


def test_a_second_word_of_a_list_adds_less_than_the_first():
    one = cues("A disgrace.", tokens("A disgrace."))["judging"]
    two = cues("A vulgar disgrace.", tokens("A vulgar disgrace."))["judging"]
    assert one < two < 2 * one


def test_every_cue_has_a_side_and_a_name_of_its_own():
    known = all_cues()
    assert all(cue.start for cue in known.values())
    assert all(re.fullmatch("[a-z_]+", name) for name in known)
    assert {cue.speaks_for for cue in known.values()} == {True, False}


def test_a_word_and_a_cue_of_one_name_stay_apart():
    both = features("We know that if it rains, it pours.")
    assert both["if"] == 1.0
    assert 0 < both["'if"] < 1


@given(st.text(), st.booleans())
def test_everything_that_is_weighed_is_a_known_cue_or_a_word(text, english):
    for key, strength in features(text, english=english).items():
        assert is_word(key) or key in all_cues()
        assert 0 < strength <= 1.5
