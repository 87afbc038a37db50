"""Lists written inside a paragraph: 1. First this. 2. Then that."""
# ruff: noqa: RUF001 - bullets of many shapes

import re
from collections.abc import Iterable

from factcheck.text.cuts import before_space, skip_space
from factcheck.text.joins import outside

_ITEM = re.compile(r"(?<!\S)(?:[•⁃▪*-]\s?)?\(?(\d{1,3}|[a-h])(\.\)|\)|\.)(?=\s+\S)")
_LIST_MAY_START = re.compile(r"(?:\A|[.:!?;]\s+)\Z")
_MARKER = re.compile(
    r"(?:[•⁃▪]\s?)?\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]{1,2}\Z"
)
_LONGEST_MARKER = 24


def cut_items(text: str, ends: set[int]) -> set[int]:
    """Cut before each item of an inline list and never after its number."""
    items = _numbered_in_turn(_from_first(text, list(_ITEM.finditer(text))))
    if len(items) < 2:
        return ends
    kept = outside(ends, [item.span() for item in items], closed=True)
    return kept | {before_space(text, item.start()) for item in items[1:]}


def join_markers(text: str, ends: Iterable[int]) -> list[int]:
    """Return the inner ends in order, joining a lone "2." to what it numbers.

    A letter may also be the end of a sentence ("by Plan B."), so it counts as a
    marker only at the start of the block.
    """
    kept, start = [], 0
    for end in sorted(end for end in ends if 0 < end < len(text)):
        if not _is_marker(text[start:end].strip(), first=start == 0):
            kept.append(end)
        start = end
    return kept


def _is_marker(piece: str, *, first: bool) -> bool:
    if len(piece) > _LONGEST_MARKER or not _MARKER.match(piece):
        return False
    return first or not piece[0].isalpha()


def _from_first(text: str, items: list[re.Match[str]]) -> list[re.Match[str]]:
    """Drop what looks like an item before the list begins with 1 or a."""
    start = skip_space(text, 0)
    for at, item in enumerate(items):
        before = text[max(0, item.start() - 3) : item.start()]
        opens = item.group(1) in {"1", "a"} and _LIST_MAY_START.search(before)
        if opens or item.start() <= start:
            return items[at:]
    return []


def _numbered_in_turn(items: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the items that count on from the first, written in the same way."""
    run: list[re.Match[str]] = items[:1]
    for item in items[1:]:
        if _style(item) == _style(run[0]) and _number(item) == _number(run[-1]) + 1:
            run.append(item)
    return run


def _style(item: re.Match[str]) -> tuple[str, bool]:
    return item.group(2), item.group(1).isdigit()


def _number(item: re.Match[str]) -> int:
    label = item.group(1)
    return int(label) if label.isdigit() else ord(label) - ord("a") + 1
