"""Rules that keep a sentence together where a cut was proposed."""
# ruff: noqa: RUF001 - curly quotes and other scripts

import re
from collections.abc import Iterable, Sequence

from factcheck.text.abbreviations import (
    BY_LANGUAGE,
    FORWARD,
    NUMBERED,
    SOFT_TITLES,
    STARTERS,
    TIMES,
    TITLES,
)
from factcheck.text.cuts import skip_space
from factcheck.text.marks import CLOSERS, EMOJI, LETTER, OPENERS
from factcheck.text.speech import is_tagged

_OPENING = re.compile(rf"[{OPENERS}]*")
_FIRST_WORD = re.compile(rf"\s*[{OPENERS}]*([^\W_]+)")
_TOKEN = re.compile(rf"(?:{LETTER}|[°º])+(?:[.’'&]{LETTER}+)*\Z")
_LONGEST_TOKEN = 24
_ASIDE = re.compile(r"\([^()]{1,100}\)\s*(?:[a-z,;:]|[.!?])")
_EMOJI = re.compile(EMOJI)
_STOP_AT_END = re.compile(rf"[.!?…][{CLOSERS}]*\Z")
_NO_WORDS: frozenset[str] = frozenset()


def kept_ends(
    text: str, ends: Iterable[int], sure: frozenset[int], language: str
) -> set[int]:
    """Return the proposed ends after which a sentence may begin.

    Args:
        text: one block.
        ends: where a cut was proposed.
        sure: ends that only a small letter after them overrules.
        language: primary language subtag, or nothing.
    """
    own = BY_LANGUAGE.get(language, _NO_WORDS)
    kept = set()
    for proposed in sorted(sure.union(ends)):
        end = _after_emoji(text, proposed)
        after = skip_space(text, end)
        if after == len(text) or _starts_small(text, after):
            continue
        if end in sure or not _belongs_together(text, end, after, own):
            kept.add(end)
    return kept


def outside(
    ends: Iterable[int], spans: Sequence[tuple[int, int]], *, closed: bool = False
) -> set[int]:
    """Return the ends that lie in none of the ordered spans.

    With `closed`, an end at the very end of a span is inside too.
    """
    kept, at = set(), 0
    for end in sorted(ends):
        while at < len(spans) and spans[at][1] + closed <= end:
            at += 1
        if at == len(spans) or end <= spans[at][0]:
            kept.add(end)
    return kept


def _after_emoji(text: str, end: int) -> int:
    """Move an end past emoji, which belong to the sentence before: Done. 🎉 Next."""
    if text.isascii():
        return end
    emoji = _EMOJI.match(text, skip_space(text, end))
    if emoji is None or emoji.end() == len(text):
        return end
    return emoji.end() if _STOP_AT_END.search(text, max(0, end - 6), end) else end


def _starts_small(text: str, after: int) -> bool:
    """Say whether what follows begins with a small letter: he asked “why?” and left."""
    opening = _OPENING.match(text, after)
    first = opening.end() if opening else after
    return text[first : first + 1].islower()


def _belongs_together(text: str, end: int, after: int, own: frozenset[str]) -> bool:
    return (
        is_tagged(text, end, after)
        or _is_aside(text, after)
        or (text[end - 1] == "." and _is_abbreviation(text, end, after, own))
    )


def _is_aside(text: str, after: int) -> bool:
    """Say whether a parenthesis follows that the sentence goes on after.

    Example: It grew fast (by 9 p.c.) until 1958.
    """
    if text[after] != "(":
        return False
    return _ASIDE.match(text, after, after + 110) is not None


def _is_abbreviation(text: str, end: int, after: int, own: frozenset[str]) -> bool:
    """Say whether the full stop belongs to a short form that needs what follows."""
    token = _TOKEN.search(text, max(0, end - 1 - _LONGEST_TOKEN), end - 1)
    if token is None:
        return False
    short = token.group()
    opening = _OPENING.match(text, after)
    first = text[opening.end() : opening.end() + 1] if opening else ""
    word = _FIRST_WORD.match(text, end)
    following = word.group(1) if word else ""
    return (
        short in own
        or _is_time(short, following)
        or (first.isupper() and _is_title(short, following))
        or _points_on(short, first)
    )


def _is_time(short: str, following: str) -> bool:
    """Say whether an hour and a day belong together: 5 p.m. Monday."""
    return short.lower() in {"a.m", "p.m"} and following in TIMES


def _is_title(short: str, following: str) -> bool:
    """Say whether a name follows its title: Dr. Kim. But: on Main St. He left."""
    if short == "St" and following in STARTERS:
        return False
    return short in TITLES and short not in SOFT_TITLES


def _points_on(short: str, first: str) -> bool:
    """Say whether a short form announces what follows: e.g. Mao, No. 5."""
    lower = short.lower()
    initial = len(short) == 1 and short.isupper()  # Henry V. is a king, not a case.
    return (lower in FORWARD and not initial) or (lower in NUMBERED and first.isdigit())
