"""Documents that come in by a form: read, shown as understood, and taken as shown."""

import base64
import hashlib
import json
from dataclasses import fields

from werkzeug.datastructures import FileStorage

from factcheck.doors import settings
from factcheck.errors import UnreadableError
from factcheck.fetching.essays import fetch_document
from factcheck.text.documents import Document, read_document, read_pasted
from factcheck.text.readers.packing import pack, unpack
from factcheck.translating import N_, _

# What a browser offers to choose from; whatever is chosen is judged by its content.
ACCEPTED = (
    ".docx,.docm,.dotx,.odt,.ott,.pdf,.html,.htm,.xhtml,.txt,.text,.md,.markdown,.json,"
    ".zip,"
    "text/*,application/pdf,application/json"
)
FORMATS = {
    "plain": N_("Plain text"),
    "markdown": "Markdown",
    "docx": "Word",
    "odt": "OpenDocument",
    "html": N_("Web page"),
    "pdf": "PDF",
}


def read_given(upload: FileStorage | None, pasted: str, address: str = "") -> Document:
    """Read a file, a pasted text, or what is at a web address.

    Raises:
        UnreadableError: it cannot become an essay, or there are several.
        FetchError: what is at the address cannot or may not be had.
    """
    limit = settings().max_document_bytes
    if address.strip():
        if upload or pasted.strip():
            raise UnreadableError(
                _(
                    "There is an address and something else. Nothing was stored. Keep"
                    " one of them."
                )
            )
        return fetch_document(address, settings())
    if not upload:
        return read_pasted(pasted, limit=limit)
    if pasted.strip():
        raise UnreadableError(
            _(
                "There is a file and a pasted text. Nothing was stored. Keep one of"
                " them."
            )
        )
    return read_document(upload.read(), upload.filename or "", limit=limit)


def carried(document: Document) -> dict[str, str]:
    """Return the hidden fields in which a document goes through a browser and back."""
    return {
        "text": document.text,
        "sha256": _digest(document.text),
        "encoding": document.encoding,
        "format": document.format,
        "understood": json.dumps(pack(document), ensure_ascii=False),
        "original": base64.b64encode(document.original).decode(),
    }


def brought_back(given: dict[str, str]) -> Document:
    """Return the document that was shown, from its hidden fields.

    Raises:
        UnreadableError: the text is not, to the letter, the one that was read.
    """
    text = given["text"]
    if _digest(text) != given["sha256"]:
        raise UnreadableError(
            _(
                "The text changed on its way through the browser, so nothing was"
                " stored. Import it as a file instead."
            )
        )
    document = read_pasted(text, limit=settings().max_document_bytes)
    try:
        found = unpack(json.loads(given["understood"]), document.text)
        original = base64.b64decode(given["original"], validate=True)
    except ValueError as error:
        raise UnreadableError(
            _(
                "What was understood of the text was lost on its way through the"
                " browser, so nothing was stored. Choose the file again."
            )
        ) from error
    said = {each.name: getattr(found, each.name) for each in fields(found)}
    return Document(
        **said | {"title": found.title or document.title},
        encoding=given["encoding"],
        format=given["format"],
        original=original,
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()
