"""A file or a pasted text, read as an essay or refused with what to do instead."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from factcheck.errors import UnreadableError
from factcheck.text import titles
from factcheck.text.decoding import decode
from factcheck.text.paragraphs import ParagraphSpan
from factcheck.text.readers import markdown, plain

LIMIT = 5_000_000

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """A text as its author left it, and what it seems to be called.

    Attributes:
        text: every character of it, with LF as the only line end made the same.
        title: a guess that can be corrected; never empty.
        byline: a guess at who wrote it, or nothing.
        encoding: how the bytes were read, such as "utf-8" or "cp1252".
        format: "plain" or "markdown".
        paragraphs: what the format itself says of them, in order and apart; empty
            where it says nothing, and the layout of the lines is read instead.
    """

    text: str
    title: str
    byline: str
    encoding: str
    format: str
    paragraphs: tuple[ParagraphSpan, ...] = ()


def read_document(data: bytes, filename: str = "", *, limit: int = LIMIT) -> Document:
    """Read the bytes of a file.

    Args:
        data: the whole file.
        filename: its name, for its format and as a last resort its title.
        limit: how many bytes it may have.

    Raises:
        UnreadableError: when it is empty, too large or not text.
    """
    _check_size(len(data), limit)
    text, encoding = decode(data)
    return _document(text, filename, encoding)


def read_pasted(text: str, *, limit: int = LIMIT) -> Document:
    """Read a text pasted into a form; it is limited in bytes of UTF-8, as a file is.

    Raises:
        UnreadableError: when it is empty, too large or no real text.
    """
    _check_characters(text)
    _check_size(len(text.encode()), limit)
    return _document(text, "", "utf-8")


def _document(text: str, filename: str, encoding: str) -> Document:
    _check_characters(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableError(
            "There are no words in this text. Nothing was stored. Choose a file that "
            "holds an essay, or paste one."
        )
    name = filename.replace("\\", "/")
    reader = markdown if _suffix(name) in markdown.SUFFIXES else plain
    title, byline = reader.read(text)
    title = title or titles.from_filename(PurePosixPath(name).stem)
    title = title or titles.from_first_words(text)
    return Document(text, title, byline, encoding, reader.FORMAT)


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise UnreadableError(
            f"This text has {_megabytes(size)}, and at most {_megabytes(limit)} can be "
            "read. Nothing was stored. Import it in parts, or ask whoever runs this "
            "desk to raise the limit."
        )


def _megabytes(size: int) -> str:
    if size < 100_000:
        return f"{size:,} bytes"
    return f"{size / 1_000_000:.2f}".rstrip("0").rstrip(".") + " MB"


def _check_characters(text: str) -> None:
    if "\0" in text:
        raise UnreadableError(
            "This text holds NUL characters, which no essay does. Nothing was stored. "
            "Save it as plain text in UTF-8 and try again."
        )
    surrogate = _SURROGATE.search(text)
    if surrogate:
        raise UnreadableError(
            f"Character {surrogate.start() + 1} of this text is half of one, broken on "
            "the way here. Nothing was stored. Copy the text again from where it came."
        )
