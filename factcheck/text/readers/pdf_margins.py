"""What the pages of a PDF repeat at head and foot, and is no part of the text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from factcheck.text.readers.pdf_lines import Line

Page = Sequence[Line]

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"\W*((page|p\.|seite|쪽)\s*)?#(\s*(/|of|von|de)\s*#)?\W*(쪽)?", re.IGNORECASE
)
_EDGE = 2  # so many lines from the head, and from the foot
_CLOSE = 3.0  # points


def strip(pages: Sequence[Page]) -> tuple[list[list[Line]], bool]:
    """Take running heads and page numbers off; say whether there were any.

    A line is one when it stands at the edge of two pages or more at the same height,
    with the same words but for numbers; or when it is just the number of its page.
    """
    places: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    edges = [list(_edges(page)) for page in pages]
    for edge in edges:
        for at_head, line in edge:
            places[at_head, _shape(line)].append(line)
    running = {
        id(line)
        for (_, shape), found in places.items()
        for line in found
        if _repeats(line, found) or _numbers_page(line, shape)
    }
    kept = [[line for line in page if id(line) not in running] for page in pages]
    return kept, bool(running)


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


def _repeats(line: Line, found: list[Line]) -> bool:
    return any(
        other.page != line.page and abs(other.base - line.base) <= _CLOSE
        for other in found
    )


def _numbers_page(line: Line, shape: str) -> bool:
    if not _PAGE_NUMBER.fullmatch(shape):
        return False
    return re.findall(r"\d+", line.words)[:1] == [str(line.page + 1)]
