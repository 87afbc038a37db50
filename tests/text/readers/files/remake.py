"""Makes the files of this folder again, by LibreOffice, pandoc and Chromium.

    apt-get install libreoffice-writer pandoc chromium hyphen-en-us fonts-noto-cjk \
      fonts-noto-core
    python -m tests.text.readers.files.remake
"""

import base64
import re
import subprocess
import tempfile
from html import escape
from itertools import groupby
from pathlib import Path

from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers.parts import Part
from tests.text.readers.sources import COLUMNS, KOREAN, LIBREOFFICE, MANUSCRIPT, Source

LOCK = (
    '{"EncryptFile":{"type":"boolean","value":"true"},'
    '"DocumentOpenPassword":{"type":"string","value":"secret"}}'
)
HERE = Path(__file__).parent
_MARK = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_NUMBER = re.compile(r"\d+\. ")
_DOT = base64.b64decode(
    b"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


def main() -> None:
    for name, source in LIBREOFFICE.items():
        written = fodt(source, extras=source is MANUSCRIPT, margins=True)
        for suffix in ("docx", "odt"):
            by_libreoffice(written, HERE / f"{name}.{suffix}")
        by_libreoffice(fodt(source, margins=True), HERE / f"{name}.pdf")
    by_libreoffice(fodt(KOREAN), HERE / "locked.pdf", ":writer_pdf_Export:" + LOCK)
    by_libreoffice(fodt(COLUMNS, columns=True, margins=True), HERE / "columns.pdf")
    written = markdown(MANUSCRIPT)
    for suffix in ("docx", "html"):
        by_pandoc(written, HERE / f"pandoc.{suffix}")
    by_chromium(HERE / "page.html", HERE / "page.pdf")


def by_libreoffice(written: str, target: Path, more: str = "") -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{target.stem}.fodt"
        source.write_text(written)
        run(
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            target.suffix[1:] + more,
            "--outdir",
            str(HERE),
            str(source),
        )


def by_pandoc(written: str, target: Path) -> None:
    run(
        "pandoc",
        "--standalone",
        "--from=markdown",
        f"--output={target}",
        written=written,
    )


def by_chromium(page: Path, target: Path) -> None:
    run(
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--print-to-pdf={target}",
        f"file://{page}",
    )


def run(*command: str, written: str = "") -> None:
    subprocess.run(command, input=written.encode(), check=True)


def markdown(source: Source) -> str:
    """Write a source in pandoc's Markdown."""
    notes = notes_of(source)
    lines = [
        (
            f'---\ntitle: "{source.title}"\nauthor: {source.byline}\n'
            f"date: 2020-05-03\nlang: {source.language}\n---\n"
        )
    ]
    for part in source.parts[2:]:
        words = _MARK.sub(lambda mark: f"^[{notes[mark.group()]}]", part.words)
        words = words.replace("$", "\\$")
        if part.kind is Kind.HEADING:
            lines.append(f"\n# {words}\n")
        elif part.kind is Kind.QUOTATION:
            lines.append(f"> {words}\n")
        elif part.kind is Kind.LIST_ITEM:
            lines.append(words if _NUMBER.match(words) else f"- {words}")
        elif part.kind is Kind.TABLE_ROW:
            cells = words.split("\t")
            lines.append(f"| {' | '.join(cells)} |")
            if cells[0] == "Year":
                lines.append("|---" * len(cells) + "|")
        elif part.kind is Kind.PROSE:
            lines.append(f"\n{words}\n")
    return "\n".join(lines)


def fodt(
    source: Source,
    *,
    extras: bool = False,
    columns: bool = False,
    margins: bool = False,
) -> str:
    """Write a source as a flat OpenDocument text."""
    notes = notes_of(source)
    body = []
    for kind, group in groupby(source.parts, key=shape):
        body += BLOCKS[kind]([inline(part.words, notes) for part in group], source)
    if extras:
        body[2:2] = [EXTRA]
    language, country = source.language.split("-")
    right_to_left = language == "ar"
    return TEMPLATE.format(
        title=escape(source.title),
        byline=escape(source.byline),
        language=language,
        country=country,
        writing="rl-tb" if right_to_left else "lr-tb",
        columns=COLUMN_STYLE if columns else "",
        body="\n".join(body).replace("{dot}", base64.b64encode(_DOT).decode()),
        head="The Review, Spring 2020" if margins and len(source.parts) > 9 else "",
        number="<text:page-number/>" if margins else "",
        changes=CHANGES if extras else "",
        align="justify" if columns else "start",
    )


def shape(part: Part) -> str:
    if part.kind is Kind.LIST_ITEM:
        return "numbers" if _NUMBER.match(part.words) else "bullets"
    return part.kind.value


def notes_of(source: Source) -> dict[str, str]:
    notes = [part.words for part in source.parts if part.kind is Kind.FOOTNOTE]
    return dict(note.split(" ", 1) for note in notes)


def inline(words: str, notes: dict[str, str]) -> str:
    return _MARK.sub(
        lambda mark: NOTE.format(mark.group(), escape(notes.get(mark.group(), ""))),
        escape(words),
    )


def simple(style: str):
    return lambda found, _source: [
        f'<text:p text:style-name="{style}">{words}</text:p>' for words in found
    ]


def headings(found: list[str], source: Source) -> list[str]:
    return [
        f'<text:p text:style-name="Title">{words}</text:p>'
        if words == escape(source.title)
        else f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{words}'
        "</text:h>"
        for words in found
    ]


def items(style: str):
    def write(found: list[str], _source: Source) -> list[str]:
        lines = "".join(
            "<text:list-item><text:p>"
            + _NUMBER.sub("", words, count=1)
            + "</text:p></text:list-item>"
            for words in found
        )
        return [f'<text:list text:style-name="{style}">{lines}</text:list>']

    return write


def table(found: list[str], _source: Source) -> list[str]:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"
            for cell in line.split("\t")
        )
        + "</table:table-row>"
        for line in found
    )
    return [
        (
            '<table:table table:name="T"><table:table-column'
            f' table:number-columns-repeated="3"/>{rows}</table:table>'
        )
    ]


BLOCKS = {
    "heading": headings,
    "prose": simple("Text_20_body"),
    "quotation": simple("Quotations"),
    "byline": simple("Text_20_body"),
    "numbers": items("Numbers"),
    "bullets": items("Bullets"),
    "table_row": table,
    "footnote": lambda _found, _source: [],
}
NOTE = (
    '<text:note text:note-class="footnote"><text:note-citation>{}</text:note-citation>'
    '<text:note-body><text:p text:style-name="Footnote">{}</text:p></text:note-body>'
    "</text:note>"
)
# Between byline and first paragraph: what a reader of the text does not see in it.
EXTRA = (
    '<text:p text:style-name="Text_20_body"><draw:frame text:anchor-type="as-char"'
    ' svg:width="1cm" svg:height="1cm"><draw:image><office:binary-data>{dot}'
    "</office:binary-data></draw:image></draw:frame>"
    '<text:change text:change-id="c1"/>'
    "<office:annotation><dc:creator>Ann Lee</dc:creator>"
    "<dc:date>2020-05-03T10:00:00</dc:date><text:p>Who took this?</text:p>"
    '</office:annotation><text:span text:style-name="Hidden">Not for print.'
    "</text:span></text:p>"
)
CHANGES = (
    '<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1">'
    "<text:deletion><office:change-info><dc:creator>Ann Lee</dc:creator>"
    "<dc:date>2020-05-03T10:00:00</dc:date></office:change-info>"
    "<text:p>These words were deleted.</text:p></text:deletion></text:changed-region>"
    "</text:tracked-changes>"
)
COLUMN_STYLE = '<style:columns fo:column-count="2" fo:column-gap="0.6cm"/>'
TEMPLATE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<office:meta><dc:title>{title}</dc:title>
<meta:initial-creator>{byline}</meta:initial-creator><dc:creator>{byline}</dc:creator>
<dc:date>2020-05-03T10:00:00</dc:date><dc:language>{language}-{country}</dc:language>
</office:meta>
<office:styles>
<style:default-style style:family="paragraph">
<style:paragraph-properties style:writing-mode="{writing}"/>
<style:text-properties fo:language="{language}" fo:country="{country}"
 style:language-asian="{language}" style:country-asian="{country}"
 style:language-complex="{language}" style:country-complex="{country}"
 style:font-name="S" style:font-name-asian="A" style:font-name-complex="C"
 fo:hyphenate="true"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph"
 style:parent-style-name="Standard"><style:text-properties fo:font-size="22pt"
 style:font-size-asian="22pt" style:font-size-complex="22pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1"
 style:family="paragraph" style:parent-style-name="Standard"
 style:default-outline-level="1"><style:paragraph-properties
 fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/>
<style:text-properties fo:font-size="15pt" fo:font-weight="bold"
 style:font-size-asian="15pt" style:font-size-complex="15pt"/></style:style>
<style:style style:name="Text_20_body" style:display-name="Text body"
 style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-bottom="0.25cm" fo:text-align="{align}"/>
</style:style>
<style:style style:name="Quotations" style:family="paragraph"
 style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="1cm"
 fo:margin-right="1cm" fo:margin-bottom="0.25cm"/></style:style>
<style:style style:name="Footnote" style:family="paragraph"
 style:parent-style-name="Standard"><style:text-properties fo:font-size="9pt"
 style:font-size-asian="9pt" style:font-size-complex="9pt"/></style:style>
<text:list-style style:name="Numbers"><text:list-level-style-number text:level="1"
 style:num-format="1" style:num-suffix="."><style:list-level-properties
 text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab"
 fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties>
</text:list-level-style-number></text:list-style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1"
 text:bullet-char="•"><style:list-level-properties
 text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab"
 fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties>
</text:list-level-style-bullet></text:list-style>
</office:styles>
<office:font-face-decls><style:font-face style:name="S"
 svg:font-family="Noto Serif"/><style:font-face style:name="A"
 svg:font-family="Noto Sans CJK KR"/><style:font-face style:name="C"
 svg:font-family="Noto Naskh Arabic"/></office:font-face-decls>
<office:automatic-styles>
<style:style style:name="Hidden" style:family="text"><style:text-properties
 text:display="none"/></style:style>
<style:page-layout style:name="L"><style:page-layout-properties
 fo:page-width="14.8cm" fo:page-height="21cm" fo:margin="2cm"
 style:writing-mode="{writing}">{columns}</style:page-layout-properties>
<style:header-style/><style:footer-style/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard"
 style:page-layout-name="L"><style:header><text:p>{head}</text:p></style:header>
<style:footer><text:p>{number}</text:p></style:footer></style:master-page>
</office:master-styles>
<office:body><office:text>{changes}
{body}
</office:text></office:body></office:document>
"""


if __name__ == "__main__":
    main()
