"""A sentence cut into the words that can be chosen for a claim."""
# ruff: noqa: RUF001, RUF003 - apostrophes and hyphens as writers set them

import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Apostrophes, hyphens and "&" stay inside a word (people’s, two-faced, AT&T), as do
# the marks that group digits (1,000.5 or 12:30). Every other code point is white
# space or punctuation, so the three kinds together cover any text.
_SOLO = "\ue000"
_TOKEN = re.compile(
    rf"{_SOLO}|\w+(?:['’&\-‐‑\xad]\w+|(?<=\d)[.,:/]\d\w*)*|\s+|[^\w\s{_SOLO}]+"
)

# Below U+0300 and among the common punctuation nothing combines with its neighbour,
# so every code point is a cluster of its own.
_SIMPLE = re.compile(r"[\x00-\u02ff\u2010-\u2027\u2030-\u205e]*")

# Scripts that put no space between words: each letter can be chosen by itself.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f"
    "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U000323af]"
)

# What joins the cluster before it although it is not a combining mark by category:
# joiners, Thai and Lao AM, halfwidth voice marks, skin tones and flag tags.
_JOINS = re.compile(
    "[\u200c\u200d\u0e33\u0eb3\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_ZERO_WIDTH_JOINER = "\u200d"
_STACKERS = "\u17d2\u1039"  # The next Khmer or Myanmar letter is written below.


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a sentence; `pickable` when it holds a letter or a digit."""

    start: int
    end: int
    text: str
    pickable: bool


def words(text: str) -> tuple[Word, ...]:
    """Cut a sentence into words, punctuation and white space, leaving nothing out."""
    if _SIMPLE.fullmatch(text):
        return tuple(_word(text, *m.span()) for m in _TOKEN.finditer(text))
    borders = [*_cluster_starts(text), len(text)]
    shape = "".join(_shape(text[a:b]) for a, b in itertools.pairwise(borders))
    return tuple(
        _word(text, borders[m.start()], borders[m.end()])
        for m in _TOKEN.finditer(shape)
    )


def _word(text: str, start: int, end: int) -> Word:
    piece = text[start:end]
    return Word(start, end, piece, any(map(str.isalnum, piece)))


def _cluster_starts(text: str) -> Iterator[int]:
    """Yield where each cluster begins: a character with all that combines with it."""
    before = "\n"
    for at, character in enumerate(text):
        if not _combines(before, character):
            yield at
        before = character


def _combines(before: str, character: str) -> bool:
    """Say whether a character belongs to the cluster of the one before it."""
    if unicodedata.category(before) in {"Cc", "Zl", "Zp"}:
        return False
    if before == _ZERO_WIDTH_JOINER and not character.isalnum():
        return not character.isspace()  # 👩 + joiner + 🚀 is one astronaut.
    if before in _STACKERS and character.isalpha():
        return True
    return bool(_JOINS.match(character)) or unicodedata.category(character)[0] == "M"


def _shape(cluster: str) -> str:
    """Return one character that stands for a cluster where words are looked for."""
    base = cluster[0]
    if _UNSPACED.match(base) and base.isalpha():
        return _SOLO
    if base == _SOLO or (len(cluster) > 1 and base.isspace()):
        return "\ufffd"  # Neither a letter nor white space.
    return base
