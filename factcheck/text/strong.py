"""Rules about the mark itself: dots of omission, exclamation and question marks."""

import re

from factcheck.text.languages.en import EXCLAIMING_NAMES
from factcheck.text.marks import UNSPACED
from factcheck.text.stops import Stop
from factcheck.text.unspaced import ends_in_korean

_OMISSION_NEXT = re.compile(r"\. \. \. [^\W\d_a-z]|(?:\.{3}|…) ?[^\W\d_]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_DOTS = re.compile(r"\.\.|…|\. \.")
_STRONG = frozenset("!?‽⁇⁈⁉" + UNSPACED)


def ends_before_omission(stop: Stop) -> bool | None:
    """Cut after a full stop before three dots that open the next sentence.

    >>> cut("Words were combined. . . . The practice was kept.")
    ['Words were combined.', '. . . The practice was kept.']
    >>> cut("Alles was raak. ...en toen niets.", "nl")
    ['Alles was raak.', '...en toen niets.']
    """
    if stop.mark == "." and _OMISSION_NEXT.match(stop.text, stop.next):
        return True
    return None


def trails_off(stop: Stop) -> bool | None:
    """Cut after three dots, unless "I" follows, which is a capital in any place.

    >>> cut("She waited… Nobody came. But ... I stayed.")
    ['She waited…', 'Nobody came.', 'But ... I stayed.']
    >>> cut("그는... 기다렸다... 아무도 없었다.", "ko")
    ['그는... 기다렸다...', '아무도 없었다.']
    """
    if not _DOTS.search(stop.mark) or not _STRONG.isdisjoint(stop.mark):
        return None
    if _HANGUL.match(stop.text[stop.start - 1 : stop.start]):
        return ends_in_korean(stop)
    dots = stop.mark.count(".") + 3 * stop.mark.count("…")
    return not (stop.following == "I" and dots <= 3 and not stop.quoted)


def is_part_of_name(stop: Stop) -> bool | None:
    """Keep the mark of a name that has one.

    >>> cut("The Yahoo! Inc. office closed. He joined Yahoo! The firm grew.")
    ['The Yahoo! Inc. office closed.', 'He joined Yahoo!', 'The firm grew.']
    """
    if stop.mark != "!" or stop.tail or stop.word not in EXCLAIMING_NAMES:
        return None
    if stop.start - len(stop.word) <= stop.begin + 1:
        return None  # "Hello! Kim is here." begins with a greeting, not with a name.
    return None if stop.following in stop.language.starters else False


def asks_or_exclaims(stop: Stop) -> bool | None:
    """Cut after a question mark, an exclamation mark, or speech that is broken off.

    >>> cut("Why? Nobody knew! “But I—” He stopped.")
    ['Why?', 'Nobody knew!', '“But I—”', 'He stopped.']
    >>> cut("Πού είναι; Εδώ.", "el")
    ['Πού είναι;', 'Εδώ.']
    """
    last = stop.mark[-1]
    strong = last in _STRONG or last in "-—–" or last in stop.language.stops  # noqa: RUF001
    return True if strong else None
