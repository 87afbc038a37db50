"""Plain text: a title is a short first line, a byline the line after it or the last."""

from factcheck.text import titles
from factcheck.text.bylines import byline
from factcheck.text.readers.reading import Reading

FORMAT = "plain"
SUFFIXES = frozenset({".txt", ".text", ""})

_BYLINE_LINES = 2


def read(text: str) -> Reading:
    """Read the title and the byline of a plain text."""
    return Reading(titles.from_first_line(text), find_byline(text))


def find_byline(text: str) -> str:
    """Return the names in a byline among the first two lines or in the last."""
    lines = [line.strip() for line in text.splitlines()]
    written = [line for line in lines if line]
    for line in (*written[:_BYLINE_LINES], *written[-1:]):
        names = byline(line)
        if names:
            return names
    return ""
