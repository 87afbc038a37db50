import pytest

from factcheck.text.markup import front_matter, has_words, heading, is_underline, plain


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("# Mao", "Mao"),
        ("###### **Mao** ##", "Mao"),
        ("#Mao", ""),
        ("####### Mao", ""),
        ("Mao # 1", ""),
        ("###", ""),
    ],
)
def test_headings_begin_with_hashes_and_a_space(line, words):
    assert heading(line) == words


@pytest.mark.parametrize(
    ("unit", "answer"), [("* * *", False), ("—", False), ("🎉", False), ("7", True)]
)
def test_a_unit_without_letters_and_digits_has_no_words(unit, answer):
    assert has_words(unit) is answer


def test_underlines_are_all_of_one_mark():
    assert is_underline("=====  ")
    assert is_underline("---")
    assert not is_underline("-=-")
    assert not is_underline("")


def test_emphasis_around_a_line_is_taken_off():
    assert plain("**_On Mao_**") == "On Mao"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("---\ntitle: A\nb: c\n---\nText", "title: A\nb: c\n"),
        ('+++\ntitle = "A"\n+++', 'title = "A"\n'),
        ("---\nText: and\n\nmore.\n---\n", ""),
        ("---\ntitle: never closed\n", ""),
        ("Text\n---\na: b\n---\n", ""),
    ],
)
def test_fields_stand_between_lines_at_the_top(text, fields):
    found, end = front_matter(text)
    assert found == fields
    assert (end > 0) == bool(fields)
