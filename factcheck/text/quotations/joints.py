"""Whether words found in a text stand there as they are quoted.

The letters and digits are equal already. What stands between two of them must be
alike too: quotation marks and the kind of a dash say nothing, neither does white
space beside a mark, and a hyphen at the end of a line may be the line's or the
word's. At either end the quotation may leave a word's mark out, but must not cut a
word or a number.
"""

import re
import unicodedata
from collections.abc import Iterator
from heapq import merge
from itertools import groupby

from factcheck.text.folding import UNSPACED
from factcheck.text.quotations.prepared import Prepared

_BROKEN = "\xac"
_HYPHENED = re.compile(r"[-\xad]\s+")
_HARAKAT = re.compile("[\u064b-\u0652\u0670]+")
_DASH = re.compile(r"\s*[-–—][-–—\s]*")  # noqa: RUF001
_UNSPACED = re.compile(f"[{UNSPACED}]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_NUMBER_GOES_ON = re.compile(r"[.,:/]")
# At the ends of a quotation these say nothing: a sentence that goes on in the source
# is closed with a full stop.
_SOFT = frozenset(" \n\t.,;:\"()[]-–—…'¶")  # noqa: RUF001
_STOPS = frozenset(".,;:")
_PROCLITICS = frozenset("وف")  # Arabic "and", written on to the next word.
_MINUS = re.compile(r"(?:^|[\s(\"])-$")


def stands_at(quote: Prepared, text: Prepared, at: int) -> bool:
    """Say whether what joins the words is alike all along; `at` is in `text.loose`."""
    for offset in _offsets(quote, text, at):
        quoted, stands = _joint(quote, offset), _joint(text, at + offset)
        if quoted != stands and not _alike(quoted, stands):
            return False
    return True


def opens_at(quote: Prepared, text: Prepared, at: int) -> bool:
    """Say whether no word or number is cut where the quotation begins."""
    lead, before = quote.wide_gap(0), text.wide_gap(at)
    if _cuts_in(text, at) and not _may_begin(text, at):
        return False
    if text.loose[at].isdigit():
        inner = at > 0 and text.loose[at - 1].isdigit()
        if inner and _NUMBER_GOES_ON.fullmatch(before):
            return False
        if bool(_MINUS.search(lead)) != bool(_MINUS.search(before)):
            return False
    return _hard(before).endswith(_hard(lead))


def closes_at(quote: Prepared, text: Prepared, end: int) -> bool:
    """Say whether no word or number is cut where the quotation ends."""
    tail, after = quote.wide_gap(len(quote.loose)), text.wide_gap(end)
    if _cuts_off(text, end) and not _may_end(text, end):
        return False
    if _cuts_not(text, end, after):
        return False
    if text.loose[end - 1].isdigit() and _cuts_number(text, end, tail, after):
        return False
    return _ends_alike(_hard(tail), _hard(after), tail)


def _cuts_not(text: Prepared, end: int, after: str) -> bool:
    """Say whether the quotation ends before the t of can't."""
    if after != "'" or text.lower[end : end + 1] != "t":
        return False
    return end + 1 == len(text.loose) or text.begins(end + 1)


def _cuts_number(text: Prepared, end: int, tail: str, after: str) -> bool:
    if text.loose[end : end + 1].isdigit() and _NUMBER_GOES_ON.fullmatch(after):
        return True
    return after[:1] in {"%", "‰"} and tail[:1] != after[:1]


def _ends_alike(asked: str, found: str, tail: str) -> bool:
    """Say whether the marks at the end agree: a question is no statement."""
    if not asked and found[:1] in {"?", "!"} and _STOPS.intersection(tail):
        return False
    return found.startswith(asked)


def _offsets(quote: Prepared, text: Prepared, at: int) -> Iterator[int]:
    """Yield the places where quotation or text has something between two letters."""
    size = len(quote.loose)
    theirs = (start - at for start in text.inner_starts(at, at + size))
    for offset, _ in groupby(merge(quote.starts[1:], theirs)):
        yield offset


def _joint(prepared: Prepared, at: int) -> str:
    """Return what stands before a place, in one form for all that is alike."""
    gap, wide = prepared.gap(at), prepared.wide_gap(at)
    before, after = prepared.loose[at - 1], prepared.loose[at]
    if _HYPHENED.fullmatch(wide) and before.isalpha() and after.islower():
        return _BROKEN
    if after.isdigit() and _MINUS.search(wide):
        return " −"  # noqa: RUF001
    marks = "".join(c for c in gap if _is_mark(c))
    rest = "".join(c for c in gap if c != '"' and not _is_mark(c))
    if not rest and any(map(str.isspace, wide)) and not _dense(before, after):
        rest = " "
    return marks + _DASH.sub("-", rest)


def _dense(before: str, after: str) -> bool:
    return bool(_UNSPACED.match(before) or _UNSPACED.match(after))


def _alike(quoted: str, stands: str) -> bool:
    """Say whether two joints that are not equal mean the same."""
    if _BROKEN in {quoted, stands}:
        return {quoted, stands} <= {_BROKEN, "-", ""}
    bare = _HARAKAT.sub("", quoted), _HARAKAT.sub("", stands)
    return bare[0] == bare[1] and (bare[0] == quoted or bare[1] == stands)


def _cuts_in(text: Prepared, at: int) -> bool:
    """Say whether letters, or a letter and its vowel signs, meet at a place."""
    gap = _bare(text.wide_gap(at))
    return 0 < at < len(text.loose) and all(map(_is_mark, gap))


def _cuts_off(text: Prepared, end: int) -> bool:
    """Say whether a letter or a vowel sign follows at once."""
    gap = _bare(text.wide_gap(end))
    return _is_mark(gap) or (not gap and end < len(text.loose))


def _bare(gap: str) -> str:
    """Return a gap without Arabic vowel signs and what has no width."""
    gap = _HARAKAT.sub("", gap)
    return "".join(c for c in gap if unicodedata.category(c) != "Cf")


def _is_mark(gap: str) -> bool:
    return bool(gap) and unicodedata.category(gap[0])[0] == "M"


def _may_begin(text: Prepared, at: int) -> bool:
    """Say whether a quotation may begin inside what looks like one word."""
    if _bare(text.wide_gap(at)):
        return False
    before, after = text.loose[at - 1], text.loose[at]
    if _UNSPACED.match(before) or _UNSPACED.match(after) or text.broken(at):
        return True
    return before in _PROCLITICS and text.begins(at - 1)


def _may_end(text: Prepared, end: int) -> bool:
    """Say whether a quotation may end inside what looks like one word.

    Korean particles are written on to the word that they follow.
    """
    if _bare(text.wide_gap(end)):
        return False
    before, after = text.loose[end - 1], text.loose[end]
    if _HANGUL.match(before) and _HANGUL.match(after):
        return True
    return bool(_UNSPACED.match(before) or _UNSPACED.match(after)) or text.broken(end)


def _hard(gap: str) -> str:
    return "".join(c for c in _bare(gap) if c not in _SOFT and not c.isspace())
