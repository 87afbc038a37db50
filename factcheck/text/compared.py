"""Two claims beside each other: the words on which their truth may turn.

A search finds claims that share words, whether they say the same or the opposite:
"Mao refused to meet Stalin" is as like "Stalin refused to meet Mao" as can be. So
names, numbers, dates and negations that stand in one of the two only are pointed out,
and names that come in another order. Where a script has no capitals to tell a name
by, all words are that differ.
"""
# ruff: noqa: RUF001 - apostrophes and letters of many scripts

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from factcheck.text.languages.language import words as listing
from factcheck.text.terms import is_small
from factcheck.text.wording import readable, stretches
from factcheck.text.words import Word, words


class Difference(StrEnum):
    """What of a word differs from the other text."""

    NAME = "name"
    ORDER = "order"
    NUMBER = "number"
    DATE = "date"
    NEGATION = "negation"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text, and what of it differs; None for the rest."""

    text: str
    difference: Difference | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """A word with what it is and what it is compared by."""

    word: Word
    kind: Difference | None
    key: str


_NEGATIONS = listing(
    """not no never none nobody nothing neither nor without cannot nowhere hardly
    denied denies deny refused refuses refuse nicht kein keine keinen keiner keines
    nie niemals ohne weder pas jamais sans aucun aucune nunca jamás ningún ninguna
    tampoco mai nessun nessuno nessuna senza não nem sem niet geen nooit zonder inte
    aldrig ikke aldri utan uden nie bez nikdy ні не нет никогда нельзя без ни değil
    yok δεν μην όχι χωρίς"""
)
_COUNTED = """zero one two three four five six seven eight nine ten eleven twelve
thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"""
_FURTHER = """thirty forty fifty sixty seventy eighty ninety hundred thousand million
billion trillion half third quarter dozen double triple percent"""
_NUMBERS = {word: str(number) for number, word in enumerate(_COUNTED.split())} | {
    word: word for word in _FURTHER.split()
}
_CALENDAR = """january february march april may june july august september october
november december monday tuesday wednesday thursday friday saturday sunday jan feb mar
apr jun jul aug sep sept oct nov dec"""
_DAYS = {word: f"{word[:3]}." for word in _CALENDAR.split()}
_YEAR = re.compile(r"(?:1\d|20)\d\d(?:s|['’]s)?\Z")
_OF_DAYS = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\Z")
_ENDS = frozenset('.!?…:“"«„‘')


def compare(ours: str, theirs: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return both texts in parts, each with what differs from the other.

    The parts of a text, joined, give it back.
    """
    if not (_has_capitals(ours) and _has_capitals(theirs)):
        return _by_words(ours, theirs)
    mine, other = _read(ours), _read(theirs)
    moved = _moved(mine, other)
    return _parts(mine, other, moved), _parts(other, mine, moved)


def _has_capitals(text: str) -> bool:
    """Say whether a text is in a script that has capitals; digits alone are so too."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(letter.lower() != letter.upper() for letter in letters) >= len(
        letters
    )


def _by_words(ours: str, theirs: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    old = [word.text for word in words(ours)]
    new = [word.text for word in words(theirs)]
    mine, other = [], []
    for same, a, b, c, d in readable(stretches(old, new), old):
        differs = None if same else Difference.WORD
        mine.append(Part("".join(old[a:b]), differs))
        other.append(Part("".join(new[c:d]), differs))
    return _joined(mine), _joined(other)


def _read(text: str) -> list[_Read]:
    found = []
    begins = True
    for word in words(text):
        kind, key = _kind(word.text, begins=begins) if word.pickable else (None, "")
        found.append(_Read(word, kind, key))
        if word.pickable:
            begins = False
        elif not _ENDS.isdisjoint(word.text):
            begins = True
    return found


def _kind(word: str, *, begins: bool) -> tuple[Difference | None, str]:
    """Say what a word is, and by what it is compared."""
    even = unicodedata.normalize("NFKC", word).replace("’", "'").casefold()
    key = even.removesuffix("'s")
    if key in _NEGATIONS or key.endswith("n't"):
        return Difference.NEGATION, "not"
    number = _number(even, key)
    if number is not None:
        return number
    named = word[0].isupper() and key != "i" and not (begins and is_small(key))
    if named and key in _DAYS:
        return Difference.DATE, _DAYS[key]
    return (Difference.NAME if named else None), key


def _number(even: str, key: str) -> tuple[Difference, str] | None:
    """Say whether a word is a day, a year or another number."""
    if _YEAR.match(even) or _OF_DAYS.match(even):
        return Difference.DATE, even
    if key[0].isdigit() or key in _NUMBERS:
        return Difference.NUMBER, _NUMBERS.get(key, key.replace(",", ""))
    return None


def _moved(mine: Sequence[_Read], other: Sequence[_Read]) -> frozenset[str]:
    """Return the names that stand before another in one text and after it in both."""
    here, there = _order(mine), _order(other)
    both = [name for name in here if name in there]
    return frozenset(
        name
        for first, one in enumerate(both)
        for two in both[first + 1 :]
        if there[one] > there[two]
        for name in (one, two)
    )


def _order(read: Iterable[_Read]) -> dict[str, int]:
    """Return where each name stands first."""
    found: dict[str, int] = {}
    for at, one in enumerate(read):
        if one.kind is Difference.NAME:
            found.setdefault(one.key, at)
    return found


def _parts(
    read: Sequence[_Read], other: Sequence[_Read], moved: frozenset[str]
) -> tuple[Part, ...]:
    keys = Counter(one.key for one in other if one.key)
    denied = _negations(read) != _negations(other)
    return _joined(
        Part(one.word.text, _difference(one, keys, moved, denied=denied))
        for one in read
    )


def _difference(
    one: _Read, keys: Counter[str], moved: frozenset[str], *, denied: bool
) -> Difference | None:
    if one.kind is None:
        return None
    if one.kind is Difference.NEGATION:
        return one.kind if denied else None
    if one.key not in keys:
        return one.kind
    return Difference.ORDER if one.key in moved else None


def _negations(read: Sequence[_Read]) -> int:
    return sum(one.kind is Difference.NEGATION for one in read)


def _joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Join neighbours that are alike."""
    said = (part for part in parts if part.text)
    return tuple(
        Part("".join(part.text for part in alike), difference)
        for difference, alike in groupby(said, key=lambda part: part.difference)
    )
