"""What is weighed in a sentence: its cues, its words and its pairs of words."""
# ruff: noqa: RUF001 - curly quotation marks

import itertools
import re

from factcheck.text.cues import cues

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*|[%$£€¥?!\"“”;:()]")
_YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
_SAME = str.maketrans({"’": "'", "“": '"', "”": '"'})

Features = dict[str, float]


def tokens(sentence: str) -> list[str]:
    """Return words in lower case, marks that matter, and numbers by their kind."""
    found = []
    for token in _TOKEN.findall(sentence):
        if token[0].isdigit():
            found.append("<year>" if _YEAR.fullmatch(token) else "<number>")
        else:
            found.append(token.lower().translate(_SAME))
    return found


def features(sentence: str, *, english: bool = True) -> Features:
    """Return everything that is weighed in a sentence, each with its strength.

    Words and pairs of neighbours share one unit of strength among them, so that a
    long sentence does not drown its own cues.
    """
    found = tokens(sentence)
    weighed = cues(sentence, found, english=english)
    if not english or not found:
        return weighed
    framed = ["^", *found, "$"]
    pairs = [f"{one} {two}" for one, two in itertools.pairwise(framed)]
    parts = dict.fromkeys(word_key(part) for part in (*found, *pairs))
    share = len(parts) ** -0.5
    for part in parts:
        weighed[part] = share
    return weighed


def word_key(part: str) -> str:
    """Mark a word as a word, so that "if" and the cue called "if" stay apart."""
    return f"'{part}"


def is_word(key: str) -> bool:
    """Whether a key of `features` stands for words, not for a cue."""
    return key.startswith("'")
