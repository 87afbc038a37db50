"""What the pages of a PDF repeat at head and foot, and is no part of the text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from factcheck.text.readers.pdf_lines import Line

Page = Sequence[Line]

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"\W*((page|p\.|seite|쪽)\s*)?#(\s*(/|of|von|de)\s*#)?\W*(쪽)?", re.IGNORECASE
)
_EDGE = 2  # so many lines from the head, and from the foot
_CLOSE = 3.0  # points
_MOST = 0.3  # of the pages: left and right ones differ, and some have none


def strip(pages: Sequence[Page]) -> tuple[list[list[Line]], list[str]]:
    """Take running heads and page numbers off; return what they say, each once.

    A line is one when it stands at the edge of most left or right pages at the same
    height, with the same words but for numbers; or is just the number of its page; or
    names the essay again on a later page.
    """
    places: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    edges = [list(_edges(page)) for page in pages]
    titles = {(line.words.strip(), True) for line in _largest(pages[:1])}
    for edge in edges:
        for at_head, line in edge:
            places[at_head, _shape(line)].append(line)
    running = {
        id(line)
        for (_, shape), found in places.items()
        for line in found
        if _repeats(line, found, len(pages))
        or _numbers_page(line, shape)
        or (line.words.strip(), line.page > 0) in titles
    }
    said = (" ".join(x.words.split()) for x in chain(*pages) if id(x) in running)
    kept = [[line for line in page if id(line) not in running] for page in pages]
    return kept, list(dict.fromkeys(said))


def _largest(pages: Sequence[Page]) -> Iterable[Line]:
    """Return the largest lines of the first page, which name the essay."""
    size = max((line.size for page in pages for line in page), default=0)
    return [line for page in pages for line in page if line.size == size]


def _edges(page: Page) -> Iterable[tuple[bool, Line]]:
    heights = sorted({round(line.base) for line in page})
    feet, heads = heights[:_EDGE], heights[-_EDGE:]
    for line in page:
        if round(line.base) in heads:
            yield True, line
        if round(line.base) in feet:
            yield False, line


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", " ".join(line.words.split()))


def _repeats(line: Line, found: list[Line], pages: int) -> bool:
    alike = {x.page for x in found if abs(x.base - line.base) <= _CLOSE}
    # A small letter goes on from the line above: the last line of a note, for one.
    return len(alike) > max(1, _MOST * pages - 1) and not line.words[0].islower()


def _numbers_page(line: Line, shape: str) -> bool:
    if not _PAGE_NUMBER.fullmatch(shape):
        return False
    return re.findall(r"\d+", line.words)[:1] == [str(line.page + 1)]
