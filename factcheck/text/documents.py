"""A file or a pasted text, read as an essay or refused with what to do instead."""

import re
from dataclasses import dataclass, field, fields, replace
from pathlib import PurePosixPath

from factcheck.errors import UnreadableError
from factcheck.text import titles
from factcheck.text.decoding import decode
from factcheck.text.readers import about, markdown, plain
from factcheck.text.readers.apart import read_apart
from factcheck.text.readers.parts import Manuscript
from factcheck.text.readers.sniffing import NAMES, misnamed, sniff, suffix_of
from factcheck.translating import _

LIMIT = 5_000_000

# The formats of files that checks can be put back into.
_TAKES_CHECKS = frozenset({"docx"})

# A file may be so many times larger than its text: pictures, fonts and markup.
FILE_TIMES = 4

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document(Manuscript):
    """A text as its author left it; its title is a guess, and never empty.

    Attributes:
        encoding: how the bytes were read, such as "utf-8" or "cp1252"; empty where
            the format leaves no choice.
        format: "plain", "markdown", "docx", "odt", "html" or "pdf".
        original: the file itself, where checks can be put back into it.
    """

    encoding: str = ""
    format: str = ""
    original: bytes = field(default=b"", repr=False)


def read_document(
    data: bytes, filename: str = "", *, limit: int = LIMIT, patient: bool = False
) -> Document:
    """Read the bytes of a file.

    Args:
        data: the whole file.
        filename: its name, for its format and as a last resort its title.
        limit: how many bytes of UTF-8 its text may have.
        patient: whether nobody waits for it, so that whoever does goes first.

    Raises:
        UnreadableError: when it is empty, too large, or nothing that can be read.
    """
    _check_size(len(data), FILE_TIMES * limit)
    suffix = suffix_of(filename)
    kind = sniff(data, suffix)
    if kind == "text":
        _check_size(len(data), limit)
        text, encoding = decode(data)
        document = _document(text, filename, encoding)
    else:
        found = read_apart(kind, data, limit, patient=patient)
        document = _from_manuscript(found, filename, kind)
        if kind in _TAKES_CHECKS and len(data) <= limit:
            document = replace(document, original=data)
    renamed = misnamed(kind, suffix)
    return replace(document, notes=(renamed, *document.notes)) if renamed else document


def read_plain(data: bytes) -> str:
    """Return the text of a file that must be plain text, such as a class roster.

    Raises:
        UnreadableError: when it is something else.
    """
    kind = sniff(data, "")
    if kind != "text":
        raise UnreadableError(
            _(
                "This is %(kind)s, and plain text is needed here. Nothing was stored."
                " Save it as plain text (.csv or .txt), and try again.",
                kind=_(NAMES[kind]),
            )
        )
    return decode(data)[0]


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
    _check_words(text)
    reader = markdown if suffix_of(filename) in markdown.SUFFIXES else plain
    title, byline, language = reader.read(text)
    return Document(
        text=text,
        title=title or _title(text, filename),
        byline=byline,
        language=about.language(text, [language]),
        encoding=encoding,
        format=reader.FORMAT,
    )


def _from_manuscript(found: Manuscript, filename: str, kind: str) -> Document:
    _check_characters(found.text)
    _check_words(found.text)
    title = found.title or _title(found.text, filename)
    said = {each.name: getattr(found, each.name) for each in fields(found)}
    return Document(**said | {"title": title}, format=kind)


def _title(text: str, filename: str) -> str:
    stem = PurePosixPath(filename.replace("\\", "/")).stem
    return titles.from_filename(stem) or titles.from_first_words(text)


def _check_words(text: str) -> None:
    if not text.strip():
        raise UnreadableError(
            _(
                "There are no words in this text. Nothing was stored. Choose a"
                " file that holds an essay, or paste one."
            )
        )


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        has, most = megabytes(size), megabytes(limit)
        if has == most:  # A little too much is told to the byte.
            has, most = f"{size:,} bytes", f"{limit:,} bytes"
        raise UnreadableError(
            _(
                "This text has %(megabytes)s, and at most %(megabytes2)s can be"
                " read. Nothing was stored. Import it in parts, or ask whoever"
                " runs this desk to raise the limit.",
                megabytes=has,
                megabytes2=most,
            )
        )


def megabytes(size: int) -> str:
    """Write how large something is."""
    if size < 100_000:
        return f"{size:,} bytes"
    return f"{size / 1_000_000:.2f}".rstrip("0").rstrip(".") + " MB"


def _check_characters(text: str) -> None:
    if "\0" in text:
        raise UnreadableError(
            _(
                "This text holds NUL characters, which no essay does. Nothing was"
                " stored. Save it as plain text in UTF-8 and try again."
            )
        )
    surrogate = _SURROGATE.search(text)
    if surrogate:
        raise UnreadableError(
            _(
                "Character %(start)s of this text is half of one, broken on the"
                " way here. Nothing was stored. Copy the text again from where it"
                " came.",
                start=surrogate.start() + 1,
            )
        )
