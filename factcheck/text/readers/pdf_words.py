"""Lines of a PDF joined to running words, across hyphens and the ends of lines."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.text.readers.pdf_lines import DIVIDED, Line, is_han, is_hangul

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")  # noqa: RUF001
_WORD_AT_END = re.compile(r"[^\W\d_]+\Z")
_WORD_AT_START = re.compile(r"\A[^\W\d_]+")


class Words(NamedTuple):
    """How a document writes its words.

    Attributes:
        counted: how often each word stands whole in a line.
        spaced: whether Korean lines that end between words end in a space.
    """

    counted: Counter[str]
    spaced: bool


def words_of(every: Sequence[Line]) -> Words:
    """Count the words that stand whole in a line, and look at the ends of lines."""
    counted = Counter(
        word.lower() for line in every for word in _WORD.findall(line.words)
    )
    spaced = any(
        line.words.endswith(" ") and is_hangul(line.words[-2:-1]) for line in every
    )
    return Words(counted, spaced)


def joined(lines: Sequence[Line], words: Words) -> str:
    """Join lines, with the words that were divided at their ends."""
    text = ""
    for line in lines:
        said = line.words
        if text.rstrip().endswith(DIVIDED):
            text = _undivided(text.rstrip()[:-1], said, words.counted)
        else:
            text = text + _between(text, said, words) + said
    return " ".join(text.replace(DIVIDED, "").split())


def _between(above: str, below: str, words: Words) -> str:
    """Return what stands between two lines: a space, or nothing in some scripts."""
    last, first = above[-1:], below[:1]
    if is_hangul(last) and is_hangul(first):
        return "" if words.spaced else " "
    return "" if not above or (is_han(last) and is_han(first)) else " "


def _undivided(above: str, below: str, words: Counter[str]) -> str:
    """Join a divided word; a hyphen stays where the word has one elsewhere too."""
    head, tail = _WORD_AT_END.search(above), _WORD_AT_START.match(below)
    if head is None or tail is None:
        return f"{above}-{below}"
    whole, hyphened = (
        f"{head.group()}{sign}{tail.group()}".lower() for sign in ("", "-")
    )
    stays = words[hyphened] > words[whole] or not tail.group()[0].islower()
    return f"{above}{'-' if stays else ''}{below}"
