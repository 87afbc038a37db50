"""The parts of the Word file, and what they hold."""

from collections.abc import Iterator

from factcheck.exports import beside, wording
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.blocks import note_blocks
from factcheck.exports.docx.comments import comment, comment_ids, in_block
from factcheck.exports.docx.essay import Passages
from factcheck.exports.docx.looks import styles
from factcheck.exports.docx.markup import (
    FORBIDDEN,
    OFFICE,
    Links,
    bookmark,
    jump,
    line,
    link,
    paragraph,
    part,
    relations,
    run,
    xml_text,
)
from factcheck.exports.method import method_lines, text_words
from factcheck.exports.zips import zip_bytes
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.translating import _

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override'
    f' PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>'
    f'<Override PartName="/word/comments.xml" ContentType="{_WORD}.comments+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType='
    '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>\n'
).encode()
_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1417"'
    ' w:bottom="1304" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
    "</w:sectPr>"
)


def write_docx(
    essay: AnnotatedEssay, about: Addresses = NOWHERE, *, lacking: str = ""
) -> bytes:
    """Return head, essay with a comment on each claim's words, notes, and meanings.

    `lacking` says why it is not the file that the essay came in as, or "".
    """
    in_text, in_comments = Links(), Links()
    ids = comment_ids(essay)
    document = part(
        "w:document",
        ["<w:body>", *_body(essay, about, in_text, lacking), _SECTION, "</w:body>"],
    )
    comments = part(
        "w:comments",
        [
            comment(c, essay, about.desk, ids[c.number], in_comments)
            for c in essay.claims
        ],
    )
    return zip_bytes(
        [
            ("[Content_Types].xml", _TYPES),
            (
                "_rels/.rels",
                relations(
                    [
                        _relation(
                            "main", f"{OFFICE}/officeDocument", "word/document.xml"
                        ),
                        _relation(
                            "core",
                            f"{_PACKAGE}/relationships/metadata/core-properties",
                            "docProps/core.xml",
                        ),
                    ]
                ),
            ),
            ("docProps/core.xml", _core(essay, about)),
            ("word/document.xml", document),
            ("word/styles.xml", part("w:styles", styles(essay.facts.language))),
            ("word/comments.xml", comments),
            (
                "word/_rels/document.xml.rels",
                relations(
                    [
                        _relation("styles", f"{OFFICE}/styles", "styles.xml"),
                        _relation("comments", f"{OFFICE}/comments", "comments.xml"),
                        *in_text.relations(),
                    ]
                ),
            ),
            ("word/_rels/comments.xml.rels", relations(in_comments.relations())),
        ]
    )


def lost_characters(essay: AnnotatedEssay, _about: Addresses) -> list[str]:
    """Say which characters of the essay a Word file cannot hold."""
    found = sorted(set(FORBIDDEN.findall(essay.text)))
    if not found:
        return []
    names = ", ".join(f"U+{ord(character):04X}" for character in found)
    return [
        _(
            "Word files cannot hold control characters; left out: %(names)s.",
            names=names,
        )
    ]


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'


def _body(
    essay: AnnotatedEssay, about: Addresses, links: Links, lacking: str
) -> Iterator[str]:
    facts, rtl = essay.facts, essay.facts.direction == "rtl"
    claims = {claim.number: claim for claim in essay.claims}
    yield line(facts.title, "Title")
    head = [
        wording.standfirst(essay),
        facts.byline,
        facts.appeared,
        wording.checked_by(essay),
        wording.edition_words(essay.edition),
        *beside.correction_lines(essay),
        *lost_characters(essay, about),
        lacking,
    ]
    yield from (line(text, "Lead") for text in head if text)
    passages = Passages(claims, comment_ids(essay), rtl=rtl)
    yield from map(passages.paragraph, essay.paragraphs)
    if essay.claims:
        yield line(_("Notes"), "Heading1")
    yield from _notes(essay, links)
    yield line(_("What the verdicts mean"), "Heading1")
    for verdict in facts.scale.verdicts:
        yield line(f"{verdict.label}: {verdict.definition}", "Lead")
    yield line(_("How we check"), "Heading1")
    for said in (*method_lines(essay), text_words(essay)):
        yield line(said, "Lead")
    if about.links:
        yield line(_("About this desk"), "Heading1")
    for found in about.links:
        yield paragraph(link(found.label, found.href, links), "Lead")


def _notes(essay: AnnotatedEssay, links: Links) -> Iterator[str]:
    """Write each claim's note under its number, which leads back to its words."""
    ids = comment_ids(essay)
    for claim in essay.claims:
        place = bookmark(f"c{claim.number}", 2 * ids[claim.number] + 1)
        number = run(str(claim.number), '<w:rStyle w:val="Hyperlink"/>')
        before = place + jump(number, f"m{claim.number}") + run("\t")
        for index, block in enumerate(note_blocks(claim, essay)):
            style, first = ("NoteMore", "") if index else ("Note", before)
            yield in_block(block, links, style, before=first)


def _core(essay: AnnotatedEssay, about: Addresses) -> bytes:
    """Say whose it is; the times are the edition's or the last review's."""
    facts = essay.facts
    when = f"{essay.checked}T00:00:00Z" if essay.checked else ""
    when = essay.edition.published if essay.edition else when
    named = {
        "dc:title": facts.title,
        "dc:creator": facts.byline,
        "dc:language": facts.language,
        "cp:lastModifiedBy": about.desk,
    }
    inner = "".join(
        f"<{tag}>{xml_text(text)}</{tag}>" for tag, text in named.items() if text
    )
    if when:
        kind = 'xsi:type="dcterms:W3CDTF"'
        inner += f"<dcterms:created {kind}>{when}</dcterms:created>"
        inner += f"<dcterms:modified {kind}>{when}</dcterms:modified>"
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{inner}</cp:coreProperties>\n"
    ).encode()
