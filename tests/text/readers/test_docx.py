"""What Word can do with a text, and how it is read."""

import pytest

from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers import read
from tests.text.readers.packages import docx, paragraph, run

INS, DEL = '<w:ins w:id="1">{}</w:ins>', '<w:del w:id="2">{}</w:del>'


def read_docx(body, **more):
    return read("docx", docx(body, **more), 5_000_000)


def words_of(body, **more):
    return read_docx(body, **more).text.split("\n\n")


def kinds_of(body, **more):
    return [kind for _, _, kind in read_docx(body, **more).paragraphs]


def deleted(words):
    return DEL.format(f"<w:r><w:delText>{words}</w:delText></w:r>")


def test_tracked_changes_are_read_as_accepted():
    found = read_docx(
        f"<w:p>{run('Mao ')}{deleted('fled')}{INS.format(run('left'))}{run('.')}</w:p>"
    )
    assert found.text == "Mao left."
    assert found.notes == ("2 tracked changes were read as accepted.",)


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    mark = '<w:rPr><w:del w:id="3"/></w:rPr>'
    body = paragraph("Mao ", mark) + paragraph("left.") + paragraph("He came.")
    assert words_of(body) == ["Mao left.", "He came."]
    assert words_of(paragraph("Mao left.", mark)) == ["Mao left."]


def test_moved_words_stand_only_where_they_went():
    moved = f"<w:moveFrom>{run('Mao left.')}</w:moveFrom>"
    body = f"<w:p>{moved}</w:p><w:p><w:moveTo>{run('Mao left.')}</w:moveTo></w:p>"
    assert words_of(body) == ["Mao left."]


def test_a_deleted_row_of_a_table_is_gone():
    cells = f"<w:tc>{paragraph('1950')}</w:tc><w:tc>{paragraph('1%')}</w:tc>"
    gone = "<w:trPr><w:del/></w:trPr>"
    body = f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{gone}{cells}</w:tr></w:tbl>"
    assert words_of(body) == ["1950\t1%"]


def field(code, result):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + result + mark("end")


def test_of_a_field_only_the_result_is_text():
    inner = field("PAGEREF", run("12"))
    assert words_of(f"<w:p>{field('REF', run('See ') + inner)}{run('.')}</w:p>") == [
        "See 12."
    ]


def test_characters_that_are_elements_are_written():
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
        '<w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:br w:type="page"/><w:cr/>'
        '<w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:char="00E9"/></w:r></w:p>'
    )
    found = read_docx(body)
    assert found.text == "a\tb\nc\u2011d\né"
    assert found.notes == ("1 character that only its font can show is left out.",)


def test_hidden_words_are_left_out_and_said():
    body = f"<w:p>{run('Mao left.')}{run('Not for print.', '<w:vanish/>')}</w:p>"
    found = read_docx(body)
    assert (found.text, found.notes) == (
        "Mao left.",
        ("1 hidden passage is left out.",),
    )


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r>{both}</w:r>{run('Mao left.')}</w:p>"
    assert words_of(body) == ["Mao left.", "In a box."]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">'
    '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def item(words, number, level=0):
    named = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return paragraph(words, f"<w:numPr>{named}</w:numPr>")


def test_numbers_of_lists_are_written_out_and_bullets_are_not():
    body = "".join(
        (item("one", 1), item("inner", 1, 1), item("inner", 1, 1), item("two", 1))
    )
    body += item("inner", 1, 1) + item("five", 2) + item("six", 2) + item("dot", 3)
    assert words_of(body, numbering=NUMBERING) == [
        *("1. one", "1a) inner", "1b) inner", "2. two", "2a) inner"),
        *("5. five", "6. six", "dot"),
    ]
    assert set(kinds_of(body, numbering=NUMBERING)) == {Kind.LIST_ITEM}


def style(name, based_on="", more=""):
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    named = f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}">'
    return f'{named}<w:name w:val="{name}"/>{based}{more}</w:style>'


@pytest.mark.parametrize(
    ("styles", "kind"),
    [
        (style("heading 3"), Kind.HEADING),
        (style("Mine", "Title") + style("Title"), Kind.HEADING),
        (style("Mine", more='<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'), Kind.HEADING),
        (style("Intense Quote"), Kind.QUOTATION),
        (style("List Bullet 2"), Kind.LIST_ITEM),
        (style("List Paragraph"), Kind.PROSE),
        (style("Author"), Kind.BYLINE),
        (style("Loop", "Loop"), Kind.PROSE),
        ("", Kind.PROSE),
    ],
)
def test_a_style_says_what_a_paragraph_is(styles, kind):
    name = styles.partition('styleId="')[2].partition('"')[0]
    body = paragraph("Mao left for Moscow.", f'<w:pStyle w:val="{name}"/>')
    assert kinds_of(body, styles=styles) == [kind]


def test_a_short_bold_line_is_a_heading_and_a_bold_sentence_is_not():
    def bold(words):
        return f"<w:p>{run(words, '<w:b/>')}</w:p>"

    body = bold("What he asked for") + bold("He asked.") + paragraph("And he left")
    assert kinds_of(body) == [Kind.HEADING, Kind.PROSE, Kind.PROSE]


def test_a_table_of_contents_is_left_out():
    body = paragraph("1 Mao 3", '<w:pStyle w:val="toc1"/>') + paragraph("Mao left.")
    found = read_docx(body, styles=style("toc 1"))
    assert (found.text, found.notes) == (
        "Mao left.",
        ("The table of contents is left out.",),
    )


CUSTOM = ' w:customMarkFollows="1"'


def reference(tag, number, more=""):
    return f'<w:r><w:{tag}Reference w:id="{number}"{more}/></w:r>'


def note(tag, number, words):
    return f'<w:{tag} w:id="{number}">{paragraph(words)}</w:{tag}>'


def test_notes_stand_at_the_end_in_the_order_of_their_marks():
    body = (
        f"<w:p>{run('Mao left.')}{reference('endnote', 7)}{run(' He came.')}"
        f"{reference('footnote', 4)}{run(' So.')}"
        f"{reference('footnote', 5, CUSTOM)}{run('*')}</w:p>"
    )
    footnotes = (
        note("footnote", 4, " Ibid., p. 4.")
        + note("footnote", 5, "* So it is said.")
        + note("footnote", 9, "Never pointed to.")
    )
    found = read_docx(
        body, footnotes=footnotes, endnotes=note("endnote", 7, "Minutes.")
    )
    assert found.text.split("\n\n") == [
        "Mao left.¹ He came.² So.*",
        "¹ Minutes.",
        "² Ibid., p. 4.",
        "* So it is said.",
    ]
    assert [kind for _, _, kind in found.paragraphs[1:]] == [Kind.FOOTNOTE] * 3


def test_comments_are_counted():
    comments = '<w:comment w:id="0"/><w:comment w:id="1"/>'
    assert read_docx(paragraph("Mao."), comments=comments).notes == (
        "2 comments are left out.",
    )


def test_a_table_that_lays_out_prose_gives_its_paragraphs():
    long = paragraph("Mao left. " * 30)
    cells = f"<w:tc>{long}</w:tc><w:tc>{paragraph('So.')}</w:tc>"
    body = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert kinds_of(body) == [Kind.PROSE, Kind.PROSE]


def commented(number, *inside):
    mark = f'w:id="{number}"'
    start, end = f"<w:commentRangeStart {mark}/>", f"<w:commentRangeEnd {mark}/>"
    return f"{start}{''.join(inside)}{end}"


def comment(number, words):
    about = f'w:id="{number}" w:author="Ann Lee" w:date="2020-05-03T10:00:00Z"'
    return f"<w:comment {about}>{paragraph(words)}</w:comment>"


def test_comments_are_found_on_the_words_that_they_are_about():
    body = (
        f"<w:p>{run('Mao ')}{commented(1, run('left'), run(' Moscow'))}{run('.')}</w:p>"
        + item("one, two", 1).replace("<w:r>", commented(3) + "<w:r>")
        + '<w:commentRangeStart w:id="2"/>'
        + paragraph("He came.")
        + paragraph("So.")
        + '<w:commentRangeEnd w:id="2"/>'
    )
    body += f'<w:p>{run("End")}<w:r><w:commentReference w:id="4"/></w:r></w:p>'
    said = comment(2, "Both?") + comment(1, "When?") + comment(3, "On nothing.")
    said += comment(4, "On a point.") + comment(5, "Nowhere.")
    found = read_docx(body, comments=said, numbering=NUMBERING)
    assert [(found.text[c.start : c.end], c.words) for c in found.comments] == [
        ("left Moscow", "When?"),
        ("He came.\n\nSo.", "Both?"),
        ("d", "On a point."),
    ]
    assert found.comments[0][2:] == ("Ann Lee", "2020-05-03", "When?")
