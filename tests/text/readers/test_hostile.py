"""Damaged and hostile files are refused with a reason, in bounded memory and time."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import UnreadableError
from factcheck.text.documents import read_document
from factcheck.text.readers import apart, archives, read
from factcheck.text.readers.pdf import check
from factcheck.text.readers.pdf_lines import Line
from factcheck.text.readers.sniffing import sniff
from tests.text.readers.packages import TYPES, changed, docx, paragraph, zipped

FILES = Path(__file__).parent / "files"
LIMIT = 5_000_000
GOOD = ("korean.docx", "korean.odt", "korean.pdf", "page.html")


def content(name):
    return (FILES / name).read_bytes()


def read_or_refused(kind, data):
    try:
        return read(kind, data, LIMIT), ""
    except UnreadableError as error:
        return None, error.message


def refusal(data, name="essay.docx", limit=LIMIT):
    with pytest.raises(UnreadableError) as caught:
        read_document(data, name, limit=limit)
    assert "Nothing was stored." in caught.value.message
    return caught.value.message


@pytest.mark.parametrize("name", ["korean.docx", "korean.odt", "korean.pdf"])
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_file_that_breaks_off_is_refused(name, share):
    data = content(name)
    assert "damaged" in refusal(data[: int(share * len(data))], name)


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(GOOD), st.data())
def test_a_changed_file_is_read_or_refused(name, data):
    """Whatever bytes are changed; where the format holds it, in the text's own part."""
    whole = bytearray(content(name))
    if name.endswith(("docx", "odt")):
        part = "word/document.xml" if name.endswith("docx") else "content.xml"
        with zipfile.ZipFile(io.BytesIO(whole)) as archive:
            whole = bytearray(archive.read(part))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(whole) - 1))
        whole[start : start + data.draw(st.integers(0, 40))] = data.draw(
            st.binary(max_size=40)
        )
    if name.endswith(("docx", "odt")):
        whole = changed(content(name), **{part: bytes(whole)})
    found, said = read_or_refused(name.rpartition(".")[2], bytes(whole))
    assert found or "Nothing was stored." in said
    for start, end, _ in found.paragraphs if found else ():
        assert found.text[start:end] == found.text[start:end].strip() != ""


BOMBS = {
    "a part of 200 MB": "<w:p>" + " " * 200_000_000 + "</w:p>",
    "a paragraph of 60 MB": paragraph("Mao left. " * 6_000_000),
    "a million runs": "<w:p>" + "<w:r/>" * 1_000_000 + "</w:p>",
    "tags inside tags": "<w:p>" * 50_000,
    "one long tag": '<w:p a="' + "a" * 30_000_000 + '"/>',
}


# Linux counts in VmHWM what a process itself took; elsewhere it says nothing.
MEASURED = """
import sys
from pathlib import Path
from factcheck.errors import UnreadableError
from factcheck.text.readers import read
try:
    read("docx", sys.stdin.buffer.read(), 5_000_000)
except UnreadableError as error:
    print(error.message)
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else ["VmHWM: 0 kB"]
print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
"""


def measured(data):
    """Read a Word file apart; return what was said, and the bytes that it took."""
    command = [sys.executable, "-c", MEASURED]
    ended = subprocess.run(command, input=data, capture_output=True, check=True)
    said, _, most = ended.stdout.decode().strip().rpartition("\n")
    return said, int(most) * 1024


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_put_down_in_little_memory(name):
    data = docx(BOMBS[name])
    assert len(data) < 1_000_000
    said, largest = measured(data)
    assert "more" in said
    assert largest < 500_000_000


def test_more_text_than_the_limit_is_refused():
    data = docx(paragraph("Mao left. " * 20) * 100)
    assert "holds more than 0.01 MB of text" in refusal(data, limit=10_000)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY x "&a;&a;&a;&a;">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">',
    ],
)
def test_entities_are_never_declared(declared):
    message = refusal(docx(paragraph("&x;"), head=declared))
    assert "declares a document type" in message
    content_xml = f"{declared}<office/>".encode()
    odt = changed(content("korean.odt"), **{"content.xml": content_xml})
    assert "declares a document type" in refusal(odt)


def test_protected_files_are_refused():
    locked = "EncryptedPackage".encode("utf-16-le")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99) + locked
    assert "protected by a password" in refusal(ole)
    assert "protected by a password" in refusal(content("locked.pdf"), "locked.pdf")
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    )
    odt = changed(content("korean.odt"), **{"META-INF/manifest.xml": manifest})
    assert "protected by a password" in refusal(odt)
    flagged = bytearray(docx(paragraph("Mao left.")))
    at = flagged.rfind(b"PK\x01\x02")
    flagged[at + 8] |= 1
    assert "protected by a password" in refusal(bytes(flagged))


def test_macros_are_left_out_and_never_run():
    types = TYPES.replace("openxmlformats-officedocument.wordprocessingml", "ms-word")
    types = types.replace("document.main", "document.macroEnabled.main")
    data = docx(paragraph("Mao left."), types=types)
    data = changed(data, **{"word/vbaProject.bin": b"Sub AutoOpen"})
    document = read_document(data, "essay.docm")
    assert document.text == "Mao left."
    assert document.notes == ("Its macros are left out; nothing in it was run.",)


def pdf_of(pages):
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(400, 600)
    file = io.BytesIO()
    document.save(file)
    document.close()
    return file.getvalue()


def test_a_pdf_of_pictures_is_refused():
    assert "as a scanner makes them" in refusal(pdf_of(3), "scan.pdf")


def test_a_pdf_of_500_pages_is_refused():
    assert "has 500 pages, and at most 300" in refusal(pdf_of(500), "book.pdf")


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (
            {"[Content_Types].xml": TYPES.replace("wordprocessing", "spreadsheet")},
            "Exc",
        ),
        (
            {"[Content_Types].xml": TYPES.replace("wordprocessing", "presentation")},
            "Po",
        ),
        ({"mimetype": "application/epub+zip"}, "an EPUB book"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "spreadsheet"),
        ({"Index/Document.iwa": "x"}, "a Pages document"),
        ({"essay.txt": "Mao left."}, "a zip file"),
    ],
)
def test_other_zip_files_are_named(parts, kind):
    message = refusal(zipped(parts))
    assert message.startswith("This is")
    assert kind in message


def test_a_part_packed_in_a_way_that_no_program_uses_is_refused():
    parts = {"[Content_Types].xml": TYPES}
    assert "damaged" in refusal(zipped(parts, zipfile.ZIP_LZMA))


def test_a_file_of_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(archives, "_MOST_PARTS", 2)
    assert "holds far more" in refusal(docx(paragraph("Mao left.")))


def test_a_page_too_deep_to_be_read_is_refused():
    depth = b"<html><body>" + b"<div>" * 20_000 + b"Mao left." + b"</div>" * 20_000
    assert "more complicated" in refusal(depth, "deep.html")
    shallow = depth.replace(b"<div>" * 19_900, b"").replace(b"</div>" * 19_900, b"")
    assert read_document(shallow, "deep.html").text == "Mao left."


def test_reading_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(apart, "SECONDS", 0.001)
    message = refusal(docx(paragraph("Mao left.")))
    assert "takes more time or memory" in message


def test_a_reader_that_dies_takes_nobody_along(monkeypatch):
    monkeypatch.setattr(apart, "sys", type("Other", (), {"executable": "/bin/false"}))
    assert "takes more time or memory" in refusal(docx(paragraph("Mao left.")))


def test_a_page_is_known_without_its_name():
    assert sniff(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a --><html>", "") == "html"
    assert sniff("<html>".encode("utf-16"), ".txt") == "html"
    assert sniff(b"<p>Mao left.</p>", ".htm") == "html"
    assert sniff(b"<p>Mao left.</p>", ".txt") == "text"


def test_a_pdf_whose_letters_are_not_told_is_refused():
    words = "Mao left for Moscow. " + "\ue021\ue022 " * 40
    line = Line(words, 0, 99, 0, 10, bold=False, first=9, page=0)
    with pytest.raises(UnreadableError, match="does not say which letters"):
        check([[line]])
