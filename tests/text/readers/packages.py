"""Word and OpenDocument files made by hand, for what no program would write."""

import io
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
