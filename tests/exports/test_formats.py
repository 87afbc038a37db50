"""Page, Markdown, JSON and CSV agree, claim by claim."""

import json
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from markdown_it.common.normalize_url import normalizeLink

from factcheck.exports import FORMATS
from factcheck.exports.beside import beside_lines, correction_lines, correction_words
from factcheck.exports.escaping import guard_cell
from factcheck.exports.json import write_json
from factcheck.exports.reading import read_json
from factcheck.exports.wording import (
    archived_elsewhere,
    finding_words,
    verdict_words,
    web_address,
)
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.editions import OPEN_LABEL
from tests.exports.parsing import parse_html, parse_markdown, rendered
from tests.exports.seed_essay import seed_essay, seed_review
from tests.exports.strategies import annotated_essays
from tests.exports.test_csv import read_rows

pytestmark = pytest.mark.usefixtures("unset_pdfs")
BESIDE = {"ruling", "dissent", "inquiry", "rewording", "interest"}
CELLS = ("ruling", "dissent", "inquiries", "rewordings", "interests")


@dataclass
class Seen:
    """What a format shows of a claim.

    `links` are addresses that can be followed; `beside` what stands beside the verdict:
    ruling, dissent, inquiries, rewordings, interests, a line each.
    """

    number: int
    label: str
    finding: str
    links: list[str]
    beside: list[str]


def expected(essay: AnnotatedEssay) -> list[Seen]:
    return [
        Seen(
            claim.number,
            verdict_words(claim),
            finding_words(claim, essay.facts.reviews_needed),
            [
                url
                for source in claim.sources
                for url in (source.url, archived_elsewhere(source))
                if web_address(url)
            ],
            list(beside_lines(claim, essay)),
        )
        for claim in essay.claims
    ]


def in_html(data: bytes) -> list[Seen]:
    return [
        Seen(
            int((note.attributes["id"] or "")[1:]),
            note.find("span", "label")[0].text(),
            note.find("span", "finding")[0].text(),
            [
                link.attributes["href"] or ""
                for sources in note.find("ol", "sources")
                for link in sources.find("a")
            ],
            [line.text() for line in note.find("p") if BESIDE & {*line.classes}],
        )
        for note in parse_html(data).find("details", "note")
    ]


def in_markdown(data: bytes) -> list[Seen]:
    seen = []
    for number, note in parse_markdown(data)[1].items():
        tree = rendered(note)
        first = tree.find("p")[0]
        label = first.find("strong")[0].text()
        finding = first.text().removeprefix(label).removeprefix(" ")
        links = [link.attributes["href"] or "" for link in tree.find("a")]
        lines = [line.text() for line in tree.find("p")]
        seen.append(Seen(number, label.removesuffix("."), finding, links, lines))
    return seen


@given(annotated_essays())
def test_the_page_agrees(essay):
    assert in_html(FORMATS["html"].write(essay)) == expected(essay)


@given(annotated_essays())
def test_markdown_agrees(essay):
    wanted = expected(essay)
    for seen in wanted:
        seen.links = [normalizeLink(link) for link in seen.links]
    found = in_markdown(FORMATS["markdown"].write(essay))
    for seen, other in zip(found, wanted, strict=True):
        lines = len(seen.beside) - len(other.beside)
        # White space at the ends of lines is all that a renderer may drop.
        seen.beside = [line.strip() for line in seen.beside[lines:]]
        other.beside = [line.strip() for line in other.beside]
    assert found == wanted


@given(annotated_essays())
def test_csv_agrees(essay):
    rows = read_rows(FORMATS["csv"].write(essay))
    for row, seen in zip(rows, expected(essay), strict=True):
        assert int(row["number"]) == seen.number
        assert row["label"] == guard_cell(seen.label)
        assert row["finding"] == guard_cell(seen.finding)
        at = -1
        for link in seen.links:
            at = row["sources"].index(link, at + 1)
        said = "\n".join(seen.beside)
        for cell in filter(None, (row[name] for name in CELLS)):
            words = cell if said.startswith(cell) else cell.removeprefix("'")
            assert said.startswith(words)
            said = said.removeprefix(words).removeprefix("\n")
        assert not said


@settings(max_examples=25)
@given(annotated_essays())
def test_corrections_agree(essay):
    lines = correction_lines(essay)
    shown = rendered(FORMATS["markdown"].write(essay).decode().split("\n\n---\n")[0])
    items = [item.text().strip() for item in shown.find("li")]
    assert items[: len(lines)] == [line.strip() for line in lines]
    page = parse_html(FORMATS["html"].write(essay)).find("section", "corrections")
    rows = {
        int(row["number"]): row["corrections"]
        for row in read_rows(FORMATS["csv"].write(essay))
    }
    for found in essay.edition.corrections if essay.edition else ():
        words = correction_words(found)
        assert words in page[0].text()
        assert found.claim not in rows or words in rows[found.claim]


@given(annotated_essays())
def test_json_agrees(essay):
    claims = json.loads(FORMATS["json"].write(essay))["claims"]
    for claim, seen in zip(claims, expected(essay), strict=True):
        assert claim["number"] == seen.number
        assert (claim["verdict_label"] or OPEN_LABEL) == seen.label
        links = [
            url
            for s in claim["sources"]
            for url in dict.fromkeys((s["url"], s.get("archived", "")))
            if web_address(url)
        ]
        assert links == seen.links
        if claim["verdict"]:
            assert claim["finding"] == seen.finding


@given(annotated_essays())
def test_the_same_essay_gives_the_same_bytes(essay):
    again = read_json(write_json(essay))
    for form in FORMATS.values():
        assert form.write(again) == form.write(essay)


@pytest.mark.parametrize("read", [in_html, in_markdown])
def test_the_seed_shows_its_29_claims_with_verdict_and_sources(read):
    form = FORMATS["html" if read is in_html else "markdown"]
    seen = read(form.write(seed_essay()))
    review = [f for f in seed_review()["findings"] if f["kind"] == "claim"]
    assert len(seen) == 29
    labels = [found.label.lower().replace(" ", "_") for found in seen]
    assert labels == [finding["verdict"] for finding in review]
    assert [s.finding for s in seen] == [f["finding"] for f in review]
    counts = [len(found.links) for found in seen]
    assert counts == [len(finding["sources"]) for finding in review]


def test_each_format_says_what_it_carries():
    for name, form in FORMATS.items():
        assert name == form.name
        assert form.carries.endswith(".")
        assert form.extension.isalnum()
        assert "/" in form.media_type
