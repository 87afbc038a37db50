import pytest

from factcheck.text.documents import read_document, read_pasted
from factcheck.text.titles import from_filename, from_first_line, from_first_words


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# On Mao\nHe left.", "On Mao"),
        ("\n\n## On *Mao* ##\n", "On *Mao"),
        ("Mao and Stalin\n\nThey met.", "Mao and Stalin"),
        ("**Mao and Stalin**\n\nThey met.", "Mao and Stalin"),
        ("Mao and Stalin\n======\nThey met.", "Mao and Stalin"),
        ("Was Stalin Right?\n\nHe was not.", "Was Stalin Right?"),
    ],
)
def test_a_heading_or_a_short_first_line_is_the_title(text, title):
    assert from_first_line(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Mao left.\n\nHe came back.",
        "“Mao left.”\n\nHe came back.",
        "Dear reader,\n\nMao left.",
        "Mao and Stalin\nThey met.",
        "Mao and Stalin",
        "By Ann Lee\n\nMao left.",
        "* * *\n\nMao left.",
        "word " * 40 + "\n\nMao left.",
    ],
)
def test_other_first_lines_are_not(text):
    assert from_first_line(text) == ""


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("mao-and-stalin", "Mao and stalin"),
        ("Mao_and_Stalin_1949", "Mao and Stalin 1949"),
        ("essay", ""),
        ("final draft 2", ""),
        ("IMG_2034", ""),
        ("stalin", ""),
        ("3f2a-99bc", ""),
        ("", ""),
    ],
)
def test_a_telling_filename_is_a_title(stem, title):
    assert from_filename(stem) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mao left.", "Mao left."),
        (
            "Mao, who left, came back again in 1949, they say.",
            "Mao, who left, came back again in 1949…",
        ),
        ("* * *\n\nMao left.", "Mao left."),
        ("---\na: b\n---\nMao left.", "Mao left."),
        ("* * *", "* * *"),
        ("毛" * 200, "毛" * 8 + "…"),
        ("Supercalifragilistic" * 10, "Supercalifragilistic" * 6 + "…"),
    ],
)
def test_the_first_words_are_a_title_at_last(text, title):
    assert from_first_words(text) == title


def test_a_title_in_the_text_goes_before_the_name_of_the_file():
    data = b"Mao and Stalin\n\nThey met."
    assert read_document(data, "the-cold-shoulder.txt").title == "Mao and Stalin"


def test_the_name_of_the_file_goes_before_the_first_words():
    document = read_document(b"They met.", "upload/the-cold-shoulder.txt")
    assert document.title == "The cold shoulder"


def test_a_pasted_text_takes_its_first_words():
    assert read_pasted("They met.").title == "They met."
