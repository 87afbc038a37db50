"""Rules about the first letter of what follows a stop."""

import re
from functools import lru_cache

from factcheck.text.speech import PRONOUN_TAG
from factcheck.text.stops import Stop

# A word of fewer letters before a stop may be a short form that no list knows.
_ORDINARY = 4
_ORDINARY_WHEN_INFORMAL = 2

_SMALL_WORD = re.compile(r"[\w'’]+")  # noqa: RUF001
_SMALL_I = re.compile(r"(?<![\w.'’(-])i(?:['’](?:m|ve|ll|d))?(?= [a-z])")  # noqa: RUF001
_CAPITAL = re.compile("[A-Z]")
# What begins with a small letter wherever it stands: 's Avonds, www.un.org, iPhone.
_ALWAYS_SMALL = re.compile(
    r"['’][a-z] [^\W\d_a-z]|(?:https?:|www\.)|[a-z]{1,2}[A-Z][a-z]"  # noqa: RUF001
)
_STOP = re.compile(r"[.!?] [a-z]")


def goes_on_small(stop: Stop) -> bool | None:
    """Keep what goes on with a small letter, unless the writer leaves out capitals.

    >>> cut("Was it he? asked Kim. They say approx. half left.")
    ['Was it he? asked Kim.', 'They say approx. half left.']
    >>> cut("i went there. the food was great! try it.")
    ['i went there.', 'the food was great!', 'try it.']
    >>> cut("The rooms were clean. they have a pool.")
    ['The rooms were clean.', 'they have a pool.']
    """
    if not stop.first.islower() or _ALWAYS_SMALL.match(stop.text, stop.next):
        return None
    plain = not (stop.quoted or stop.opening) and stop.word.isalpha()
    if not plain or stop.mark[:2] in {"..", "…", ". "} or stop.mark[0] in "-–—":  # noqa: RUF001
        return False
    return _starts_though_small(stop)


def _starts_though_small(stop: Stop) -> bool:
    if stop.word.lower() in stop.language.short_forms:
        return False
    if PRONOUN_TAG.match(stop.text, stop.next):
        return False
    starts = _small_word(stop) in stop.language.small_starters
    if starts and len(stop.word) >= _ORDINARY:
        return True
    informal = stop.language.code == "en" and len(stop.word) >= _ORDINARY_WHEN_INFORMAL
    return informal and writes_small(stop.text)


def _small_word(stop: Stop) -> str:
    word = _SMALL_WORD.match(stop.text, stop.next)
    return word.group().replace("’", "'") if word else ""  # noqa: RUF001


@lru_cache(maxsize=8)
def writes_small(text: str) -> bool:
    """Say whether a writer leaves out capitals, as in "i think so. we left".

    >>> writes_small("i think so. we left."), writes_small("I think, i.e. hope.")
    (True, False)
    """
    if _SMALL_I.search(text):
        return True
    return _STOP.search(text) is not None and _CAPITAL.search(text) is None
