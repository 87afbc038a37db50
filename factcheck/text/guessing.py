"""The language a text seems to be in, by its letters and its smallest words.

Only the rules for sentences use it, when nobody has said what the language is.
"""

import re
from collections import Counter
from functools import cache

from factcheck.text.languages import KNOWN
from factcheck.text.languages.language import Language

_SAMPLE = 4_000
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = re.compile(r"[^\W\d_]{2,}\.")

# A language is told by its script; of several with one script, by letters of its own.
_SCRIPTS: tuple[tuple[str, re.Pattern[str], dict[str, str]], ...] = (
    ("ko", re.compile("[\u1100-\u11ff\uac00-\ud7a3]"), {}),
    ("zh", re.compile("[\u3040-\u30ff\u3400-\u9fff]"), {"ja": "[\u3040-\u30ff]"}),
    ("ar", re.compile("[\u0600-\u06ff]"), {"ur": "[ٹڈڑںےۓ]", "fa": "[پچژگ]"}),
    ("hi", re.compile("[\u0900-\u097f]"), {}),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]"), {}),
    ("hy", re.compile("[\u0530-\u058f]"), {}),
    ("am", re.compile("[\u1200-\u137f]"), {}),
    ("my", re.compile("[\u1000-\u109f]"), {}),
    ("ru", re.compile("[\u0400-\u04ff]"), {"kk": "[ӘәҒғҚқҢңҰұҮүҺһ]", "uk": "[ЇїЄєҐґ]"}),
)
# So large a part of the letters has to be of the script, or of its own letters.
_SHARE = 0.3
_SHARE_OF_OWN = 0.01

# Letters that few other languages of the script have.
_LETTERS = {
    "cs": "řěů",
    "de": "ßäöü",
    "es": "ñ¿¡",
    "fr": "œêèçà",
    "it": "èàùò",
    "pl": "łąęźżśćń",
    "pt": "ãõç",
    "sv": "åäö",
    "da": "åøæ",
    "tr": "ğşı",
}

# Small words beyond those of English that make a text another language's.
_FEWEST = 2


def guess(text: str) -> Language:
    """Return the language that a text is probably in; English when in doubt.

    >>> guess("Der Krieg ist aus, und es ist nicht gut.").code
    'de'
    >>> guess("전쟁이 끝났다.").code
    'ko'
    >>> guess("Mao left.").code
    'en'
    """
    sample = text[:_SAMPLE]
    code = "" if sample.isascii() else _by_letters(sample)
    if code in {"", "ru"}:
        return _by_words(sample, KNOWN[code or "en"])
    return KNOWN[code]


def _by_letters(sample: str) -> str:
    """Return the language of the script that most of the sample is written in."""
    letters = sum(map(len, _WORD.findall(sample)))
    for code, script, others in _SCRIPTS:
        if len(script.findall(sample)) > _SHARE * letters:
            for other, own in others.items():
                if len(re.findall(own, sample)) > _SHARE_OF_OWN * letters:
                    return other
            return code
    return ""


def _by_words(sample: str, otherwise: Language) -> Language:
    """Return the language that most of the sample's small words belong to."""
    small = sample.lower()
    counts = Counter(_WORD.findall(small))
    counts.update(small if not small.isascii() else "")
    counts.update(_SHORT.findall(small))
    scores = {code: _score(counts, tongue) for code, tongue in KNOWN.items()}
    best = max(scores, key=lambda code: scores[code])
    lead = scores[best] - scores[otherwise.code]
    return KNOWN[best] if lead >= _FEWEST else otherwise


def _score(counts: Counter[str], tongue: Language) -> int:
    """Count the small words, letters and short forms of a language in a text."""
    words = sum(counts[word] for word in tongue.common if len(word) > 1)
    letters = sum(counts[letter] for letter in _LETTERS.get(tongue.code, ""))
    shorts = sum(counts[f"{word}."] for word in _own_short_forms(tongue))
    return words + letters + shorts


@cache
def _own_short_forms(tongue: Language) -> frozenset[str]:
    return tongue.short_forms - KNOWN["en"].short_forms
