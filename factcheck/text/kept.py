"""A file that is kept as a copy of a source, read for its words.

It is read by the same readers as an essay, so what cannot be read is refused with the
same words. A picture is kept as well: it has no words, and is there to be looked at.
"""

import re
from dataclasses import dataclass

from factcheck.errors import UnreadableError
from factcheck.text.decoding import in_utf8
from factcheck.text.documents import FILE_TIMES, read_document
from factcheck.text.pictures import is_svg, picture_of
from factcheck.translating import N_, _

_TYPES = {
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "markdown": "text/markdown",
}
_DRAWING = N_(
    "This is a drawing (.svg), which may hold programs. Nothing was stored. Save it as"
    " a picture (.png), and try again."
)
_LARGE = N_(
    "This picture is larger than the copies that this desk keeps. Nothing was stored."
    " Save it smaller, and try again."
)
_CHARSET = re.compile(r"charset\s*=\s*([^;\s]+)", re.IGNORECASE)
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class KeptText:
    """What a copy says, and what it says of itself as far as it does.

    `text` is empty where it is a picture.
    """

    text: str
    media_type: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    issued: str = ""


def as_said(data: bytes, said: str, name: str) -> tuple[bytes, str]:
    """Return the bytes and the name of a file as its media type has them.

    A page is named as one, and its letters are put in UTF-8 where it is said how they
    are written.
    """
    kind, _mark, more = said.partition(";")
    if kind.strip().lower() in _PAGES:
        name = "_.html"
    if charset := _CHARSET.search(more):
        data = in_utf8(data, charset[1])
    return data, name


def read_copy(
    data: bytes, *, name: str = "", said: str = "", limit: int, patient: bool = False
) -> KeptText:
    """Read a copy's words.

    Args:
        data: the whole file.
        name: the file's name, where it has one.
        said: its media type as it was said to be; what the bytes show wins.
        limit: how many bytes of UTF-8 its text may have.
        patient: whether nobody waits for it, so that whoever does goes first.

    Raises:
        UnreadableError: it is no picture, and holds no words that can be read.
    """
    if is_svg(data):
        raise UnreadableError(_(_DRAWING))
    if picture := picture_of(data):
        if len(data) > FILE_TIMES * limit:
            raise UnreadableError(_(_LARGE))
        return KeptText(text="", media_type=picture.media_type)
    data, name = as_said(data, said, name)
    document = read_document(data, name, limit=limit, patient=patient)
    return KeptText(
        text=document.text,
        media_type=_TYPES.get(document.format, "text/plain"),
        title=document.title,
        author=document.byline,
        publisher=document.appeared,
        issued=document.date,
    )
