import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import InvalidError
from factcheck.text.spans import CONTEXT, Span, check_span, quote_context, trim

SAID = "Mao said 🎉 nothing. Stalin left."


def test_a_span_gives_its_words():
    assert Span(9, 18).of(SAID) == "🎉 nothing"


def test_context_stands_on_both_sides_of_a_quote():
    start = SAID.index("nothing")
    assert quote_context(SAID, start, start + 7) == ("Mao said 🎉 ", ". Stalin left.")


def test_context_is_cut_at_its_length():
    prefix, suffix = quote_context("a" * 100 + "quote" + "b" * 100, 100, 105)
    assert (prefix, suffix) == ("a" * CONTEXT, "b" * CONTEXT)


def test_context_is_empty_at_the_borders():
    assert quote_context("quote", 0, 5) == ("", "")


@pytest.mark.parametrize(
    ("text", "trimmed"), [("  a b \u2028", "a b"), ("a", "a"), (" \n ", ""), ("", "")]
)
def test_trim_drops_white_space_at_the_ends(text, trimmed):
    assert trim(text, 0, len(text)).of(text) == trimmed


@given(text=st.text(), data=st.data())
def test_trim_stays_inside_and_keeps_every_word(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = trim(text, start, end)
    assert start <= span.start <= span.end <= end
    assert span.of(text) == text[start:end].strip()


@pytest.mark.parametrize("span", [Span(0, 3), Span(9, 18), Span(0, len(SAID))])
def test_a_span_with_words_is_kept(span):
    check_span(SAID, span)


@pytest.mark.parametrize(
    ("span", "reason"),
    [
        (Span(-1, 3), "outside"),
        (Span(0, len(SAID) + 1), "outside"),
        (Span(5, 4), "outside"),
        (Span(4, 4), "No words"),
        (Span(3, 4), "No words"),
    ],
)
def test_a_span_without_words_is_refused(span, reason):
    with pytest.raises(InvalidError, match=reason) as refused:
        check_span(SAID, span)
    assert refused.value.field == "span"
