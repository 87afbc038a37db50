"""Takes the exact words of a claim, with their surroundings, from the stored text."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from factcheck.models import Sentence
from factcheck.queries.essays import whole_text, words_between
from factcheck.rules.claims import check_words
from factcheck.text.spans import CONTEXT, quote_context


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a version: text[start:end] == quote, and up to 32 code points around."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str


def quote_words(session: Session, sentence: Sentence, start: int, end: int) -> Quoted:
    """Quote words of one sentence.

    Raises:
        InvalidError: they do not lie inside it, or hold no word.
    """
    low = max(0, sentence.start - CONTEXT)
    around = words_between(session, sentence.version_id, low, sentence.end + CONTEXT)
    return _quote(around, low, sentence, (start, end))


def quote_whole(text: str, start: int, end: int) -> Quoted:
    """Quote a whole sentence of a text.

    Raises:
        InvalidError: it holds no word.
    """
    quote = check_words(text, start, end, sentence_start=start, sentence_end=end)
    return Quoted(start, end, quote, *quote_context(text, start, end))


def quote_sentences(session: Session, sentences: Sequence[Sentence]) -> list[Quoted]:
    """Quote whole sentences of one version, reading its text once."""
    if len(sentences) == 1:
        (sentence,) = sentences
        return [quote_words(session, sentence, sentence.start, sentence.end)]
    text = whole_text(session, sentences[0].version_id) if sentences else ""
    return [_quote(text, 0, s, (s.start, s.end)) for s in sentences]


def _quote(around: str, low: int, sentence: Sentence, words: tuple[int, int]) -> Quoted:
    start, end = words
    quote = check_words(
        around,
        start - low,
        end - low,
        sentence_start=sentence.start - low,
        sentence_end=sentence.end - low,
    )
    prefix, suffix = quote_context(around, start - low, end - low)
    return Quoted(start, end, quote, prefix, suffix)
