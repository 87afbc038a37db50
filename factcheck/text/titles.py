"""Guesses at what an essay is called, from its first lines or its file's name."""

import re

from factcheck.text import markup
from factcheck.text.bylines import byline
from factcheck.text.words import words

LONGEST = 120
_FIRST_WORDS = 8
_FIRST_LETTERS = 60

# Lines that end so are sentences or lead on to what follows.
_NO_TITLE_END = re.compile('[.…:;,。．]["”’»)]*\\Z')  # noqa: RUF001 - curly quotes
_SEPARATORS = re.compile(r"[\s_.+-]+")
_NAME_WORD = re.compile(r"[^\W\d_]{2,}")

# Words in the names of files that say nothing about the essay in them.
_EMPTY_WORDS = frozenset(
    {"article", "clean", "copy", "doc", "document", "download", "draft", "edit"}
    | {"edited", "essay", "export", "file", "final", "img", "import", "latest", "new"}
    | {"of", "page", "rev", "revised", "scan", "story", "temp", "test", "text", "the"}
    | {"tmp", "txt", "untitled", "upload", "version"}
)


def from_first_line(text: str) -> str:
    """Return the title a text begins with, or nothing.

    It is a Markdown heading, or a short line without a full stop and with a blank
    line or an underline below it.
    """
    lines = text.lstrip().splitlines()[:2] if text.strip() else [""]
    first, below = lines[0].strip(), "".join(lines[1:]).strip()
    if markup.heading(first):
        return markup.heading(first)[:LONGEST]
    if len(lines) < 2 or (below and not markup.is_underline(below)):
        return ""
    return first_line_title(first)


def first_line_title(line: str) -> str:
    """Return a line's words if they can be a title."""
    title = markup.plain(line)
    if len(title) > LONGEST or not markup.has_words(title):
        return ""
    return "" if byline(line) or _NO_TITLE_END.search(title) else title


def from_filename(stem: str) -> str:
    """Return a title read from a name such as "mao-and-stalin", or nothing.

    A name with fewer than two telling words ("essay", "IMG_2034", "final draft 2")
    says nothing.
    """
    parts = [part for part in _SEPARATORS.split(stem) if part]
    telling = [
        part
        for part in parts
        if _NAME_WORD.fullmatch(part) and part.lower() not in _EMPTY_WORDS
    ]
    title = " ".join(parts)
    return title[:1].upper() + title[1:LONGEST] if len(telling) > 1 else ""


def from_first_words(text: str) -> str:
    """Return the first words of a text, as many as tell it from others."""
    _, body = markup.front_matter(text)
    lines = [line.strip() for line in text[body:].splitlines()]
    written = [line for line in lines if markup.has_words(line)]
    line = written[0] if written else text.strip().splitlines()[0].strip()
    cut = _cut(line)
    return cut if cut == line else cut.rstrip(" .,;:-–—") + "…"  # noqa: RUF001


def _cut(line: str) -> str:
    """Return the beginning of a line, up to a border between words."""
    taken, end = 0, 0
    for word in words(line[: 4 * LONGEST]):
        if taken == _FIRST_WORDS or (word.end > _FIRST_LETTERS and taken):
            break
        taken += word.pickable
        end = word.end
    end = end if markup.has_words(line[end:]) else len(line)
    return line[: min(end, LONGEST)].rstrip()
