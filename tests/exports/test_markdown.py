import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.exports.escaping import escape_line, escape_paragraph, link_target
from factcheck.exports.markdown import write_markdown
from factcheck.rules.annotated import SentenceFacts
from factcheck.rules.annotating import assemble
from factcheck.rules.sorting import Sorting
from factcheck.text.paragraphs import ParagraphKind
from tests.exports.parsing import parse_markdown, rendered, without_references
from tests.exports.seed_essay import seed_essay
from tests.exports.strategies import NASTY, annotated_essays, words

FACTS = seed_essay().facts
PLAIN = {"text", "softbreak"}
# What a renderer makes of a paragraph of each kind; of the others a paragraph.
DRAWN = {
    ParagraphKind.HEADING: ({"paragraph_open"}, {"heading_open"}),
    ParagraphKind.QUOTATION: ({"blockquote_open", "paragraph_open"},),
    ParagraphKind.LIST_ITEM: (
        {"bullet_list_open", "list_item_open", "paragraph_open"},
    ),
}


def inline_types(markdown: str, kind: ParagraphKind = ParagraphKind.PROSE) -> set[str]:
    """Return the kinds of what a renderer finds within a paragraph."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    opened = [token.type for token in tokens if token.type.endswith("_open")]
    assert len(opened) == len(set(opened))
    assert set(opened) in DRAWN.get(kind, ({"paragraph_open"},))
    return {child.type for token in tokens for child in token.children or ()}


@given(annotated_essays())
def test_rendered_paragraphs_read_the_same_as_the_text(essay):
    paragraphs, _ = parse_markdown(write_markdown(essay))
    texts = ["".join(s.gap + s.text for s in p.sentences) for p in essay.paragraphs]
    shown = [rendered(without_references(p)[0]).text().strip("\n") for p in paragraphs]
    assert shown == [text.strip("\n") for text in texts]


@given(annotated_essays())
def test_paragraphs_hold_text_and_references_only(essay):
    paragraphs, _ = parse_markdown(write_markdown(essay))
    for paragraph, markdown in zip(essay.paragraphs, paragraphs, strict=True):
        assert inline_types(markdown, paragraph.kind) <= PLAIN


@given(annotated_essays())
def test_references_stand_where_their_claims_end(essay):
    paragraphs, notes = parse_markdown(write_markdown(essay))
    ends = sorted((c.end, index, c.number) for index, c in enumerate(essay.claims))
    found = [n for p in paragraphs for n in without_references(p)[1]]
    assert found == [number for _, _, number in ends]
    assert list(notes) == [claim.number for claim in essay.claims]


@pytest.mark.parametrize("text", NASTY)
def test_no_text_becomes_markup(text):
    assert inline_types(f"a {escape_line(text)}") <= PLAIN


@given(words)
def test_a_line_stays_a_line_and_reads_the_same(text):
    line = escape_line(text)
    assert "\n" not in line
    assert rendered(f"({line})").text().strip("\n") == f"({text})"


@given(st.text("a!(:[]\\\n", min_size=2), st.data())
def test_nothing_beside_a_reference_makes_markup_with_it(text, data):
    at = data.draw(st.integers(1, len(text) - 1))
    markdown = "a" + escape_paragraph("a" + text + "a", {at + 1: "[^1]"})
    bare = re.sub(r"(?s)\\.", "_", markdown)
    assert not any(pair in bare for pair in ("![", "](", "]:"))
    assert without_references(markdown)[1] == [1]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a\nb", "a\nb"),
        ("a \n b", "a&#32;&#10;&#32;b"),
        ("a\n\nb", "a&#10;&#10;b"),
        ("a\n \nb\nc", "a&#10;&#32;&#10;b\nc"),
        ("a\r\nb", "a&#13;&#10;b"),
        (" a\n", "&#32;a&#10;"),
        ("\n", "&#10;"),
        ("1. a\n# b", "1\\. a\n\\# b"),
        ("in 1949. Then #2", "in 1949. Then #2"),
    ],
)
def test_line_breaks_stay_where_markdown_keeps_them(text, markdown):
    assert escape_paragraph(text) == markdown


@pytest.mark.parametrize("text", ["a ##", "a #", "#", "a\\#", "1. one", "a\n- b"])
@pytest.mark.parametrize("kind", ParagraphKind)
def test_a_paragraph_is_drawn_as_its_kind_and_reads_the_same(text, kind):
    facts = [SentenceFacts(1, 1, 0, len(text), Sorting.TO_SORT)]
    essay = assemble(replace(FACTS, text=text), facts, [], [], kinds={1: kind})
    ((markdown,), _) = parse_markdown(write_markdown(essay))
    assert inline_types(markdown, kind) <= PLAIN
    assert rendered(markdown).text().strip("\n") == text


def test_an_address_cannot_leave_its_link():
    assert link_target("https://a.org/<b>\\x&copy;") == (
        "https://a.org/%3Cb%3E%5Cx\\&copy;"
    )


def test_the_head_says_who_wrote_and_who_checked():
    head = write_markdown(seed_essay()).decode().split("\n\n---\n\n")[0]
    assert head.startswith("# Mao, Stalin and the reactors near Mount Paektu\n")
    assert "Essay by Jin Se-keun. Checked by A. Reader;" in head
    assert "Working copy, not published." in head
    assert "- Mostly true: 5\n" in head


def test_a_note_quotes_the_words_and_lists_the_sources():
    note = parse_markdown(write_markdown(seed_essay()))[1][9]
    assert note.startswith("**True.** Mao was met on 16 December 1949 by")
    assert "Words checked: “Instead of meeting Mao at the train station”" in note
    assert "Checked 3 March 2026 by A. Reader." in note
    assert "\n- [" in note


def test_an_essay_that_runs_the_other_way_says_so_and_stays_markdown():
    text = "قال (انظر) *هنا*. 1. و"
    facts = replace(FACTS, text=text, language="ar", direction="rtl")
    sentences = [SentenceFacts(1, 1, 0, len(text), Sorting.TO_SORT)]
    body = write_markdown(assemble(facts, sentences, [], [])).decode()
    _, essay, _ = body.split("\n\n---\n\n")
    shown = rendered(essay)
    (turned,) = shown.find("div")
    assert turned.attributes == {"dir": "rtl", "lang": "ar"}
    assert [paragraph.text() for paragraph in turned.find("p")] == [text]
    assert not turned.find("em")
