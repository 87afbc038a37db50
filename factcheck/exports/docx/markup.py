"""Paragraphs, runs and links in WordprocessingML.

Element order within properties is that of the schema; Word refuses files that differ.
"""

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape as escape_markup
from xml.sax.saxutils import quoteattr

from factcheck.exports.directions import runs_rtl, stretches
from factcheck.exports.iris import web_iri

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HYPERLINK = f"{OFFICE}/hyperlink"
# What XML 1.0 cannot hold.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile("(\r\n|\r|\n|\t)")
_TAGS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>", "\r\n": "<w:br/>"}


class Links:
    """The web addresses that one part of the file leads to."""

    def __init__(self, prefix: str = "link") -> None:
        self._prefix = prefix
        self._ids: dict[str, str] = {}

    def id_of(self, address: str) -> str:
        """Return the relationship's id for an address."""
        return self._ids.setdefault(address, f"{self._prefix}{len(self._ids) + 1}")

    def relations(self) -> Iterator[str]:
        """Return the relationships, an element each."""
        for address, name in self._ids.items():
            yield (
                f'<Relationship Id="{name}" Type="{_HYPERLINK}"'
                f' Target={quoteattr(address)} TargetMode="External"/>'
            )


def xml_text(text: str) -> str:
    """Escape text for XML, without the characters that it cannot hold."""
    return escape_markup(FORBIDDEN.sub("", text))


def run(text: str, look: str = "", *, rtl: bool = False) -> str:
    """Return the text as runs of one look, cut where its direction changes.

    Args:
        text: anything; line breaks and tabs become Word's.
        look: properties that come before `w:rtl` in the schema's order.
        rtl: the direction of the paragraph.
    """
    return "".join(
        _run(piece, f"{look}<w:rtl/>" if against else look)
        for piece, against in stretches(FORBIDDEN.sub("", text), rtl=rtl)
    )


def _run(text: str, look: str) -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    if "\n" not in text and "\r" not in text and "\t" not in text:
        return f"<w:r>{properties}{_t(text)}</w:r>"
    content = "".join(
        _TAGS[part] if part in _TAGS else _t(part)
        for part in _BREAKS.split(text)
        if part
    )
    return f"<w:r>{properties}{content}</w:r>"


def _t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape_markup(text)}</w:t>'


def strong(text: str, *, rtl: bool = False) -> str:
    """Return runs in bold."""
    return run(text, "<w:b/><w:bCs/>", rtl=rtl)


def link(text: str, address: str, links: Links, *, rtl: bool = False) -> str:
    """Return text that leads to a web address, or the text alone."""
    inner = run(text, '<w:rStyle w:val="Hyperlink"/>' if address else "", rtl=rtl)
    if not address or not inner:
        return inner
    name = links.id_of(web_iri(address))
    return f'<w:hyperlink r:id="{name}" w:history="1">{inner}</w:hyperlink>'


def jump(inner: str, bookmark: str) -> str:
    """Return runs that lead to a bookmark of the same file."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{inner}</w:hyperlink>'


def bookmark(name: str, number: int) -> str:
    """Return a place to lead to; the number must be its own."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def paragraph(inner: str, style: str, *, rtl: bool = False, more: str = "") -> str:
    """Return a paragraph; `more` holds properties that come after its style's."""
    bidi = "<w:bidi/>" if rtl else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}{bidi}</w:pPr>{inner}</w:p>'


def line(text: str, style: str) -> str:
    """Return a paragraph of plain text that runs the way of its first letter."""
    rtl = runs_rtl(text)
    return paragraph(run(text, rtl=rtl), style, rtl=rtl)


def part(root: str, inner: Iterable[str]) -> bytes:
    """Return a part of the file."""
    body = "".join(inner)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<{root} {NAMESPACES}>{body}</{root.split(maxsplit=1)[0]}>\n"
    ).encode()


def relations(inner: Iterable[str]) -> bytes:
    """Return the relationships of a part."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{RELATIONS}">{"".join(inner)}</Relationships>\n'
    ).encode()
