"""What a file really is, by its content; a name may say anything."""

import re
from pathlib import PurePosixPath

from factcheck.errors import UnreadableError
from factcheck.text.readers.archives import DAMAGED, Archive
from factcheck.translating import N_, _

_TEXT = frozenset({"", ".txt", ".text", ".md", ".markdown", ".mdown", ".mkd"})
_SUFFIXES = {
    "docx": frozenset({".docx", ".docm", ".dotx", ".dotm"}),
    "odt": frozenset({".odt", ".ott"}),
    "html": frozenset({".html", ".htm", ".xhtml", ".xht"}),
    "pdf": frozenset({".pdf"}),
}
NAMES = {
    "docx": N_("a Word document"),
    "odt": N_("an OpenDocument text"),
    "html": N_("a web page"),
    "pdf": N_("a PDF"),
    "text": N_("plain text"),
}
_READ = N_("Word (.docx), OpenDocument (.odt), PDF, web pages, Markdown and plain text")

_PDF_WITHIN = 1_024
_PAGE_WITHIN = 2_000
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(rb"<(?:p|div|h[1-6]|article|br|span|table)\b[^>]*>", re.IGNORECASE)
_BYTE_ORDER = b"\xef\xbb\xbf"

_SAVE_AS = N_("Open it in the program that wrote it, and save it as .docx or .odt")
_TYPE_IT = N_("Type out its words, or have them recognised (OCR)")
_KNOWN = (
    (b"{\\rtf", N_("a rich text file (.rtf)"), _SAVE_AS),
    (b"\x89PNG", N_("an image"), _TYPE_IT),
    (b"\xff\xd8\xff", N_("an image"), _TYPE_IT),
    (b"GIF8", N_("an image"), _TYPE_IT),
    (b"RIFF", N_("an image or a recording"), _TYPE_IT),
    (b"II*\0", N_("an image"), _TYPE_IT),
    (b"MM\0*", N_("an image"), _TYPE_IT),
    (b"\x1f\x8b", N_("a compressed file"), N_("Unpack it")),
    (b"7z\xbc\xaf", N_("a compressed file"), N_("Unpack it")),
    (b"Rar!", N_("a compressed file"), N_("Unpack it")),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_WORD_PARTS = (".wordprocessingml.", "application/vnd.ms-word.")
_OFFICE = (
    ("spreadsheetml", N_("an Excel workbook")),
    ("ms-excel", N_("an Excel workbook")),
    ("presentationml", N_("a PowerPoint presentation")),
    ("ms-powerpoint", N_("a PowerPoint presentation")),
)
_MIMES = (
    ("opendocument.spreadsheet", N_("an OpenDocument spreadsheet")),
    ("opendocument.presentation", N_("an OpenDocument presentation")),
    ("opendocument.graphics", N_("an OpenDocument drawing")),
    ("epub", N_("an EPUB book")),
)
_TYPES = "[Content_Types].xml"


def sniff(data: bytes, suffix: str) -> str:
    """Return which reader reads a file: "docx", "odt", "html", "pdf" or "text".

    Args:
        data: the whole file.
        suffix: the end of its name, such as ".html"; it decides only what the content
            leaves open.

    Raises:
        UnreadableError: it is something that cannot be read, and what.
    """
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(_ZIP):
        return _zipped(data)
    if data.startswith(_OLE):
        raise _refusal(*_compound(data))
    for start, kind, advice in _KNOWN:
        if data.startswith(start):
            raise _refusal(kind, advice)
    return "html" if _is_page(data, suffix) else "text"


def misnamed(kind: str, suffix: str) -> str:
    """Say that a file's name promises something else, or nothing."""
    right = _SUFFIXES.get(kind, _TEXT)
    known = suffix in _TEXT or any(suffix in each for each in _SUFFIXES.values())
    if suffix in right or suffix == "" or not known:
        return ""
    return _(
        "Its name ends in %(suffix)s, but it is %(kind)s and was read as one.",
        suffix=suffix,
        kind=_(NAMES[kind]),
    )


def suffix_of(filename: str) -> str:
    """Return the end of a file's name, in small letters: ".docx"."""
    return PurePosixPath(filename.replace("\\", "/")).suffix.lower()


def _is_page(data: bytes, suffix: str) -> bool:
    start = data.removeprefix(_BYTE_ORDER)[:_PAGE_WITHIN]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.replace(b"\0", b"")[2:]
    if _PAGE.match(start):
        return True
    return suffix in _SUFFIXES["html"] and bool(_TAGS.search(data))


def _zipped(data: bytes) -> str:
    """Tell apart the kinds of zip file by what is in them."""
    archive = Archive(data)
    if _TYPES in archive.names:
        return _office(archive)
    if "mimetype" in archive.names:
        mime = archive.read("mimetype")[:200].decode("ascii", "replace")
        if "opendocument.text" in mime:
            return "odt"
        for part, kind in _MIMES:
            if part in mime:
                raise _refusal(
                    kind, N_("Copy the essay's text out of it, and paste it")
                )
    if "content.xml" in archive.names and "META-INF/manifest.xml" in archive.names:
        return "odt"
    if any(name.endswith(".iwa") for name in archive.names):
        raise _refusal(
            N_("a Pages document"), N_("Export it from Pages as a Word document")
        )
    raise _refusal(N_("a zip file"), N_("Unpack it"))


def _office(archive: Archive) -> str:
    types = archive.read(_TYPES).decode("utf-8", "replace")
    mains = re.findall(r'ContentType="([^"]*main\+xml)"', types)
    for main in mains:
        if any(part in main for part in _WORD_PARTS):
            return "docx"
    for part, kind in _OFFICE:
        if any(part in main for main in mains):
            raise _refusal(kind, N_("Copy the essay's text out of it, and paste it"))
    raise UnreadableError(_(DAMAGED))


def _compound(data: bytes) -> tuple[str, str]:
    """Tell apart old Office files from new ones behind a password."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return N_("an Office document protected by a password"), N_(
            "Save it without one"
        )
    if "WordDocument".encode("utf-16-le") in data:
        return N_("an old Word document (.doc)"), _SAVE_AS
    return N_("an old Office file"), _SAVE_AS


def _refusal(kind: str, advice: str) -> UnreadableError:
    return UnreadableError(
        _(
            "This is %(kind)s. What can be read is %(formats)s. Nothing was stored."
            " %(advice)s, and try again.",
            kind=_(kind),
            formats=_(_READ),
            advice=_(advice),
        )
    )
