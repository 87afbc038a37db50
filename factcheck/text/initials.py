"""Rules about a single letter before a full stop."""
# ruff: noqa: RUF001, RUF002 - letters of many scripts

import re

from factcheck.text.languages.en import REGNAL_NAMES
from factcheck.text.languages.language import words
from factcheck.text.stops import Stop

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[.\s]*\Z")
_INITIAL_BEFORE = re.compile(r"(?:\A|[.!?][\"”]?\s|\s[^\W\d_a-z]\.\s?)\Z")
_PRONOUN = re.compile(r"I(?:['’][a-z]+)?,? [a-z]")
_NUMERALS = frozenset("IVX")
_BEFORE_PRONOUN = words(
    """and than am did do as nor or but like that was so neither not can are is"""
)
# Capitalised words that start sentences and are also (parts of) names.
_ALSO_NAMES = words("""A La Will May Do So An Le El Los Las Di Da De Du Al""")
# Alphabets without capitals in which a letter with a stop is an initial or a title.
_UNCASED_INITIAL = re.compile("[\u0590-\u05ff\u0620-\u06ff]")


def is_initial(stop: Stop) -> bool | None:
    """Keep an initial with the name; cut after a letter that is a name of its own.

    >>> cut("F. Scott Fitzgerald met T. S. Eliot. There was no Plan B. We left.")
    ['F. Scott Fitzgerald met T. S. Eliot.', 'There was no Plan B.', 'We left.']
    >>> cut("А. С. Пушкин умер. Он был поэт.", "ru")
    ['А. С. Пушкин умер.', 'Он был поэт.']
    """
    if len(stop.word) != 1 or stop.quoted or not stop.first.isalpha():
        return None
    if stop.word.isupper():
        return _ends_after_capital(stop)
    if stop.word.islower():
        return stop.following in stop.language.starters
    return False if _UNCASED_INITIAL.match(stop.word) else None


def _ends_after_capital(stop: Stop) -> bool:
    previous = _previous(stop)
    starter = stop.following in stop.language.starters
    if stop.word == "I" and stop.language.code == "en":
        return _ends_after_i(previous, starter=starter)
    if previous in stop.language.lettered and (starter or previous[0].isupper()):
        return True
    if not starter or stop.following in _ALSO_NAMES or _names_i(stop):
        return False
    reigns = stop.word in _NUMERALS and _may_reign(previous)
    return reigns or (stop.opening == "" and _is_in_running_text(stop, previous))


def _names_i(stop: Stop) -> bool:
    """Say whether the next "I" is an initial: J. I. Lee. But: a B. I got a C."""
    return stop.following == "I" and not _PRONOUN.match(stop.text, stop.next)


def _is_in_running_text(stop: Stop, previous: str) -> bool:
    """Say whether a letter stands after an ordinary word: signed by J. The letter."""
    return previous[:1].islower() and not _INITIAL_BEFORE.search(stop.before)


def _may_reign(name: str) -> bool:
    """Say whether a king may have this name: Henry, Karl, but not a short form."""
    return name in REGNAL_NAMES or (len(name) > 3 and name.istitle())


def _ends_after_i(previous: str, *, starter: bool) -> bool:
    """Say whether "I." ends a sentence: you and I. Did you? But: Albert I. Jones."""
    if previous in _BEFORE_PRONOUN or previous == "War":
        return True
    return previous != "" and (starter or previous[0].islower())


def _previous(stop: Stop) -> str:
    word = _WORD_BEFORE.search(stop.before)
    return word.group(1) if word else ""


def is_regnal(stop: Stop) -> bool | None:
    """Cut after the number of a king before a word that starts sentences.

    >>> cut("Said King Henry V. No one replied.")
    ['Said King Henry V.', 'No one replied.']
    """
    if len(stop.word) != 1 or stop.word not in _NUMERALS:
        return None
    regnal = _may_reign(_previous(stop))
    return True if regnal and stop.following in stop.language.starters else None
