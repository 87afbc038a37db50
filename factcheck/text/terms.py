"""The terms of a text: what is looked for when a text like it is looked for.

Case, accents, typography and the endings of words are evened out, so that "Elections
were rigged" and "a rigged election" share terms. Both databases store and compare the
terms made here and nothing else, so they find and rank alike, in any language. Scripts
without spaces between words, and Korean, whose endings stick to its words, are cut
into pairs of letters.
"""
# ruff: noqa: RUF001 - letters of many scripts

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import cast

from factcheck.text.folding import UNSPACED
from factcheck.text.guessing import guess, small_words
from factcheck.text.languages import KNOWN
from factcheck.text.languages.language import words as listing
from factcheck.text.marks import ALNUM, INVISIBLE

LONGEST = 64  # code points of a term
MOST = 600  # terms of a text; a statement has at most 2,000 characters

_DENSE = f"[{UNSPACED}\uac00-\ud7a3]"
_INNER = rf"(?:(?!{_DENSE}){ALNUM})"
_PIECE = re.compile(
    rf"(?P<address>(?:https?:|www\.|pic\.twitter)\S+)|(?P<dense>{_DENSE}+)"
    rf"|(?P<number>\d+(?:[.,]\d+)*(?!{_INNER}))|(?P<word>{_INNER}+(?:['’]{_INNER}+)*)"
)
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_TAG = re.compile(r"(?<=[#@])\w+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
# Of people's and l'économie the people and the economy; don't stays as it is.
_ENDING = re.compile(r"['’]s\Z|\A\w{1,4}['’](?=\w{3})")
# Of these scripts an accent is a letter's trimming; elsewhere it may be a vowel.
_TRIMMED = re.compile("[\u0041-\u024f\u0370-\u04ff\u1e00-\u1fff]")
_POINT = "\u00b7"  # a decimal point that no database takes for the end of a term

_ENGLISH = listing(
    """a about after again all also am an and any are as at be because been before
    being below between both but by can could did do does doing don down during each
    few for from further had has have having he her here hers herself him himself his
    how i if in into is it its itself just let ll me more most my myself no nor not
    now of off on once only or other our ours ourselves out over own re s same she
    should so some such t than that the their theirs them themselves then there these
    they this those through to too under until up us ve very was we were what when
    where which while who whom why will with would you your yours yourself
    yourselves"""
)


def terms(text: str, language: str = "") -> tuple[str, ...]:
    """Return a text's terms, in order and as often as they stand there.

    A term holds no white space and no ASCII punctuation. Small words are left out.

    Args:
        text: any text; addresses in it are left out.
        language: what it is written in; guessed when "" or not known.

    >>> terms("The Elections were rigged in 1,050 towns.", "en")
    ('elect', 'rig', '1050', 'town')
    >>> terms("毛泽东 1949 年去了", "zh")
    ('毛泽', '泽东', '1949', '年去', '去了')
    """
    code = language.partition("-")[0].lower()
    code = code if code in KNOWN else guess(text).code
    text = _TAG.sub(lambda tag: _HUMP.sub(" ", tag[0]), text)
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    found: list[str] = []
    for piece in _PIECE.finditer(text):
        found += _of_piece(piece, code)
        if len(found) >= MOST:
            break
    return tuple(found[:MOST])


def is_small(word: str) -> bool:
    """Say whether a word in small letters is one of English that says little."""
    return word in _ENGLISH


def _of_piece(piece: re.Match[str], code: str) -> list[str]:
    words = piece[0]
    if piece.lastgroup == "dense":
        return [words[at : at + 2] for at in range(max(1, len(words) - 1))]
    if piece.lastgroup == "number":
        plain = "".join(str(unicodedata.digit(sign, sign)) for sign in words)
        return [_THOUSANDS.sub("", plain).replace(",", ".").replace(".", _POINT)]
    word = _ENDING.sub("", words.lower())
    if piece.lastgroup == "address" or word in _small(code):
        return []
    return [_stem(word, code)[:LONGEST]]


def _small(code: str) -> frozenset[str]:
    """Return words of a language that say nothing of what a text is about."""
    return _ENGLISH if code == "en" else small_words(code)


@lru_cache(maxsize=50_000)
def _stem(word: str, code: str) -> str:
    word = word.replace("'", "").replace("’", "")
    stemmer = _stemmer(code)
    return _bare((stemmer(word) if stemmer else word) or word)


@cache
def _stemmer(code: str) -> Callable[[str], str] | None:
    name = _STEMMERS.get(code)
    if name is None:
        return None
    import snowballstemmer  # noqa: PLC0415  (all its languages: 2 MB)

    return cast("Callable[[str], str]", snowballstemmer.stemmer(name).stemWord)


def _bare(word: str) -> str:
    """Return a word without accents, where they are trimmings."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    kept, base = [], ""
    for letter in parts:
        if not unicodedata.combining(letter):
            base = letter
        elif _TRIMMED.match(base):
            continue
        kept.append(letter)
    return unicodedata.normalize("NFC", "".join(kept))


_STEMMERS = {
    "ar": "arabic",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "hi": "hindi",
    "hy": "armenian",
    "it": "italian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}
