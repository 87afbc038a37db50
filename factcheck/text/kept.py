"""A file that is kept as a copy of a source, read for its words.

It is read by the same readers as an essay, so what cannot be read is refused with the
same words.
"""

from dataclasses import dataclass

from factcheck.text.documents import read_document

_TYPES = {
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "markdown": "text/markdown",
}
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class KeptText:
    """What a copy says, and what it says of itself as far as it does."""

    text: str
    media_type: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    issued: str = ""


def read_copy(data: bytes, *, name: str = "", said: str = "", limit: int) -> KeptText:
    """Read a copy's words.

    Args:
        data: the whole file.
        name: the file's name, where it has one.
        said: its media type as it was said to be; what the bytes show wins.
        limit: how many bytes of UTF-8 its text may have.

    Raises:
        UnreadableError: it holds no words that can be read.
    """
    if said.partition(";")[0].strip().lower() in _PAGES:
        name = "_.html"
    document = read_document(data, name, limit=limit)
    return KeptText(
        text=document.text,
        media_type=_TYPES.get(document.format, "text/plain"),
        title=document.title,
        author=document.byline,
        publisher=document.appeared,
        issued=document.date,
    )
