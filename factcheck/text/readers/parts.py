"""What a document is made of, and the text that is put together from it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from factcheck.errors import UnreadableError
from factcheck.text import markup
from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.paragraphs import ParagraphSpan
from factcheck.translating import _

_BLANK_LINES = re.compile(r"[ \t]*\n(?:[ \t]*\n)*")
_LONGEST_CELL = 200
BETWEEN = "\n\n"  # two paragraphs
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Run(NamedTuple):
    """Words as a run of a Word file has them.

    Attributes:
        number: which run, counted from 0 in the order of the file's main part.
        start: how many characters of it stand before them.
        words: themselves.
    """

    number: int
    start: int
    words: str


class Mark(NamedTuple):
    """Where somebody's comment begins or ends in a paragraph.

    Attributes:
        comment: its id in the file.
        letters: how many characters that are no white space stand before it.
        opens: whether the words that it is about begin here, or end.
    """

    comment: str
    letters: int
    opens: bool


class Part(NamedTuple):
    """A paragraph as a reader found it.

    Attributes:
        kind: what it is.
        words: all of it, with the number of an item.
        runs: where its words stand in the file, if somebody wants to know.
        marks: where comments begin and end in it, if somebody wants to know.
    """

    kind: Kind
    words: str
    runs: tuple[Run, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def letters(self) -> int:
        """How many characters of its runs are no white space."""
        return sum(len("".join(run.words.split())) for run in self.runs)


class Comment(NamedTuple):
    """What somebody said of text[start:end] in the margin of a document."""

    start: int
    end: int
    author: str
    date: str
    words: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document as it was understood; what it does not say is empty.

    Attributes:
        text: every character of it, with LF as the only line end.
        paragraphs: what the format itself says of them, in order and apart; empty
            where it says nothing, and the layout of the lines is read instead.
        title: what it is called.
        byline: who wrote it.
        date: the day it gives itself, such as "2020-05-03".
        language: its language as a tag, such as "ko".
        appeared: where it was published.
        notes: how it was read and what was left out, a sentence each.
        comments: what stands in its margin, in the order of the words it is about.
    """

    text: str
    paragraphs: tuple[ParagraphSpan, ...] = ()
    title: str = ""
    byline: str = ""
    date: str = ""
    language: str = ""
    appeared: str = ""
    notes: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()


class TextLimit:
    """Counts what a reader has read, so that a bomb is put down before it is big."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._left = limit

    def take(self, words: str) -> None:
        """Count some words.

        Raises:
            UnreadableError: they are more than may be read, in bytes of UTF-8.
        """
        self._left -= len(words.encode(errors="replace"))
        if self._left < 0:
            raise UnreadableError(
                _(
                    "This document holds more than %(size)s MB of text, which is the"
                    " most that can be read. Nothing was stored. Import it in parts, or"
                    " ask whoever runs this desk to raise the limit.",
                    size=f"{self._limit / 1_000_000:g}",
                )
            )


def assemble(parts: Iterable[Part], limit: int) -> Manuscript:
    """Put a text together from its parts, with a blank line between each two.

    Those without any words are dropped.
    """
    counted = TextLimit(limit)
    written: list[str] = []
    paragraphs: list[ParagraphSpan] = []
    at = 0
    for part in parts:
        words = tidy(part.words)
        if not words:
            continue
        counted.take(words)
        kind = part.kind if markup.has_words(words) else Kind.SEPARATOR
        paragraphs.append(ParagraphSpan(at, at + len(words), kind))
        written.append(words)
        at += len(words) + len(BETWEEN)
    return Manuscript(BETWEEN.join(written), tuple(paragraphs))


def tidy(words: str) -> str:
    """Take off blank lines, and the white space around; nothing else is changed."""
    return _BLANK_LINES.sub("\n", words).strip()


def with_notes(found: Manuscript, notes: Iterable[str]) -> Manuscript:
    """Add what there is to say; empty lines are nothing to say."""
    return replace(found, notes=(*found.notes, *filter(None, notes)))


def superscript(number: int) -> str:
    """Write the number of a note as its mark in the text: 12 is "¹²"."""
    return str(number).translate(_SUPERSCRIPT)


def table(rows: Sequence[Sequence[Sequence[Part]]]) -> list[Part]:
    """Return the parts of a table, given the parts of each cell of each row.

    A row of figures is one part, its cells set apart by tabs. A table that only lays
    out prose gives the paragraphs in its cells.
    """
    cells = [cell for row in rows for cell in row]
    if _lays_out(rows, cells):
        return [part for cell in cells for part in cell]
    return [_row(row) for row in rows]


def _row(row: Sequence[Sequence[Part]]) -> Part:
    cells = (" ".join(" ".join(part.words.split()) for part in cell) for cell in row)
    runs: list[Run] = []
    marks: list[Mark] = []
    letters = 0
    for part in (part for cell in row for part in cell):
        runs += part.runs
        marks += (x._replace(letters=letters + x.letters) for x in part.marks)
        letters += part.letters
    return Part(Kind.TABLE_ROW, "\t".join(cells), tuple(runs), tuple(marks))


def _lays_out(
    rows: Sequence[Sequence[Sequence[Part]]], cells: Sequence[Sequence[Part]]
) -> bool:
    return all(len(row) < 2 for row in rows) or any(
        sum(len(part.words) for part in cell) > _LONGEST_CELL for cell in cells
    )


def some(number: int, said: str) -> str:
    """Say something of a number of things, but nothing of none."""
    return said if number else ""
