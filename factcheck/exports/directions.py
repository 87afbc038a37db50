"""Which way text runs, for files where each stretch of it must say so."""

import re
from collections.abc import Iterator

# Letters that are written from right to left: Hebrew to Arabic Extended-A, their
# presentation forms, and the scripts of the Supplementary Multilingual Plane.
_RTL = (
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_ANY_RTL = re.compile(f"[{_RTL}]")
_STRONG = re.compile(f"[{_RTL}]|[^\\W\\d_]")
# From the first letter of a direction to its last, with what stands between them.
_RTL_STRETCH = re.compile(f"[{_RTL}](?:(?:[^\\w]|[\\d_{_RTL}])*[{_RTL}])?")
_LTR = f"(?![{_RTL}])[^\\W\\d_]"
_LTR_STRETCH = re.compile(f"{_LTR}(?:(?:(?![{_RTL}]).)*{_LTR})?", re.DOTALL)

_ISOLATED = re.compile("\u2068[^\u2068\u2069]*\u2069")


def runs_rtl(text: str, fallback: str = "ltr") -> bool:
    """Say whether text runs from right to left, by its first letter."""
    first = _STRONG.search(text)
    if first is None:
        return fallback == "rtl"
    return _ANY_RTL.match(first[0]) is not None


def isolated(text: str) -> str:
    """Keep words that run from right to left from turning what stands around them.

    Plain text has two invisible characters for it; other words stay as they are.
    """
    return f"\u2068{text}\u2069" if _ANY_RTL.search(text) else text


def stretches(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Cut text where its direction changes; True says right to left.

    What has no direction of its own goes with the paragraph's, which is `rtl`; among
    isolated words with theirs, so that their brackets and stops stay with them.
    """
    if not rtl and not _ANY_RTL.search(text):
        if text:
            yield text, False
        return
    done = 0
    for match in _ISOLATED.finditer(text):
        yield from _cut(text[done : match.start()], rtl=rtl)
        yield from _cut(match[0], rtl=runs_rtl(match[0]))
        done = match.end()
    yield from _cut(text[done:], rtl=rtl)


def _cut(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    done = 0
    for match in (_LTR_STRETCH if rtl else _RTL_STRETCH).finditer(text):
        if match.start() > done:
            yield text[done : match.start()], rtl
        yield match[0], not rtl
        done = match.end()
    if done < len(text):
        yield text[done:], rtl
