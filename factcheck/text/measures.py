"""Rules about short forms of hours, years and other measures after a number."""
# ruff: noqa: RUF001, RUF002 - letters of many scripts

import re

from factcheck.text.languages.en import TIMES
from factcheck.text.stops import Stop

_NUMBER_BEFORE = re.compile(r"(?:\d|[½¼¾])[ )]{0,2}\Z")
_YEAR_BEFORE = re.compile(r"(?<!\d)\d{4} ?\Z")
_OPENS_WITH_TIME = re.compile(
    r"[^\w]*(?:At|By|Around|About|After|Before|Until|Since|From|Near|On|In) "
    r"[\w. :]{1,12}\Z"
)
_HOURS = {"a.m", "p.m", "am", "pm"}
_YEARS = {"г", "гг", "р", "рр"}


def measures(stop: Stop) -> bool | None:
    """Cut after a measure that follows its number: hours, kilometres, years.

    A day or a time zone goes with the hour, and so does what a sentence that opens
    with the hour is about.

    >>> cut("At 5 a.m. Mr. Kim left. He came at 6 p.m. Mr. Lee did not.")
    ['At 5 a.m. Mr. Kim left.', 'He came at 6 p.m.', 'Mr. Lee did not.']
    >>> cut("It began at 9 a.m. Monday. It is 5 km. Kim ran.")
    ['It began at 9 a.m. Monday.', 'It is 5 km.', 'Kim ran.']
    >>> cut("Это было в 1999 г. Путин победил.", "ru")
    ['Это было в 1999 г.', 'Путин победил.']
    """
    if stop.quoted or not stop.first.isupper() or not _is_measure(stop):
        return None
    if stop.word in _YEARS:
        return True if _YEAR_BEFORE.search(stop.before) else None
    if stop.following in TIMES:
        return False
    opened = _OPENS_WITH_TIME.match(stop.text, stop.begin, stop.start)
    return opened is None or stop.following in stop.language.starters


def _is_measure(stop: Stop) -> bool:
    """Say whether a number stands before a small short form, or before "A.M."."""
    known = stop.word in stop.language.either or stop.word.lower() in _HOURS
    small = stop.word[:1].islower() or "." in stop.word
    return known and small and _NUMBER_BEFORE.search(stop.before) is not None
