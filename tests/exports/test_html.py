import re
from dataclasses import replace

import pytest
from hypothesis import given

from factcheck.exports.addresses import Link
from factcheck.exports.html import MOST_RULES, PageLinks, render_page, write_html
from factcheck.exports.views import page_view
from factcheck.rules.annotated import AnnotatedEssay
from tests.exports.large import large_essay
from tests.exports.parsing import Node, parse_html
from tests.exports.seed_essay import seed_essay
from tests.exports.strategies import annotated_essays

LINKS = PageLinks(
    stylesheets=("/static/css/tokens.css", "/static/css/reader.css"),
    script="/static/js/reader.js",
    home="/",
    desk="The <Desk>",
    workbench="/essays/a/workbench",
    editions=(Link("Edition 1, 3 March 2026.", "/read/a/1"),),
    downloads=(Link("Markdown", "/read/a/1.md"),),
)


def paragraphs(page: Node) -> list[Node]:
    return [
        next(node for node in para.walk() if "words" in node.classes)
        for para in page.find("div", "para")
    ]


def text_of(essay: AnnotatedEssay, page: Node) -> str:
    """Put the page's paragraphs back between the author's blank lines."""
    text, done = "", 0
    for paragraph, p in zip(essay.paragraphs, paragraphs(page), strict=True):
        text += essay.text[done : paragraph.sentences[0].start] + p.text("ref")
        done = paragraph.sentences[-1].end
    return text + essay.text[done:]


@given(annotated_essays())
def test_the_page_holds_the_text_character_for_character(essay):
    assert text_of(essay, parse_html(write_html(essay))) == essay.text


@given(annotated_essays())
def test_no_text_becomes_markup(essay):
    page = parse_html(write_html(essay))
    assert len(page.find("script")) == len(page.find("style")) == 1
    within = {n.tag for p in paragraphs(page) for n in p.walk()}
    assert within <= {"p", "h2", "blockquote", "span", "mark", "a", "svg", "use"}
    assert {name for n in page.walk() for name in n.attributes if name[:2] == "on"} == (
        set()
    )


@given(annotated_essays())
def test_ids_are_unique_and_links_within_the_page_lead_somewhere(essay):
    nodes = list(parse_html(write_html(essay)).walk())
    ids = [n.attributes["id"] for n in nodes if "id" in n.attributes]
    assert len(ids) == len(set(ids))
    inner = {(n.attributes.get("href") or "") for n in nodes}
    assert {href[1:] for href in inner if href.startswith("#")} <= set(ids)


@given(annotated_essays())
def test_the_file_needs_nothing_from_outside(essay):
    nodes = list(parse_html(write_html(essay)).walk())
    assert [n for n in nodes if n.tag == "link" or "src" in n.attributes] == []
    outward = {
        n.tag for n in nodes if not (n.attributes.get("href") or "#").startswith("#")
    }
    assert outward <= {"a"}
    assert [n for n in nodes if "style" in n.attributes] == []


@given(annotated_essays())
def test_only_web_addresses_become_links(essay):
    links = parse_html(write_html(essay)).find("a")
    hrefs = [link.attributes["href"] or "" for link in links]
    assert [h for h in hrefs if not re.match(r"(?i)#|https?://[^\s]+\Z", h)] == []


@given(annotated_essays())
def test_each_claim_has_one_reference_right_after_its_words(essay):
    page = parse_html(write_html(essay))
    for number in (claim.number for claim in essay.claims):
        (reference,) = [
            a for a in page.find("a", "ref") if a.attributes["href"] == f"#c{number}"
        ]
        assert str(number) in reference.text()
    for claim in essay.claims:
        marks = [
            mark
            for mark in page.find("mark")
            if mark.attributes.get("id") == f"m{claim.number}"
            or mark.attributes.get("data-n") == str(claim.number)
        ]
        assert "".join(mark.text("ref") for mark in marks) == claim.quote


def test_stops_and_closing_quotes_come_before_a_reference():
    text = parse_html(write_html(seed_essay())).find("div", "para")[1].find("p")[0]
    assert "Yangtze River,\u20603 possibly" in text.text()


def test_the_policy_of_the_file_allows_its_own_style_and_script_only():
    page = parse_html(write_html(seed_essay()))
    (policy,) = [
        m.attributes["content"] or ""
        for m in page.find("meta")
        if m.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert policy.count("'sha256-") == 2


def test_the_page_links_its_style_and_carries_one_style_block_with_the_nonce():
    html = render_page(seed_essay(), nonce="abc", links=LINKS)
    page = parse_html(html.encode())
    assert [n.attributes for n in page.find("style")] == [{"nonce": "abc"}]
    assert [n.attributes["href"] for n in page.find("link")] == [*LINKS.stylesheets]
    assert [n.attributes.get("src") for n in page.find("script")] == [LINKS.script]
    assert "The &lt;Desk&gt;" in html
    assert "unsafe" not in html


def test_the_page_shows_editions_downloads_and_the_workbench():
    page = parse_html(render_page(seed_essay(), nonce="abc", links=LINKS).encode())
    hrefs = {a.attributes["href"] for a in page.find("a")}
    assert {"/", "/essays/a/workbench", "/read/a/1", "/read/a/1.md"} <= hrefs


def test_an_earlier_edition_leads_to_the_newer_one():
    links = replace(LINKS, newer=Link("Edition 2", "/read/a/2"))
    page = parse_html(render_page(seed_essay(), nonce="abc", links=links).encode())
    (notice,) = page.find("p", "newer")
    assert [a.attributes["href"] for a in notice.find("a")] == ["/read/a/2"]


def test_a_reader_gets_no_link_to_the_workbench():
    links = PageLinks(stylesheets=(), script="/r.js", home="/", desk="Desk")
    html = render_page(seed_essay(), nonce="abc", links=links)
    assert "workbench" not in html


def test_separators_and_bylines_are_set_apart():
    kinds = [p.kind for p in page_view(seed_essay(), beside_words=True).paragraphs]
    assert kinds == [*["prose"] * 7, "separator", "byline"]


@pytest.mark.parametrize(("claims", "rules"), [(MOST_RULES, True), (201, False)])
def test_a_page_with_very_many_claims_has_no_rules_for_each(claims, rules):
    html = write_html(large_essay(sentences=claims, claims=claims)).decode()
    assert ("--m7" in html, 'class="essay long"' in html) == (rules, not rules)
