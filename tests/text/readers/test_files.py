"""Files that real programs wrote give back the text that they were made of."""

import json
from pathlib import Path

import pytest

from factcheck.errors import UnreadableError
from factcheck.text.documents import read_document
from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers import read
from factcheck.text.readers.packing import pack, unpack
from factcheck.text.readers.parts import Part
from factcheck.text.sentences import split
from tests.text.readers.sources import (
    COLUMNS,
    JOURNAL,
    KOREAN,
    LIBREOFFICE,
    MANUSCRIPT,
)

FILES = Path(__file__).parent / "files"
LIMIT = 5_000_000
WORD_PROCESSED = [
    (f"{name}.{suffix}", source)
    for name, source in LIBREOFFICE.items()
    for suffix in ("docx", "odt", "pdf")
    if (name, suffix) != ("arabic", "pdf")
]


def read_file(name):
    return read(name.rpartition(".")[2], (FILES / name).read_bytes(), LIMIT)


def parts_of(found):
    return [Part(kind, found.text[start:end]) for start, end, kind in found.paragraphs]


@pytest.mark.parametrize(
    ("name", "source"),
    [*WORD_PROCESSED, ("columns.pdf", COLUMNS), ("journal.pdf", JOURNAL)],
)
def test_files_give_back_text_kinds_and_fields(name, source):
    found = read_file(name)
    assert parts_of(found) == list(source.parts)
    assert found.text == "\n\n".join(part.words for part in source.parts)
    assert (found.title, found.byline) == (source.title, source.byline)
    assert found.language == (source.language or "en")


def without_title_block(found):
    """Take off the title, author and date that pandoc writes above the text."""
    return [
        Part(part.kind, part.words.replace("\xa0", " "))  # which pandoc sets after "p."
        for part in parts_of(found)[3:]
    ]


@pytest.mark.parametrize("name", ["pandoc.docx", "pandoc.html"])
def test_pandoc_files_give_back_text_and_kinds(name):
    found = read_file(name)
    block = [Part(Kind.HEADING, MANUSCRIPT.title), Part(Kind.BYLINE, "Jin Se-keun")]
    assert parts_of(found)[:3] == [*block, Part(Kind.BYLINE, "2020-05-03")]
    assert without_title_block(found) == list(MANUSCRIPT.parts[2:])
    said = (found.title, found.byline, found.date, found.language)
    assert said == (MANUSCRIPT.title, "Jin Se-keun", "2020-05-03", "en-US")


@pytest.mark.parametrize("name", ["manuscript.docx", "manuscript.odt"])
def test_what_is_left_out_is_said(name):
    *changed, comment, table, picture, hidden, margins = read_file(name).notes
    assert changed == ["1 tracked change was read as accepted."]
    assert comment == "1 comment is left out."
    assert table == "1 table is read row by row, its cells set apart by tabs."
    assert picture == "1 picture is left out."
    assert hidden == "1 hidden passage is left out."
    assert margins == "Headers and footers are left out."


def test_what_a_pdf_repeats_is_left_out_and_said():
    found = read_file("columns.pdf")
    assert "The Review" not in found.text
    assert found.notes[1:] == (
        (
            "What pages repeat at head and foot is left out: “The Review, Spring 2020”,"
            " “1”, “2”, “3”."
        ),
        "Words that were divided at the ends of lines are joined.",
    )


def test_a_pdf_of_chromium_is_read():
    found = read_file("page.pdf")
    words = [part.words for part in parts_of(found)]
    page = [
        part.words.replace("\xa0", " ") for part in parts_of(read_file("page.html"))
    ]
    said_twice = [each for each in page if each in words]
    # The table, an address with a line of its own, and a note that has no mark.
    assert len(said_twice) == len(page) - 3
    assert Part(Kind.QUOTATION, page[6]) in parts_of(found)
    assert (found.title, found.language) == ("The Guest Who Waited", "en-GB")


def test_a_magazines_page_is_read_without_what_stands_around_it():
    found = read_file("page.html")
    assert [part.words for part in parts_of(found)] == [
        "The Guest Who Waited",
        "By Jin Se-keun",
        MANUSCRIPT.parts[2].words,
        "The dacha at Kuntsevo in 1949.",
        "What he asked for",
        MANUSCRIPT.parts[4].words.replace("$300 ", "$300\xa0").replace("²", ""),
        *(part.words for part in MANUSCRIPT.parts[5:13]),
        "Year\tLoan",
        "1950 (China)\t$300 million",
        "He left on 17 February 1950.\nThe war in Korea was four months away.",
        "¹ Minutes of the meeting of 16 December 1949, p. 3.",
    ]
    assert (found.byline, found.date) == ("Jin Se-keun", "2020-05-03")
    assert (found.language, found.appeared) == ("en-GB", "The Review")
    assert found.notes == (
        "What stands around the essay on the page is left out (74 words).",
        "1 table is read row by row, its cells set apart by tabs.",
        "1 picture is left out.",
    )


def test_right_to_left_pdfs_are_refused_rather_than_garbled():
    with pytest.raises(UnreadableError, match="from right to left"):
        read_file("arabic.pdf")


def test_a_file_becomes_a_document_whose_sentences_are_exact():
    document = read_document((FILES / "korean.docx").read_bytes(), "a.docx")
    assert (document.format, document.encoding) == ("docx", "")
    assert document.paragraphs == read_file("korean.docx").paragraphs
    sentences = split(document.text, document.language, document.paragraphs)
    words = [document.text[each.start : each.end] for each in sentences]
    assert words[1] == "마오쩌둥은 1949년 12월 16일 모스크바에 도착했다.¹"
    assert "".join(words).replace(" ", "") == "".join(
        part.words.replace(" ", "") for part in KOREAN.parts
    )


def test_a_name_that_says_otherwise_is_told_of():
    document = read_document((FILES / "korean.odt").read_bytes(), "essay.docx")
    assert document.format == "odt"
    assert document.notes[0] == (
        "Its name ends in .docx, but it is an OpenDocument text and was read as one."
    )


def test_a_manuscript_comes_through_json_unchanged():
    found = read_file("manuscript.odt")
    carried = json.loads(json.dumps(pack(found)))
    assert unpack(carried, found.text) == found


@pytest.mark.parametrize(
    "broken", [None, [], {"title": ""}, {"paragraphs": [[0, 9, "prose"]]}]
)
def test_what_is_no_manuscript_is_refused(broken):
    whole = pack(read_file("korean.odt"))
    packed = {**whole, **broken} if isinstance(broken, dict) and broken else broken
    packed = {"title": 3} if broken == {"title": ""} else packed
    with pytest.raises(ValueError):  # noqa: PT011 - the message is for developers
        unpack(packed, "Mao.")
