"""W3C Web Annotations: valid, on the very words, with what was found."""

import json
from dataclasses import replace

import pytest
from hypothesis import given

from factcheck.exports.addresses import addresses_under
from factcheck.exports.webannotation import write_webannotation
from factcheck.exports.wording import web_address
from factcheck.rules.annotated import AnnotatedEssay, EditionNote
from tests.exports.annotation_rules import annotations, broken, is_iri
from tests.exports.seed_essay import seed_essay
from tests.exports.strategies import annotated_essays
from tests.exports.test_beside import decided

ABOUT = addresses_under("https://d.org/", "mao-stalin", "The Desk")
PUBLISHED = EditionNote(2, "2026-03-09T10:00:00Z", "")


def written(essay: AnnotatedEssay, about=ABOUT):
    return json.loads(write_webannotation(essay, about))


@given(annotated_essays())
def test_every_rule_of_the_data_model_holds(essay):
    assert broken(written(essay)) == []


@given(annotated_essays())
def test_each_claim_is_annotated_on_its_very_words(essay):
    found = annotations(written(essay))
    for annotation in found:
        quote, place = annotation["target"]["selector"]
        start, end = place["start"], place["end"]
        assert essay.text[start:end] == quote["exact"]
        assert essay.text[:start].endswith(quote["prefix"])
        assert essay.text[end:].startswith(quote["suffix"])
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert essay.text[start - len(quote["prefix"]) :].startswith(around)
    places = [(c.start, c.end) for c in essay.claims]
    claims = [a for a in found if "-review-" not in a["id"]] if essay.edition else []
    if claims:
        selectors = [a["target"]["selector"][1] for a in claims]
        assert [(s["start"], s["end"]) for s in selectors] == places


@given(annotated_essays())
def test_each_says_its_verdict_and_links_its_sources(essay):
    rest = annotations(written(essay))
    for claim in essay.claims:
        bodies = rest.pop(0)["body"]
        if claim.ruling or len(claim.reviews) > 1:
            del rest[: len(claim.reviews)]
        tags = [b["value"] for b in bodies if b["purpose"] == "tagging"]
        assert tags == ([claim.verdict.label] if claim.verdict else [])
        links = [b for b in bodies if b["purpose"] == "linking"]
        assert len(links) == len(claim.sources)
        for link, source in zip(links, claim.sources, strict=True):
            assert ("source" in link) == bool(web_address(source.url))
    assert rest == []


def test_the_seed_names_reviewers_and_their_days():
    found = annotations(written(seed_essay()))
    assert len(found) == 29
    assert {a["creator"]["name"] for a in found} == {"A. Reader"}
    assert {a["created"] for a in found} == {"2026-03-03T12:00:00Z"}
    assert {a["motivation"] for a in found} == {"assessing"}


def test_reviews_that_differ_each_keep_their_author():
    first, *rest = annotations(written(decided()))
    assert first["creator"]["name"] == "E. Ditor"
    reviews = [a for a in rest if "-review-" in a["id"]][:2]
    assert [a["creator"]["name"] for a in reviews] == ["A. Reader", "B. Reader"]
    purposes = [body["purpose"] for body in first["body"]]
    assert {"questioning", "editing", "commenting", "assessing"} <= set(purposes)


def test_an_edition_lends_its_address_and_a_working_copy_needs_none():
    published = written(replace(seed_essay(), edition=PUBLISHED))
    assert published["id"] == "https://d.org/e/mao-stalin/2#annotations"
    first = annotations(published)[0]
    assert first["target"]["scope"] == "https://d.org/e/mao-stalin/2"
    assert first["body"][1]["source"] == "https://d.org/about/scale#unproven"
    draft = written(seed_essay(), addresses_under(""))
    assert draft["id"].startswith("urn:uuid:")
    assert broken(draft) == []
    assert "scope" not in annotations(draft)[0]


def test_an_essay_without_claims_has_no_page():
    collection = written(replace(seed_essay(), claims=()))
    assert (collection["total"], "first" in collection) == (0, False)


@pytest.mark.parametrize(
    "break_it",
    [
        lambda item: item.update(created="2026-03-03T12:00:00+02:00"),
        lambda item: item.update({"@context": ["http://www.w3.org/ns/anno.jsonld"]}),
        lambda item: item.update(motivation="judging"),
        lambda item: item["target"]["selector"][1].update(start=99, end=1),
        lambda item: item["body"][0].update(source="no address"),
        lambda item: item["body"][1].update(value="words"),
        lambda item: item.update(id="here"),
    ],
)
def test_the_rules_notice_what_is_broken(break_it):
    collection = written(seed_essay())
    break_it(annotations(collection)[0])
    assert broken(collection)


def test_what_is_no_iri_is_told_apart():
    assert is_iri("ni:///sha-256;abc-_") is True
    for wrong in ("https://x.org/a b", "https://x.org/%zz", "https://x.org/é", "a"):
        assert not is_iri(wrong)
