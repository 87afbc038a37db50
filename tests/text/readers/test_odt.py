"""What OpenDocument can do with a text, and how it is read."""

import pytest

from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers import read
from tests.text.readers.packages import odt_of


def read_odt(body, styles="", **more):
    return read("odt", odt_of(body, styles, **more), 5_000_000)


def words_of(body, styles=""):
    return read_odt(body, styles).text.split("\n\n")


def test_spaces_are_those_that_are_seen():
    body = (
        "<text:p> Mao\n   left <text:span> at</text:span><text:s text:c='2'/>once,"
        "<text:tab/>then<text:line-break/>came<text:s/>back. </text:p>"
    )
    assert words_of(body) == ["Mao left at  once,\tthen\ncame back."]


def test_what_is_not_printed_is_left_out_and_said():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone."
        "</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>1 Mao 3</text:p>"
        "</text:index-body></text:table-of-content>"
        '<text:section text:display="none"><text:p>Hidden.</text:p></text:section>'
        "<text:section><text:p>Mao <text:ruby><text:ruby-base>漢</text:ruby-base>"
        "<text:ruby-text>kan</text:ruby-text></text:ruby>left.<text:hidden-text>Not"
        "</text:hidden-text><office:annotation><text:p>Who?</text:p>"
        "</office:annotation></text:p></text:section>"
    )
    found = read_odt(body, **{"Basic/Standard/Module1.xml": "Sub Main"})
    assert found.text == "Mao 漢left."
    assert found.notes == (
        "1 tracked change was read as accepted.",
        "1 comment is left out.",
        "2 hidden passages are left out.",
        "The table of contents is left out.",
        "Readings printed above characters are left out.",
        "Its macros are left out; nothing in it was run.",
    )


def level(number, shape, prefix="", shown=1):
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-suffix=")"'
        f' style:num-format="{shape}" style:num-prefix="{prefix}"'
        f' text:display-levels="{shown}"/>'
    )


LISTS = (
    f'<text:list-style style:name="N">{level(1, "1")}{level(2, "a", shown=2)}'
    '</text:list-style><text:list-style style:name="R">'
    f"{level(1, 'I', '(')}</text:list-style>"
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/>'
    "</text:list-style>"
)


def listed(name, *items, more=""):
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{name}"{more}>{inner}</text:list>'


def test_numbers_of_lists_are_written_out_and_bullets_are_not():
    inner = (
        "<text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list>"
    )
    body = (
        listed("N", f"<text:p>one</text:p><text:p>more</text:p>{inner}")
        + listed("N", "<text:p>two</text:p>", more=' text:continue-numbering="true"')
        + listed("N", "<text:p>one again</text:p>")
        + listed("R", *["<text:p>x</text:p>"] * 4)
        + listed("B", "<text:p>dot</text:p>", "<text:h>heading</text:h>")
    )
    found = read_odt(body, LISTS)
    assert found.text.split("\n\n") == [
        *("1) one", "more", "1.a) inner", "2) two", "1) one again"),
        *("(I) x", "(II) x", "(III) x", "(IV) x", "dot", "heading"),
    ]
    assert [kind for *_, kind in found.paragraphs[-2:]] == [
        Kind.LIST_ITEM,
        Kind.HEADING,
    ]


def test_a_list_may_begin_with_any_number():
    begun = '<text:list text:style-name="N"><text:list-item text:start-value="7">'
    body = f"{begun}<text:p>seven</text:p></text:list-item></text:list>"
    assert words_of(body, LISTS) == ["7) seven"]


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ('style:name="Heading_20_3"', Kind.HEADING),
        ('style:name="P1" style:parent-style-name="Q"', Kind.QUOTATION),
        ('style:name="List_20_Bullet"', Kind.LIST_ITEM),
        ('style:name="Author"', Kind.BYLINE),
        ('style:name="L" style:parent-style-name="L"', Kind.PROSE),
    ],
)
def test_a_style_says_what_a_paragraph_is(style, kind):
    name = style.partition('"')[2].partition('"')[0]
    styles = (
        f'<style:style style:family="paragraph" {style}/>'
        '<style:style style:family="paragraph" style:name="Q"'
        ' style:parent-style-name="Quotations"/>'
        '<style:style style:family="paragraph" style:name="Quotations"/>'
    )
    body = f'<text:p text:style-name="{name}">Mao left for Moscow.</text:p>'
    assert [kind for *_, kind in read_odt(body, styles).paragraphs] == [kind]


def test_a_short_bold_line_is_a_heading():
    styles = (
        '<style:style style:family="text" style:name="T1"><style:text-properties'
        ' fo:font-weight="bold"/></style:style>'
    )
    span = '<text:span text:style-name="T1">{}</text:span>'
    body = f"<text:p>{span.format('What he asked for')}</text:p><text:p>So.</text:p>"
    assert [kind for *_, kind in read_odt(body, styles).paragraphs] == [
        Kind.HEADING,
        Kind.PROSE,
    ]


def test_text_boxes_and_notes_stand_after_what_they_belong_to():
    box = "<draw:text-box><text:p>In a box.</text:p></draw:text-box>"
    note = (
        "<text:note><text:note-citation>i</text:note-citation><text:note-body><text:p>"
        "Minutes.</text:p><text:p>More.</text:p></text:note-body></text:note>"
    )
    body = (
        f"<draw:frame>{box}<draw:image/></draw:frame>"
        f"<text:p>Mao left.{note}<draw:frame>{box}</draw:frame></text:p>"
    )
    found = read_odt(body)
    assert found.text.split("\n\n") == [
        *("In a box.", "Mao left.¹", "In a box.", "¹ Minutes.", "More."),
    ]
    assert found.notes == (
        "1 picture is left out.",
        "2 text boxes are read after the paragraphs they belong to.",
    )
