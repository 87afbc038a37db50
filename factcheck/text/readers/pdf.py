"""PDF files: their text layer, in reading order, without what each page repeats.

A PDF holds letters and their places, not paragraphs; those are read off the page as a
person would. What was scanned has no letters and is refused, and so are scripts written
from right to left, whose numbers and joined letters a PDF does not keep in order.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from factcheck.errors import UnreadableError
from factcheck.text.readers import about, parts, pdf_margins
from factcheck.text.readers.parts import Manuscript, some
from factcheck.text.readers.pdf_lines import DIVIDED, Glyph, Line, lines
from factcheck.text.readers.pdf_paragraphs import parts_of
from factcheck.translating import _, ngettext
from factcheck.translating import number as numeral

FORMAT = "pdf"
MOST_PAGES = 300

_BOLD = re.compile(r"bold|black|heavy|[-,]bd", re.IGNORECASE)
_ITS_OWN = re.compile("[\ud800-\udfff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ILLEGIBLE = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_SOFT_HYPHEN = "\u00ad"
_HIGH = 0.3  # of how high a figure reaches
_SHARE = 0.2
_FEWEST_LETTERS = 20
_CREATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_SHOWN = 4
_LANGUAGE_LENGTH = 64
_FONT_LENGTH = 256
_COMMENTS = frozenset(
    {pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_HIGHLIGHT}
)


def read(data: bytes, limit: int) -> Manuscript:
    """Read a PDF.

    Args:
        data: the whole file.
        limit: how many bytes of UTF-8 its text may have.

    Raises:
        UnreadableError: it is damaged, encrypted, scanned, too long, or in a script
            that cannot be read from a PDF.
    """
    document = _opened(data)
    try:
        return _read(document, limit)
    finally:
        document.close()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
        number = len(document)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableError(
                _(
                    "This PDF is protected by a password. Nothing was stored. Open it,"
                    " save it without a password, and try that file."
                )
            ) from error
        raise UnreadableError(
            _(
                "This PDF is damaged: it breaks off, or parts of it are missing."
                " Nothing was stored. Ask for it again, or export it again from the"
                " program it was written in."
            )
        ) from error
    if number > MOST_PAGES:
        document.close()
        raise UnreadableError(
            _(
                "This PDF has %(pages)s pages, and at most %(most)s can be read."
                " Nothing"
                " was stored. Save the pages of the essay as a PDF of their own.",
                pages=numeral(number),
                most=numeral(MOST_PAGES),
            )
        )
    return document


def _read(document: pypdfium2.PdfDocument, limit: int) -> Manuscript:
    tally: Counter[str] = Counter()
    counter = parts.TextLimit(limit)
    pages = [_lines(page, at, tally, counter) for at, page in enumerate(document)]
    check(pages)
    body, running = pdf_margins.strip(pages)
    found = parts.assemble(parts_of(body), limit)
    said = document.get_metadata_dict()
    found = about.described(
        found,
        title=about.title(found, said.get("Title", "")),
        byline=about.byline(found, said.get("Author", "")),
        date=_day(said.get("CreationDate", "")),
        language=about.language(found.text, [_language(document)]),
    )
    return parts.with_notes(found, _notes(pages, tally, running))


def _lines(
    page: pypdfium2.PdfPage, number: int, tally: Counter[str], limit: parts.TextLimit
) -> list[Line]:
    text = page.get_textpage()
    try:
        glyphs = list(_glyphs(text, tally))
    finally:
        text.close()
    limit.take("".join(glyph.letter for glyph in glyphs))
    for at in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, at)
        tally["comments"] += pdfium.FPDFAnnot_GetSubtype(annotation) in _COMMENTS
        pdfium.FPDFPage_CloseAnnot(annotation)
    if not glyphs and next(page.get_objects(max_depth=2), None) is not None:
        tally["pictured"] += 1
    page.close()
    return lines(glyphs, number)


def _glyphs(text: pypdfium2.PdfTextPage, tally: Counter[str]) -> Iterator[Glyph]:
    """Yield the characters of a page in the order in which they were written."""
    left, base = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    high = ""
    is_bold = _Boldness(text)
    for at in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text.raw, at))
        made = pdfium.FPDFText_IsGenerated(text.raw, at) == 1
        if _ITS_OWN.match(letter):
            high, letter = _paired(high, letter)
            if not letter:
                continue
        if not made and pdfium.FPDFText_GetCharAngle(text.raw, at) > 0.1:
            tally["sideways"] = 1
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, at, left, base)
        pdfium.FPDFText_GetLooseCharBox(text.raw, at, box)
        if letter == _SOFT_HYPHEN or pdfium.FPDFText_IsHyphen(text.raw, at) == 1:
            letter = DIVIDED
        yield Glyph(
            letter=letter,
            left=left.value,
            right=box.right,
            base=base.value,
            size=round(pdfium.FPDFText_GetFontSize(text.raw, at), 1),
            bold=is_bold(at),
            made=made,
            raised=letter.isdecimal() and _is_raised(text, at, base.value),
        )


def _paired(high: str, letter: str) -> tuple[str, str]:
    """Join the halves of an astral character; a lone one is illegible."""
    if letter < "\udc00":
        return letter, ""
    if not high:
        return "", "\ufffd"
    return "", (high + letter).encode("utf-16", "surrogatepass").decode("utf-16")


def _is_raised(text: pypdfium2.PdfTextPage, at: int, base: float) -> bool:
    """Say whether a figure is drawn well above its line, as fonts draw ¹ and ²."""
    _, bottom, _, top = text.get_charbox(at)
    return bool(bottom - base > _HIGH * (top - base))


class _Boldness:
    """Tells bold letters by the name of their font; weights are often not given."""

    def __init__(self, text: pypdfium2.PdfTextPage) -> None:
        self._text = text
        self._name = ctypes.create_string_buffer(_FONT_LENGTH)
        self._known: dict[bytes, bool] = {}

    def __call__(self, at: int) -> bool:
        pdfium.FPDFText_GetFontInfo(self._text.raw, at, self._name, _FONT_LENGTH, None)
        name = self._name.value
        if name not in self._known:
            self._known[name] = bool(_BOLD.search(name.decode(errors="replace")))
        return self._known[name]


def check(pages: list[list[Line]]) -> None:
    """Refuse what only looks like text, before it is taken for the author's words."""
    written = "".join(line.words for page in pages for line in page)
    letters = sum(map(str.isalnum, written))
    illegible = len(_ILLEGIBLE.findall(written))
    if illegible > _SHARE * (letters + illegible):
        raise UnreadableError(
            _(
                "This PDF does not say which letters its signs stand for, so its words"
                " cannot be read. Nothing was stored. Ask for the text it was made"
                " from."
            )
        )
    if letters < _FEWEST_LETTERS:
        raise UnreadableError(
            _(
                "This PDF holds pictures of pages, as a scanner makes them, and no"
                " text. Nothing was stored. Have its words recognised (OCR), or type"
                " them out."
            )
        )
    if len(_RIGHT_TO_LEFT.findall(written)) > _SHARE * letters:
        raise UnreadableError(
            _(
                "This PDF is written from right to left, and a PDF does not keep the"
                " order of such letters and the numbers among them, so words would"
                " come out wrong. Nothing was stored. Import the Word or OpenDocument"
                " file it was made from, or paste the text."
            )
        )


def _day(created: str) -> str:
    match = _CREATED.match(created)
    return "-".join(match.groups()) if match else ""


def _language(document: pypdfium2.PdfDocument) -> str:
    buffer = (ctypes.c_ushort * _LANGUAGE_LENGTH)()
    size = pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, ctypes.sizeof(buffer))
    return bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", "replace")


def _notes(
    pages: list[list[Line]], tally: Counter[str], running: list[str]
) -> Iterator[str]:
    """Say how the document was read and what was left out."""
    yield _(
        "Paragraphs, headings and lists are read off the look of the pages, so compare"
        " them with the PDF."
    )
    if running:
        shown = ", ".join(f"“{words}”" for words in running[:_SHOWN])
        yield _(
            "What pages repeat at head and foot is left out: %(words)s.", words=shown
        )
    if any(line.is_divided for page in pages for line in page):
        yield _("Words that were divided at the ends of lines are joined.")
    yield about.comments(tally["comments"])
    yield some(
        tally["pictured"],
        ngettext(
            "%(num)s page holds only pictures, whose words cannot be read.",
            "%(num)s pages hold only pictures, whose words cannot be read.",
            tally["pictured"],
        ),
    )
    if tally["sideways"]:
        yield _("Text that stands sideways is left out.")
