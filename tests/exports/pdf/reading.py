"""Reading PDFs with PDFium, which is not what wrote them."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass
class Read:
    """What a PDF says.

    Attributes:
        text: of all pages, white space as one space.
        title: in its properties.
        language: of the document.
        tags: how often each kind of element stands in the structure.
        spoken: alternatives for pictures, in order.
        jumps: pairs of the page of a link within the file and that it leads to.
        addresses: where other links lead.
        is_tagged: whether it says that it is.
    """

    text: str
    title: str
    language: str
    is_tagged: bool
    tags: Counter[str] = field(default_factory=Counter)
    spoken: list[str] = field(default_factory=list)
    jumps: list[tuple[int, int]] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)


def read(data: bytes) -> Read:
    """Read a whole file."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = list(document)
        texts = [page.get_textpage().get_text_bounded() for page in pages]
        found = Read(
            text=" ".join("".join(texts).replace("\ufffe", "").split()),
            title=document.get_metadata_value("Title"),
            language=_language(document),
            is_tagged=bool(pdfium.FPDFCatalog_IsTagged(document)),
        )
        for number, page in enumerate(pages):
            _links(document, page, number, found)
            _structure(page, found)
        return found
    finally:
        document.close()


def _language(document: pypdfium2.PdfDocument) -> str:
    buffer = (ctypes.c_ushort * 40)()
    length = pdfium.FPDFCatalog_GetLanguage(document, buffer, 80)
    return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le")


def _links(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int, found: Read
) -> None:
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, place, link):
        to = pdfium.FPDFLink_GetDest(document, link)
        action = pdfium.FPDFLink_GetAction(link)
        if not to and action:
            to = pdfium.FPDFAction_GetDest(document, action)
        if to:
            leads = pdfium.FPDFDest_GetDestPageIndex(document, to)
            found.jumps.append((number, leads))
        else:
            buffer = ctypes.create_string_buffer(2_000)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, 2_000)
            found.addresses.append(buffer.value.decode())


def _structure(page: pypdfium2.PdfPage, found: Read) -> None:
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    try:
        for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            child = pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)
            for kind, spoken in _elements(child):
                found.tags[kind] += 1
                if spoken:
                    found.spoken.append(spoken)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _elements(element: object) -> Iterator[tuple[str, str]]:
    if not element:
        return
    yield (
        _said(pdfium.FPDF_StructElement_GetType, element),
        _said(pdfium.FPDF_StructElement_GetAltText, element),
    )
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        yield from _elements(pdfium.FPDF_StructElement_GetChildAtIndex(element, index))


def _said(ask: object, element: object) -> str:
    buffer = ctypes.create_string_buffer(2_000)
    length = ask(element, buffer, 2_000)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le")
