"""Rules about figures before a full stop."""

import re

from factcheck.text.stops import Stop

_ORDINAL = re.compile(r"\d{1,3}\Z|[IVXL]{1,6}\Z")
_DATE_GOES_ON = re.compile(r"\d{1,2}\.|\d{4}\b")
_YEAR = re.compile(r"\b\d{4}\. ?\Z")
_YEAR_AND_MONTH = re.compile(r"\b\d{4}\. ?\d{1,2}\. ?\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s\Z")
_ENDS_NUMBER = re.compile(r"\d{2}\Z|[^\d.,]\d\Z")


def is_ordinal(stop: Stop) -> bool | None:
    """Keep the number of a day, a century or a king where "12." means "12th".

    >>> cut("Er kam am 5. Mai. Das war 1945. Kapitel 7. Die Zeit.", "de")
    ['Er kam am 5. Mai.', 'Das war 1945.', 'Kapitel 7.', 'Die Zeit.']
    >>> cut("Im 19. Jahrhundert regierte Ludwig XIV. Er starb. Am 3. 10. 1990.", "de")
    ['Im 19. Jahrhundert regierte Ludwig XIV.', 'Er starb.', 'Am 3. 10. 1990.']
    """
    if not stop.language.ordinals or not _ORDINAL.match(stop.word) or stop.tail:
        return None
    if stop.first.isdigit():
        goes_on = _DATE_GOES_ON.match(stop.text, stop.next)
        return False if goes_on and len(stop.word) < 3 else None
    if not stop.first.isalpha() or stop.following in stop.language.starters:
        return None
    return False if _counts(stop) else None


def _counts(stop: Stop) -> bool:
    """Say whether a number before a capitalised word is an ordinal."""
    if stop.following in stop.language.months or not stop.word[0].isdigit():
        return True
    word = _WORD_BEFORE.search(stop.before)
    return not stop.before.strip() or (
        word is not None and word.group(1) in stop.language.before_ordinals
    )


def is_korean_date(stop: Stop) -> bool | None:
    """Keep the parts of a date together, and the date with what happened.

    >>> cut("2019. 3. 5. 서울에서 만났다. 끝났다.", "ko")
    ['2019. 3. 5. 서울에서 만났다.', '끝났다.']
    """
    if stop.language.code != "ko" or not stop.word.isdigit():
        return None
    day = _YEAR_AND_MONTH.search(stop.before) is not None
    month = len(stop.word) == 4 and _DATE_GOES_ON.match(stop.text, stop.next)
    return False if day or month or _YEAR.search(stop.before) else None


def is_figure(stop: Stop) -> bool | None:
    """Keep a figure that goes on, cut between two.

    >>> cut("The war began in 1939. 1940 was worse. It cost $3. 5 men paid.")
    ['The war began in 1939.', '1940 was worse.', 'It cost $3.', '5 men paid.']
    """
    if not stop.first.isdigit() or not stop.text[stop.start - 1].isdigit():
        return None
    return (
        _ENDS_NUMBER.search(stop.text, max(0, stop.start - 2), stop.start) is not None
    )
