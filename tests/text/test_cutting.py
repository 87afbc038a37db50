"""Where a sentence can be cut: before a word, and what opens it goes along."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.cutting import cut_before, places
from tests.exports.strategies import words


@pytest.mark.parametrize(
    ("sentence", "word", "halves"),
    [
        ("It rose. It fell.", "It fell", ("It rose. ", "It fell.")),
        ("He left. “Why?” she said.", "Why", ("He left. ", "“Why?” she said.")),
        ('He left. "Why?" she said.', "Why", ("He left. ", '"Why?" she said.')),
        ("It rose (in 1949).", "in", ("It rose ", "(in 1949).")),
        ("It rose—it fell.", "it fell", ("It rose—", "it fell.")),
        ("¿Qué? ¿Cómo?", "Cómo", ("¿Qué? ", "¿Cómo?")),
        ("好。「是」他说。", "是", ("好。", "「是」他说。")),
        ("مرحبا. أهلا.", "أهلا", ("مرحبا. ", "أهلا.")),
        ("👩‍🚀 flew. It fell 🌊.", "It", ("👩‍🚀 flew. ", "It fell 🌊.")),
    ],
)
def test_a_word_takes_along_what_opens_it(sentence, word, halves):
    cut = cut_before(sentence, sentence.index(word))
    assert (sentence[:cut], sentence[cut:]) == halves


@pytest.mark.parametrize("at", [0, 1, 4, 7, 99, -1])
def test_no_cut_inside_a_word_or_before_the_first(at):
    assert cut_before("It rose.", at) is None


@given(words, st.data())
def test_a_cut_leaves_something_on_both_sides(sentence, data):
    found = places(sentence)
    if not found:
        return
    cut = cut_before(sentence, data.draw(st.sampled_from(found)))
    assert cut is None or (sentence[:cut].strip() and sentence[cut:].strip())
