"""Pages of many makers, and the essay that is read out of each."""

import pytest

from factcheck.errors import UnreadableError
from factcheck.text.paragraphs import ParagraphKind as Kind
from factcheck.text.readers import read

FIRST = (
    "Mao Zedong arrived in Moscow on 16 December 1949, and he waited for weeks in a"
    " dacha outside the city."
)
SECOND = (
    "He had come for a treaty, a loan and, above all, respect, and in the end he got"
    " two of the three."
)
MENU = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(9))


def read_page(page):
    return read("html", page.encode(), 5_000_000)


def parts_of(page):
    found = read_page(page)
    return [(kind, found.text[start:end]) for start, end, kind in found.paragraphs]


ESSAY = [(Kind.HEADING, "The Guest"), (Kind.PROSE, FIRST), (Kind.PROSE, SECOND)]

PAGES = {
    "a blog of nothing but divs": f"""
        <div id="top"><div class="menu"><ul>{MENU}</ul></div></div>
        <div id="wrap"><div class="post"><h1>The Guest</h1>
        <div class="body"><div>{FIRST}</div><div>{SECOND}</div></div>
        <div class="share-buttons">Share this on everything</div></div>
        <div class="sidebar"><h3>About me</h3><p>I write about the cold war, and have
        done so for twenty years and more.</p></div></div>""",
    "a page laid out by tables": f"""
        <table><tr><td><ul>{MENU}</ul></td><td><font size="5"><h1>The Guest</h1></font>
        {FIRST}<br><br>{SECOND}</td></tr></table>""",
    "a heading outside of the essay": f"""
        <header><nav><ul>{MENU}</ul></nav></header><div class="hero"><h1>The Guest</h1>
        </div><main><div class="a"><div class="b"><p>{FIRST}</p><p>{SECOND}</p></div>
        </div></main><footer><p>© All rights reserved, by everybody, for ever.</p>
        </footer>""",
    "a form around everything": f"""
        <form id="aspnet"><h1>The Guest</h1><p>{FIRST}</p><p>{SECOND}</p>
        <input value="Search"><select><option>One</option></select></form>""",
    "what only a machine sees": f"""
        <h1>The Guest</h1><p>{FIRST}</p><p style="display: none">Buy now.</p>
        <noscript>Turn it on.</noscript><p hidden>Buy.</p><p>{SECOND}</p>
        <template><p>Later</p></template><script>document.write("x")</script>""",
    "spaces, entities and soft hyphens": f"""
        <h1> The\n\n   Guest</h1><p>{FIRST.replace("treaty", "tre&shy;aty")}</p>
        <p>{SECOND.replace("and", "<em>a</em>nd")}</p>""",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_essay_and_nothing_else_is_read(name):
    page = f"<html><head><title>The Guest | A Magazine</title></head>{PAGES[name]}"
    assert parts_of(page) == ESSAY


def test_footnotes_of_many_makers_stand_at_the_end():
    page = """<p>One.<sup>[<a href="#n1" id="r1">1</a>]</sup> Two.<a href="#n2"
        name="r2"><sup>b</sup></a> Three.<sup><a href="#n1">1</a></sup> 5
        km<sup>2</sup>.</p><div class="footnotes"><hr><ol><li id="n1"><p>First. <a
        href="#r1">↩</a></p><p>More.</p></li></ol><p><a name="n2" href="#r2">b</a>
        Second.</p></div>"""
    assert parts_of(page) == [
        (Kind.PROSE, "One.¹ Two.² Three.¹ 5 km²."),
        (Kind.FOOTNOTE, "¹ First."),
        (Kind.FOOTNOTE, "More."),
        (Kind.FOOTNOTE, "² Second."),
    ]


def test_kinds_of_paragraphs_are_kept():
    page = """<h2>Heading</h2><blockquote>Quoted at once.<p>And again.</p></blockquote>
        <ul><li>dot<ol type="a" start="3"><li>inner</li></ol></li></ul><ol><li><p>one
        </p><p>more</p></li></ol><p>He said <q>no</q>.<br>Then
        <ruby>漢<rt>kan</rt></ruby>.</p><pre>a\n  b</pre><hr>"""
    assert parts_of(page) == [
        (Kind.HEADING, "Heading"),
        (Kind.QUOTATION, "Quoted at once."),
        (Kind.QUOTATION, "And again."),
        (Kind.LIST_ITEM, "dot"),
        (Kind.LIST_ITEM, "c. inner"),
        (Kind.LIST_ITEM, "1. one"),
        (Kind.LIST_ITEM, "more"),
        (Kind.PROSE, "He said “no”.\nThen 漢."),
        (Kind.PROSE, "a\n  b"),
    ]


def test_a_page_says_what_it_is_in_linked_data():
    page = """<html lang="ko"><script type="application/ld+json">{"@graph": [{"@type":
        "BreadcrumbList"}, {"@type": ["NewsArticle"], "headline": "손님", "author":
        [{"name": "진세근"}, {"name": "김"}], "datePublished": "2020-05-03T01:00:00"}]}
        </script><meta property="og:site_name" content="잡지"><p>마오는 떠났다.</p>"""
    found = read_page(page)
    assert (found.title, found.byline, found.date) == (
        "손님",
        "진세근, 김",
        "2020-05-03",
    )
    assert (found.language, found.appeared) == ("ko", "잡지")


def test_a_language_that_does_not_fit_the_letters_is_not_believed():
    assert read_page('<html lang="en"><p>마오는 떠났다.').language == "ko"
    assert read_page('<html lang="ru"><p>Mao left.').language == ""


@pytest.mark.parametrize("data", ["{", '{"@type": "Article", "author": 3}', "[[1]]"])
def test_linked_data_that_is_none_does_no_harm(data):
    page = f'<script type="application/ld+json">{data}</script><p>Mao left.</p>'
    assert read_page(page).text == "Mao left."


def test_a_page_is_decoded_as_it_says():
    page = '<meta charset="euc-kr"><p>마오는 떠났다.</p>'
    assert read("html", page.encode("cp949"), 5_000_000).text == "마오는 떠났다."
    western = (
        '<meta http-equiv="a" content="text/html; charset=iso-8859-1"><p>“Café”</p>'
    )
    assert read("html", western.encode("cp1252"), 5_000_000).text == "“Café”"


def test_a_page_without_anything_is_refused():
    with pytest.raises(UnreadableError, match="no text in this web page"):
        read_page(" ")
