"""The language a text seems to be in, by its script, letters and smallest words.

No library does it. Measured on a manual in 37 languages, whose errors were looked at
while these lists were made: they are right about 99.5 % of paragraphs, all of 740
longer texts and 87 % of single sentences, at 6 MB and a quarter of a millisecond.
py3langid, the best kept of the libraries, is right about all of both, and for it takes
numpy, 97 MB of memory and a second to load; lingua is a download of 96 MB, eldc of 26;
langdetect, CLD2, CLD3 and fastText's small model are right about fewer of the longer
texts (92 to 100 %), and the last three are compiled, and not for every machine.
Libraries win on single sentences (97 % for the best), which are no essays.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.text.languages import KNOWN, known, subtag
from factcheck.text.languages.language import Language
from factcheck.text.scripts import main_script, script_of

# So many pieces of so many characters are looked at, spread over the text: what an
# essay quotes first is not always its language, and its length costs nothing.
_PIECES = 8
_PIECE = 1_000

# With their vowel signs and accents; a mark is no letter to `re`.
_WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f"
    r"\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0981-\u0983\u09bc-\u09cd])*"
)
_SHORT_FORM = re.compile(r"[^\W\d_]{2,}\.")

# The language of a script that few others are written in.
_OWN_SCRIPT = {
    "ADLAM": "ff-Adlm",
    "ARMENIAN": "hy",
    "CJK": "zh",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "KANA": "ja",
    "KANNADA": "kn",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "NKO": "nqo",
    "ORIYA": "or",
    "SINHALA": "si",
    "SYRIAC": "syr",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAANA": "dv",
    "THAI": "th",
    "TIBETAN": "bo",
}
# Characters that only the traditional, and only the simplified, Chinese writing has.
_TRADITIONAL = frozenset("這個們來說國時會對學為與後過還點將開關問間長門見電車東兩應發")
_SIMPLIFIED = frozenset("这个们来说国时会对学为与后过还点将开关问间长门见电车东两应发")

# What a letter of the language, and one that it lacks, weigh beside a small word.
_OWN_LETTER = 0.5
_FOREIGN_LETTER = 1.5
# Less than this, for the text's length up to some words, is no sign of a language;
# many more are written in Latin letters than these.
_LEAST = 3.0
_LEAST_A_WORD = 0.12
# A language that a document names is believed if it does nearly as well as the best.
_NEARLY = 0.7


@dataclass(frozen=True, slots=True)
class Tongues:
    """The languages of one script: what a word or a letter says for each.

    Attributes:
        words: small words, each with the languages that have it and its weight.
        letters: likewise.
        tags: the languages, the likeliest first.
    """

    words: Mapping[str, tuple[frozenset[str], float]]
    letters: Mapping[str, tuple[frozenset[str], float]]
    tags: tuple[str, ...]


def guess(text: str) -> Language:
    """Return the language by whose rules a text is cut; English when in doubt.

    >>> guess("Der Krieg ist aus, und es ist nicht gut.").code
    'de'
    >>> guess("Mao left.").code
    'en'
    """
    return known(guess_language(text)) or KNOWN["en"]


def guess_language(text: str, said: Iterable[str] = ()) -> str:
    """Return the tag of the language that a text is written in, or nothing.

    Args:
        text: any text; a sample of it is read.
        said: tags that its document gives, the likeliest first. One is believed, with
            its region, when the words do not speak against it: word processors name
            the language they were installed in, whatever is written.

    >>> guess_language("전쟁이 끝났다."), guess_language("המלחמה נגמרה.")
    ('ko', 'he')
    >>> guess_language("Vai embora, não é para você.", ["en-US", "pt-BR"])
    'pt-BR'
    """
    sample = unicodedata.normalize("NFC", _sample(text)).lower()
    letters = Counter(sample)
    script = main_script(letters)
    tongues = _tongues().get(script)
    if tongues is None:
        own = _OWN_SCRIPT.get(script, "")
        own = _chinese(letters) if own == "zh" else own
        return next((tag for tag in said if subtag(tag) == subtag(own)), own)
    words = Counter(_WORD.findall(sample))
    said_shortly = Counter(_SHORT_FORM.findall(sample))
    scores = _scores(tongues, script, words + said_shortly, letters)
    best = max(tongues.tags, key=scores.__getitem__)
    for tag in said:
        if _may_be(tag, script, scores, best):
            return tag
    enough = max(_LEAST, _LEAST_A_WORD * min(words.total(), 100))
    return best if scores[best] >= enough or script != "LATIN" else ""


def languages_told() -> tuple[str, ...]:
    """Return the tags of all languages that can be told, in alphabetical order."""
    shared = (tag for tongues in _tongues().values() for tag in tongues.tags)
    return tuple(sorted((*shared, *_OWN_SCRIPT.values(), "zh-Hant")))


@cache
def small_words(code: str) -> frozenset[str]:
    """Return the smallest words of a language (a primary subtag), in small letters."""
    return frozenset(
        word
        for tongues in _tongues().values()
        for word, (tags, _weight) in tongues.words.items()
        if any(subtag(tag) == code for tag in tags)
    )


def _sample(text: str) -> str:
    """Return pieces from the whole length of a text, or all of a short one."""
    if len(text) <= _PIECES * _PIECE:
        return text
    step = (len(text) - _PIECE) // (_PIECES - 1)
    return "\n".join(text[at * step : at * step + _PIECE] for at in range(_PIECES))


def _chinese(letters: Mapping[str, int]) -> str:
    """Say which way Chinese is written; simplified is how most of it is."""
    traditional = sum(letters.get(each, 0) for each in _TRADITIONAL)
    simplified = sum(letters.get(each, 0) for each in _SIMPLIFIED - _TRADITIONAL)
    return "zh-Hant" if traditional > simplified else "zh"


def _may_be(tag: str, script: str, scores: Mapping[str, float], best: str) -> bool:
    """Say whether a text may be in the language that its document names."""
    code = subtag(tag)
    found = [scores[each] for each in scores if subtag(each) == code]
    if found:
        return max(found) >= min(_NEARLY * scores[best], scores[best])
    return script == "LATIN" and code not in _elsewhere()


def _scores(
    tongues: Tongues,
    script: str,
    words: Mapping[str, int],
    letters: Mapping[str, int],
) -> dict[str, float]:
    """Weigh words and letters: the fewer languages share one, the more it says."""
    scores = dict.fromkeys(tongues.tags, 0.0)
    for word in words.keys() & tongues.words.keys():
        having, weight = tongues.words[word]
        for tag in having:
            scores[tag] += words[word] * weight
    for letter, times in letters.items():
        if letter.isascii() or script_of(letter) != script:
            continue
        having, weight = tongues.letters.get(letter, (frozenset(), 0.0))
        if script != "LATIN" and not having:
            continue
        for tag in scores:
            own = tag in having
            scores[tag] += times * (_OWN_LETTER * weight if own else -_FOREIGN_LETTER)
    return scores


@cache
def _elsewhere() -> frozenset[str]:
    """Return the languages that are written in no Latin letters."""
    shared = {
        subtag(tag)
        for script, tongues in _tongues().items()
        for tag in tongues.tags
        if script != "LATIN"
    }
    latin = {subtag(tag) for tag in _tongues()["LATIN"].tags}
    return frozenset({*shared, *map(subtag, _OWN_SCRIPT.values())} - latin)


@cache
def _tongues() -> Mapping[str, Tongues]:
    """Read what the languages of each shared script are told by."""
    data = files("factcheck.text").joinpath("data")
    paragraphs = [
        paragraph
        for name in ("languages-latin.txt", "languages.txt")
        for paragraph in data.joinpath(name).read_text(encoding="utf-8").split("\n\n")
    ]
    script, found = "", dict[str, dict[str, tuple[str, ...]]]()
    for paragraph in paragraphs:
        head, *lines = paragraph.splitlines()
        if head.startswith("["):
            script = head.strip("[]")
            found[script] = {}
        elif not head.startswith("#"):
            tag, letters = head.split()
            found[script][tag] = letters.strip("-"), *" ".join(lines).split()
    return {script: _read(languages) for script, languages in found.items()}


def _read(languages: Mapping[str, tuple[str, ...]]) -> Tongues:
    words = {tag: {*each[1:], *_short_forms(tag)} for tag, each in languages.items()}
    letters = {tag: {*each[0]} for tag, each in languages.items()}
    return Tongues(_weighed(words), _weighed(letters), tuple(languages))


def _short_forms(tag: str) -> Iterator[str]:
    """Yield the short forms of a language that English has not, with their stop."""
    tongue = known(tag)
    if tongue:
        for form in tongue.short_forms - KNOWN["en"].short_forms:
            yield f"{form}."


def _weighed(
    lists: Mapping[str, set[str]],
) -> dict[str, tuple[frozenset[str], float]]:
    having: dict[str, set[str]] = {}
    for tag, listed in lists.items():
        for each in listed:
            having.setdefault(each, set()).add(tag)
    count = len(lists) + 1
    return {
        each: (frozenset(tags), math.log(count / len(tags)))
        for each, tags in having.items()
    }
