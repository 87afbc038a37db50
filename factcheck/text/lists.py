"""Lists written inside a paragraph: 1. First this. 2. Then that."""
# ruff: noqa: RUF001 - bullets of many shapes

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_ITEM = re.compile(
    r"(?<!\S)(?:[•⁃▪*-]\s?)?(\(?)"
    r"(\d{1,3}|[a-z]|[A-Z](?=\))|[ivx]{2,5}|[IVX]{2,5}(?=\)))"
    r"(\.\)|\)|\.)(?=\s+\S)"
)
_LIST_MAY_START = re.compile(r"(?:\A|[.:!?;][\"”)]?\s+)\Z")
_GOES_ON = re.compile(r"(?:[,;]|\b(?:and|or|und|oder|et|ou|y|o|e))\s+\Z")
_MARKER = re.compile(
    r"(?:[•⁃▪]\s?)?\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]{1,2}\Z"
)
_CAPTION = re.compile(
    r"(?:Figure|Fig\.|Table|Chapter|Part|Act|Scene|Step|Box|Exhibit|Appendix|Section"
    r"|Article|Lesson|Rule)\s+(?:\d{1,3}(?:\.\d{1,3})*|[IVX]+|[A-Z])\.\Z"
)
_NUMBERS_IT = re.compile(
    r"\b(?:[Ff]igs?|Nos?|nos|[Vv]ols?|[Aa]rts?|"
    r"[Cc]h|[Ss]ec|pp?|[Pp]ts?|Nr|Abb|Kap|Bd)\. \Z"
)
_LONGEST_MARKER = 24
_ROMAN = {
    numeral: number
    for number, numeral in enumerate(
        [
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
        ],
        start=1,
    )
}
# A list that does not begin with 1 or a has to be so long to be one.
_RUN = 3


class Item(NamedTuple):
    """The marker of an item: its place, its look and the numbers it may mean."""

    start: int
    end: int
    style: tuple[str, str, bool]
    numbers: frozenset[tuple[str, int]]


def cut_items(text: str, ends: set[int]) -> set[int]:
    """Cut before each item of an inline list and never after its number.

    >>> cut("Two things: a) Mao came. b) Stalin left.")
    ['Two things: a) Mao came.', 'b) Stalin left.']
    >>> cut("They sold (1) rice, (2) tea and (3) salt. They left.")
    ['They sold (1) rice, (2) tea and (3) salt.', 'They left.']
    """
    spans: list[tuple[int, int]] = []
    starts: set[int] = set()
    for run in _runs(text, _items(text)):
        spans += [(item.start, item.end) for item in run]
        starts.update(_starts(text, run))
    return outside(ends, spans, closed=True) | starts if spans else ends


def _starts(text: str, run: list[Item]) -> Iterator[int]:
    """Yield the ends before the items of a list, unless they stand in one sentence."""
    if not any(_GOES_ON.search(_before(text, item)) for item in run[1:]):
        yield from (_before_space(text, item.start) for item in run[1:])
    first = _before_space(text, run[0].start)
    if text[first - 1 : first] in {".", "!", "?"}:
        yield first


def join_markers(text: str, ends: Iterable[int]) -> list[int]:
    """Return the inner ends in order, joining a lone "2." to what it numbers.

    A letter may also be the end of a sentence ("by Plan B."), so it counts as a
    marker only at the start of the block.

    >>> cut("2. He left. See Fig. 3. It shows him.")
    ['2. He left.', 'See Fig. 3.', 'It shows him.']
    >>> cut("Figure 3. The wall in 1989. It fell.")
    ['Figure 3. The wall in 1989.', 'It fell.']
    """
    kept, start = [], 0
    for end in sorted(end for end in ends if 0 < end < len(text)):
        if not _is_marker(text, start, end):
            kept.append(end)
        start = end
    return kept


def _is_marker(text: str, start: int, end: int) -> bool:
    if end - start > _LONGEST_MARKER:
        return False
    piece = text[start:end].strip()
    if start == 0 and _CAPTION.match(piece):
        return True
    if not _MARKER.match(piece):
        return False
    return start == 0 or not piece[0].isalpha()


def _items(text: str) -> list[Item]:
    """Return what looks like markers, without the numbers of figures and pages."""
    return [
        _item(match)
        for match in _ITEM.finditer(text)
        if not _NUMBERS_IT.search(text, max(0, match.start() - 6), match.start())
    ]


def _item(match: re.Match[str]) -> Item:
    opening, label, closing = match.groups()
    style = opening, closing, label.isupper()
    return Item(match.start(), match.end(), style, frozenset(_readings(label)))


def _readings(label: str) -> Iterator[tuple[str, int]]:
    """Yield what a label may mean: "i" is the ninth letter or the first numeral."""
    if label.isdigit():
        yield "1", int(label)
    elif len(label) == 1:
        yield "a", ord(label.lower()) - ord("a") + 1
    if label.lower() in _ROMAN:
        yield "i", _ROMAN[label.lower()]


def _runs(text: str, items: list[Item]) -> Iterator[list[Item]]:
    """Yield the items that count on, list by list."""
    run: list[Item] = []
    for item in items:
        if run and _follows(item, run[-1]):
            run.append(item)
        elif _may_open(text, item) and (len(run) < 2 or _is_first(item)):
            if _is_list(run):
                yield run
            run = [item]
    if _is_list(run):
        yield run


def _is_list(run: list[Item]) -> bool:
    if len(run) < 2:
        return False
    return _is_first(run[0]) or run[0].start == 0 or len(run) >= _RUN


def _follows(item: Item, before: Item) -> bool:
    counted = {(kind, number + 1) for kind, number in before.numbers}
    return item.style == before.style and not counted.isdisjoint(item.numbers)


def _is_first(item: Item) -> bool:
    return any(number == 1 for _, number in item.numbers)


def _may_open(text: str, item: Item) -> bool:
    """Say whether a list may begin here: after a stop or a colon, or at the start."""
    opens = _LIST_MAY_START.search(text, max(0, item.start - 4), item.start)
    return opens is not None


def _before(text: str, item: Item) -> str:
    return text[max(0, item.start - 6) : item.start]


def outside(
    ends: Iterable[int], spans: Sequence[tuple[int, int]], *, closed: bool = False
) -> set[int]:
    """Return the ends that lie in none of the spans, which are in order.

    With `closed`, an end at the very end of a span is inside too.
    """
    kept, at, reach = set(), 0, 0
    for end in sorted(ends):
        while at < len(spans) and spans[at][0] < end:
            reach = max(reach, spans[at][1] + closed)
            at += 1
        if end >= reach:
            kept.add(end)
    return kept


def _before_space(text: str, at: int) -> int:
    """Return the offset after the last character that is not white space."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at
