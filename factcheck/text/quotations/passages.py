"""Where found words stand in the text as it was given."""

import re

from factcheck.text.folding import UNSPACED
from factcheck.text.quotations.prepared import Prepared

_LONGEST_STEP = 60  # code points to the end of a word
_GOES_ON = re.compile(rf"[^\s—…{UNSPACED}\uac00-\ud7a3]")
_AROUND = frozenset("\"'()[],.;:!?")

Span = tuple[int, int]


def passage(text: Prepared, span: Span, quoted: Prepared) -> Span:
    """Return a span of `text.loose` in the raw text, with the marks quoted along."""
    start, end = text.raw_span(*span)
    return _with_marks(text, start, end, quoted)


def near_passage(text: Prepared, span: Span, quoted: Prepared) -> Span:
    """Return a span like the quoted words, widened to whole words."""
    start, end = text.raw_span(*span)
    low, high = _whole(text.even, start, end)
    marked = _with_marks(text, start, end, quoted)
    return min(low, marked[0]), max(high, marked[1])


def _with_marks(text: Prepared, start: int, end: int, quoted: Prepared) -> Span:
    """Take in what the quotation has at its ends, so far as it stands there."""
    lead = quoted.wide_gap(0).strip()
    tail = quoted.wide_gap(len(quoted.loose)).strip()
    while lead and start and text.even[start - 1] == lead[-1]:
        start, lead = start - 1, lead[:-1]
    if tail and text.even[end : end + 1] in {"?", "!"}:
        tail = text.even[end]
    while tail and text.even[end : end + 1] == tail[0]:
        end, tail = end + 1, tail[1:]
    return start, end


def _whole(even: str, start: int, end: int) -> Span:
    """Widen a span to the ends of its words, without the marks around them."""
    low, high = start, end
    if _GOES_ON.match(even, start):
        least = max(0, start - _LONGEST_STEP)
        while low > least and _GOES_ON.match(even, low - 1):
            low -= 1
    if _GOES_ON.match(even, end - 1):
        most = min(len(even), end + _LONGEST_STEP)
        while high < most and _GOES_ON.match(even, high):
            high += 1
    while low < start and even[low] in _AROUND:
        low += 1
    while high > end and even[high - 1] in _AROUND:
        high -= 1
    return low, high
