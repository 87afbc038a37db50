import pytest

from factcheck.text.layout import blocks
from factcheck.text.paragraphs import ParagraphKind, ParagraphSpan

PROSE = ParagraphKind.PROSE
HEADING = ParagraphKind.HEADING
BYLINE = ParagraphKind.BYLINE
SEPARATOR = ParagraphKind.SEPARATOR


def layout(text, paragraphs=()):
    return [
        (text[b.start : b.end], b.paragraph, b.kind) for b in blocks(text, paragraphs)
    ]


def test_blank_lines_part_paragraphs_and_line_ends_part_blocks():
    assert layout("First line.\nSecond one\n \t\nThird.") == [
        ("First line.", 1, PROSE),
        ("Second one", 1, PROSE),
        ("Third.", 2, PROSE),
    ]


def test_a_line_that_goes_on_in_small_letters_is_joined():
    assert layout("Mao went\nto Moscow.\nhe left") == [
        ("Mao went\nto Moscow.", 1, PROSE),
        ("he left", 1, PROSE),
    ]


WRAPPED = """Stalin's assistance to Mao in 1949 during the
Chinese Civil War was rather lukewarm. He also
Tried to prevent Mao from crossing the Yangtze
River in the spring."""


def test_a_hard_wrapped_paragraph_is_one_block():
    assert layout(WRAPPED) == [(WRAPPED, 1, PROSE)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Mao rushed to Moscow in December", "Short", "Stalin refused to meet"],
        ["Mao rushed to Moscow in December", "Stalin refused to meet", "B" * 50],
        ["Mao rushed to Moscow.", "Stalin refused to go.", "Nobody was at the train."],
        ["A" * 130, "B" * 130, "C" * 130],
        ["Mao left", "It ended"],
    ],
)
def test_lines_not_hard_wrapped_are_cut(lines):
    assert [block[0] for block in layout("\n".join(lines))] == lines


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028"])
def test_every_kind_of_line_end_parts_lines(end):
    assert [block[0] for block in layout(f"One{end}Two")] == ["One", "Two"]


@pytest.mark.parametrize("mark", ["*", "* * *", "—", "###", "---", "# Sources", "___"])
def test_marks_on_their_own_line_are_not_prose(mark):
    assert layout(f"One.\n{mark}\ngoes on") == [
        ("One.", 1, PROSE),
        (mark, 2, HEADING if mark == "# Sources" else SEPARATOR),
        ("goes on", 3, PROSE),
    ]


def test_a_very_long_line_is_no_heading():
    assert layout("# " + "word " * 100)[0][2] is PROSE


@pytest.mark.parametrize(
    "text", ["By Ann Lee\n\nMao.", "On Mao\nBy Ann Lee\nMao.", "Mao.\n\nBy Ann Lee"]
)
def test_a_byline_stands_at_the_top_or_the_end(text):
    assert ("By Ann Lee", BYLINE) in [(b[0], b[2]) for b in layout(text)]


def test_a_byline_in_the_middle_is_prose():
    assert {b[2] for b in layout("One.\n\nTwo.\n\nBy Ann Lee\n\nThree.")} == {PROSE}


def test_a_byline_below_a_wrapped_paragraph_stands_alone():
    assert layout(WRAPPED + "\nBy Ann Lee")[-1] == ("By Ann Lee", 2, BYLINE)


def test_fields_above_a_markdown_text_are_not_prose():
    assert layout("---\ntitle: On Mao\n---\nMao left.") == [
        ("---", 1, SEPARATOR),
        ("title: On Mao", 2, BYLINE),
        ("---", 3, SEPARATOR),
        ("Mao left.", 4, PROSE),
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028\t"])
def test_nothing_comes_of_white_space(text):
    assert layout(text) == []


def test_paragraphs_that_a_format_told_of_are_taken_as_told():
    text = "By\nhand\n\nOne. two\nThree\n\n* * *\n\nsaid\nhe"
    told = [
        ParagraphSpan(0, 7, HEADING),
        ParagraphSpan(9, 17, ParagraphKind.LIST_ITEM),
        ParagraphSpan(32, 39, ParagraphKind.QUOTATION),
    ]
    assert layout(text, told) == [
        ("By\nhand", 1, HEADING),
        ("One. two", 2, ParagraphKind.LIST_ITEM),
        ("Three", 3, PROSE),
        ("* * *", 4, SEPARATOR),
        ("said\nhe", 5, ParagraphKind.QUOTATION),
    ]


def test_a_paragraph_told_of_that_holds_white_space_only_is_none():
    assert layout("One.\n \nTwo.", [ParagraphSpan(4, 7, HEADING)]) == [
        ("One.", 1, PROSE),
        ("Two.", 2, PROSE),
    ]


@pytest.mark.parametrize(
    "told", [[(0, 0)], [(0, 3), (2, 4)], [(3, 5), (0, 2)], [(0, 9)], [(-1, 2)]]
)
def test_paragraphs_out_of_order_are_the_readers_fault(told):
    with pytest.raises(ValueError, match="out of order"):
        layout("One. Two", [ParagraphSpan(*span, PROSE) for span in told])
