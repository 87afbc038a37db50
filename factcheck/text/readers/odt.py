"""OpenDocument texts (.odt, .ott): what is written, with changes accepted.

Macros are never run; nothing outside the file is fetched.
"""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from xml.etree.ElementTree import Element

from factcheck.errors import UnreadableError
from factcheck.text.readers import about, parts, xml
from factcheck.text.readers.archives import DAMAGED, LOCKED, Archive
from factcheck.text.readers.odt_paragraphs import Paragraphs
from factcheck.text.readers.odt_styles import Styles, languages
from factcheck.text.readers.parts import Manuscript, Part
from factcheck.translating import _

FORMAT = "odt"

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = {
    f"{_ODF}office:1.0": "office",
    f"{_ODF}style:1.0": "style",
    f"{_ODF}text:1.0": "text",
    f"{_ODF}table:1.0": "table",
    f"{_ODF}drawing:1.0": "draw",
    f"{_ODF}xsl-fo-compatible:1.0": "fo",
    f"{_ODF}svg-compatible:1.0": "svg",
    f"{_ODF}meta:1.0": "meta",
    f"{_ODF}manifest:1.0": "manifest",
    "http://purl.org/dc/elements/1.1/": "dc",
}
_CONTENT, _STYLES, _META = "content.xml", "styles.xml", "meta.xml"
_MANIFEST = "META-INF/manifest.xml"
_MARGINS = frozenset({"style:header", "style:footer"})


def read(archive: Archive, limit: int) -> Manuscript:
    """Read an OpenDocument text.

    Args:
        archive: the file.
        limit: how many bytes of UTF-8 its text may have.

    Raises:
        UnreadableError: it is damaged, encrypted, or larger than any essay.
    """
    if _CONTENT not in archive.names:
        raise UnreadableError(_(DAMAGED))
    manifest = _root(archive, _MANIFEST)
    if manifest is not None and list(manifest.iter("manifest:encryption-data")):
        raise UnreadableError(_(LOCKED))
    styles, common = Styles(), _root(archive, _STYLES)
    for group in () if common is None else common:
        for style in group if group.tag == "office:styles" else ():
            styles.add(style)
    paragraphs = Paragraphs(styles)
    found = parts.assemble(_all_parts(archive, styles, paragraphs), limit)
    said = _described(_root(archive, _META), paragraphs, found, languages(common))
    found = about.described(found, **said)
    return parts.with_notes(found, _notes(archive, common, paragraphs.tally))


def _root(archive: Archive, name: str) -> Element | None:
    if name not in archive.names:
        return None
    return xml.whole(archive.chunks(name), _NAMES)


def _all_parts(
    archive: Archive, styles: Styles, paragraphs: Paragraphs
) -> Iterator[Part]:
    """Yield the parts of the text, then its notes in the order of their marks."""
    chunks = archive.chunks(_CONTENT)
    containers = ("office:automatic-styles", "office:text")
    for element in xml.elements(chunks, containers, _NAMES):
        if element.tag in {"style:style", "text:list-style"}:
            styles.add(element)
        else:
            yield from paragraphs.read(element)
    yield from paragraphs.notes


def _described(
    meta: Element | None, paragraphs: Paragraphs, found: Manuscript, tags: list[str]
) -> dict[str, str]:
    """Return what the document says of itself, its own words before its fields."""
    field = partial(about.field, meta)
    said = paragraphs.named
    creator = field("meta:initial-creator") or field("dc:creator")
    return {
        "title": said.get("title", "") or about.title(found, field("dc:title")),
        "byline": said.get("author", "") or about.byline(found, creator),
        "date": about.day(said.get("date", "") or field("dc:date")),
        "language": about.language(found.text, [field("dc:language"), *tags]),
    }


def _notes(
    archive: Archive, common: Element | None, tally: Counter[str]
) -> Iterator[str]:
    """Say how the document was read and what was left out."""
    yield about.changes(tally["changes"])
    yield about.comments(tally["comments"])
    yield from about.common(tally)
    if any(name.startswith(("Basic/", "Scripts/")) for name in archive.names):
        yield _(about.MACROS)
    margins = [] if common is None else common.iter()
    if any(_has_words(each) for each in margins if each.tag in _MARGINS):
        yield _(about.MARGINS)


def _has_words(margin: Element) -> bool:
    return any(map(str.isalpha, "".join(margin.itertext())))
