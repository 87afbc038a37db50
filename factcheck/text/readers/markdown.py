"""Markdown: title and author stand in fields above the text, or as in plain text."""

import re

from factcheck.text import markup, titles
from factcheck.text.readers import plain
from factcheck.text.readers.reading import Reading

FORMAT = "markdown"
SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})

_FIELD = r"^{name}[ \t]*[:=][ \t]*(.+?)[ \t]*$"
_QUOTED = re.compile(r"([\"'])(.*)\1")


def read(text: str) -> Reading:
    """Read title, byline and language of a Markdown text, its fields first."""
    fields, start = markup.front_matter(text)
    body = text[start:]
    return Reading(
        _field(fields, "title") or titles.from_first_line(body),
        _field(fields, "author") or _field(fields, "byline") or plain.find_byline(body),
        _field(fields, "lang") or _field(fields, "language"),
    )


def _field(fields: str, name: str) -> str:
    """Return a field of one line: `title: "On Mao"`; anything richer is not read."""
    pattern = _FIELD.format(name=name)
    match = re.search(pattern, fields, re.MULTILINE | re.IGNORECASE)
    value = match.group(1) if match else ""
    quoted = _QUOTED.fullmatch(value)
    value = quoted.group(2) if quoted else value
    return "" if value[:1] in {"[", "{", "|", ">"} else value[: titles.LONGEST].strip()
