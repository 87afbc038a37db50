"""Word, OpenDocument and PDF files made by hand, for what no program would write."""

import io
import re
import textwrap
import zipfile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/word/document.xml"'
    f' ContentType="{_TYPE}.document.main+xml"/></Types>'
)
_RELATED = ("styles", "numbering", "footnotes", "endnotes", "comments")


def docx(body, *, head="", types=TYPES, **more):
    """Return a Word file with these elements in its body, and parts such as styles."""
    document = (
        f'{head}<w:document xmlns:w="{WORD}" xmlns:mc="http://schemas.openxmlformats.org'
        f'/markup-compatibility/2006"><w:body>{body}</w:body></w:document>'
    )
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _rels({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": _rels(
                {kind: f"{kind}.xml" for kind in _RELATED if kind in more}
            ),
            "word/document.xml": document,
            **{
                f"word/{kind}.xml": _part(kind, more[kind])
                for kind in _RELATED
                if kind in more
            },
        }
    )


def _part(kind, inner):
    return f'<w:{kind} xmlns:w="{WORD}">{inner}</w:{kind}>'


def odt(paragraphs):
    """Return an OpenDocument text of these paragraphs."""
    return odt_of("".join(f"<text:p>{words}</text:p>" for words in paragraphs))


def odt_of(body, styles="", **more):
    """Return an OpenDocument text with these elements in its body and its styles."""
    names = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
    spaces = " ".join(
        f'xmlns:{prefix}="{names.format(name)}"'
        for prefix, name in (
            *((each, each) for each in ("office", "style", "text", "table")),
            *(("draw", "drawing"), ("fo", "xsl-fo-compatible")),
        )
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": mime, "content.xml": content, **more})


def pdf(paragraphs):
    """Return a PDF of these paragraphs in Courier, 46 lines a page."""
    lines = [line for each in paragraphs for line in [*textwrap.wrap(each, 76), ""]]
    pages = [lines[at : at + 46] for at in range(0, len(lines), 46)]
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    font = "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
        font,
    ]
    for at, page in enumerate(pages):
        box = "/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R{box}/Contents {5 + 2 * at} 0 R>>")
        shown = "".join(f"({_escaped(line)})Tj T*\n" for line in page)
        drawn = f"BT /F 10 Tf 14 TL 60 760 Td\n{shown}ET"
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    written, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj{each}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    tail += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return (written + tail + f"startxref\n{len(written)}\n%%EOF").encode("cp1252")


def _escaped(line):
    return re.sub(
        r"([()\\])", r"\\\1", line.encode("cp1252", "replace").decode("cp1252")
    )


def paragraph(words, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


def run(words, properties=""):
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    )


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    """Return a zip file of these parts, by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def changed(data, **parts):
    """Return a zip file with some parts replaced or added; "." is "_" in names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    return zipped(found | parts)


def _rels(targets):
    listed = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
