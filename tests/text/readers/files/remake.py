"""Makes the files of this folder again, by LibreOffice, pandoc, LaTeX and Chromium.

    apt-get install libreoffice-writer pandoc chromium hyphen-en-us fonts-noto-cjk \
      fonts-noto-core texlive-latex-recommended lmodern
    python -m tests.text.readers.files.remake
"""

import base64
import re
import shutil
import subprocess
import tempfile
from html import escape
from itertools import groupby
from pathlib import Path

from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers.parts import Part
from tests.text.readers.files.flat import CHANGES, COLUMN_STYLE, EXTRA, NOTE, TEMPLATE
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
    by_latex(HERE / "journal.tex")


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


def by_latex(source: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        run(
            "pdflatex",
            "-interaction=batchmode",
            "-output-directory",
            folder,
            str(source),
        )
        shutil.copy(Path(folder) / f"{source.stem}.pdf", HERE)


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


if __name__ == "__main__":
    main()
