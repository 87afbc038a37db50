"""Word texts (.docx, .docm, .dotx): what is written, with changes accepted.

Macros are never run; nothing outside the file is fetched.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element

from factcheck.errors import UnreadableError
from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers import about, parts, xml
from factcheck.text.readers.archives import DAMAGED, Archive
from factcheck.text.readers.docx_comments import Commented
from factcheck.text.readers.docx_lists import Lists
from factcheck.text.readers.docx_paragraphs import Paragraphs
from factcheck.text.readers.docx_styles import Styles
from factcheck.text.readers.parts import Manuscript, Part, Run
from factcheck.translating import _

FORMAT = "docx"

_OOXML = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_DRAWING = "drawingml/2006/"
_NAMES = {
    f"{_OOXML}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OOXML}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OOXML}markup-compatibility/2006": "mc",
    f"{_OOXML}{_DRAWING}picture": "pic",
    f"{_OOXML}{_DRAWING}chart": "c",
    "urn:schemas-microsoft-com:vml": "v",
    f"{_OOXML}package/2006/metadata/core-properties": "cp",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    f"{_OOXML}package/2006/relationships": "",
}

_NOTE_TAGS = {"footnotes": "w:footnoteReference", "endnotes": "w:endnoteReference"}
_MOST_MARGINS = 24


class _Files(NamedTuple):
    """The parts of a Word file that are read, by what they are to the main one."""

    archive: Archive
    main: str
    related: dict[str, list[str]]

    def root(self, kind: str) -> Element | None:
        """Return a small part, such as "styles", if it is there."""
        names = self.related.get(kind, [])
        return self.parse(names[0]) if names else None

    def parse(self, name: str) -> Element | None:
        """Return a small part by its name."""
        if name not in self.archive.names:
            return None
        return xml.whole(self.archive.chunks(name), _NAMES)

    def elements(self, name: str, container: str) -> Iterator[Element]:
        """Yield what stands in a large part."""
        return xml.elements(self.archive.chunks(name), (container,), _NAMES, "w:r")


def read(archive: Archive, limit: int) -> Manuscript:
    """Read a Word text.

    Args:
        archive: the file.
        limit: how many bytes of UTF-8 its text may have.

    Raises:
        UnreadableError: it is damaged, encrypted, or larger than any essay.
    """
    files = _files(archive)
    styles = files.root("styles")
    lists, written = Lists(files.root("numbering")), files.root("comments")
    paragraphs = Paragraphs(Styles(styles), lists, places=written is not None)
    commented = Commented()
    every = commented.watch(_all_parts(files, paragraphs, limit))
    found = parts.assemble(every, limit)
    found = about.described(found, **_described(files, paragraphs, found, styles))
    found = replace(found, comments=commented.found(found, written))
    return parts.with_notes(found, _notes(files, paragraphs.tally))


def placed_parts(archive: Archive, limit: int) -> Iterator[Part]:
    """Yield the parts that `read` puts together, each with where its words stand."""
    files = _files(archive)
    styles, lists = Styles(files.root("styles")), Lists(files.root("numbering"))
    return _all_parts(files, Paragraphs(styles, lists, places=True), limit)


def _files(archive: Archive) -> _Files:
    main = next(iter(_related(archive, "").get("officeDocument", [])), "")
    if main not in archive.names:
        raise UnreadableError(_(DAMAGED))
    related = _related(archive, main)
    related |= {
        kind: names
        for kind, names in _related(archive, "").items()
        if kind == "core-properties"
    }
    return _Files(archive, main, related)


def _related(archive: Archive, name: str) -> dict[str, list[str]]:
    """Return the names of the parts that a part refers to, by what they are to it."""
    folder, _, file = name.rpartition("/")
    folder = f"{folder}/" if folder else ""
    listed = f"{folder}_rels/{file}.rels"
    found: dict[str, list[str]] = {}
    if listed not in archive.names:
        return found
    for each in xml.whole(archive.chunks(listed), _NAMES):
        target = each.get("Target", "")
        if each.get("TargetMode") != "External":
            whole = target[1:] if target.startswith("/") else folder + target
            found.setdefault(each.get("Type", "").rpartition("/")[2], []).append(whole)
    return found


def _all_parts(files: _Files, paragraphs: Paragraphs, limit: int) -> Iterator[Part]:
    """Yield the parts of the text, then its notes in the order of their marks."""
    for element in files.elements(files.main, "w:body"):
        yield from paragraphs.read(element)
    yield from paragraphs.rest()
    noted = list(paragraphs.noted)
    wanted = {(tag, number) for tag, number, _, _ in noted}
    written = _written_notes(files, paragraphs, wanted, parts.TextLimit(limit))
    for tag, number, mark, run in noted:
        runs = (Run(run, 0, mark),) if run >= 0 else ()
        for at, words in enumerate(written.pop((tag, number), [])):
            said = words if at else f"{mark} {words}".strip()
            yield Part(Kind.FOOTNOTE, said, runs)


def _written_notes(
    files: _Files,
    paragraphs: Paragraphs,
    wanted: set[tuple[str, str]],
    limit: parts.TextLimit,
) -> dict[tuple[str, str], list[str]]:
    written: dict[tuple[str, str], list[str]] = {}
    for container, tag in _NOTE_TAGS.items():
        for name in files.related.get(container, [])[:1]:
            for note in files.elements(name, f"w:{container}"):
                key = tag, note.get("w:id", "")
                if key in wanted and key not in written:
                    written[key] = [
                        part.words.strip() for part in paragraphs.read(note)
                    ]
                    limit.take("".join(written[key]))
    return written


def _described(
    files: _Files, paragraphs: Paragraphs, found: Manuscript, styles: Element | None
) -> dict[str, str]:
    """Return what the document says of itself, its own words before its fields."""
    core = files.root("core-properties")
    field = partial(about.field, core)
    said = paragraphs.named
    languages = [tag for tag, _ in paragraphs.languages.most_common()]
    default = xml.down(styles, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")
    languages += [] if default is None else default.attrib.values()
    return {
        "title": said.get("title", "") or about.title(found, field("dc:title")),
        "byline": said.get("author", "") or about.byline(found, field("dc:creator")),
        "date": about.day(said.get("date", "") or field("dcterms:modified")),
        "language": about.language(found.text, [field("dc:language"), *languages]),
    }


def _notes(files: _Files, tally: Counter[str]) -> Iterator[str]:
    """Say how the document was read and what was left out."""
    yield about.changes(tally["inserted"] + tally["deleted"])
    comments = files.root("comments")
    number = 0 if comments is None else len(comments.findall("w:comment"))
    yield about.comments(number)
    yield from about.common(tally)
    if any(name.endswith("vbaProject.bin") for name in files.archive.names):
        yield _(about.MACROS)
    if _margins(files):
        yield _(about.MARGINS)


def _margins(files: _Files) -> bool:
    """Say whether any header or footer has words, and not just a page's number."""
    names = [*files.related.get("header", []), *files.related.get("footer", [])]
    roots = (files.parse(name) for name in names[:_MOST_MARGINS])
    return any(
        any(map(str.isalpha, text.text or ""))
        for root in roots
        if root is not None
        for text in root.iter("w:t")
    )
