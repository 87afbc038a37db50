"""ClaimReview: what schema.org and Google's table ask for, of published checks only."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from factcheck.exports.addresses import addresses_under
from factcheck.exports.claimreview import lacks, withheld, write_claimreview
from factcheck.rules.annotated import AnnotatedEssay, EditionNote
from factcheck.rules.quoted import QuotationFound
from factcheck.rules.scales import AVERITEC
from tests.exports.annotation_rules import is_iri
from tests.exports.seed_essay import seed_essay
from tests.exports.strategies import annotated_essays
from tests.exports.test_beside import decided

ABOUT = addresses_under("https://d.org/", "mao-stalin", "The Desk")
EDITION = EditionNote(1, "2026-03-09T10:00:00Z", "")
# The properties of schema.org that each type has; a misspelt one is none of them.
WORK = {
    *("name", "url", "creditText", "publisher", "datePublished"),
    *("archivedAt", "hasPart"),
}
KNOWN = {
    "ClaimReview": {
        *("@context", "@id", "url", "datePublished", "claimReviewed", "author"),
        *("reviewRating", "reviewBody", "itemReviewed", "citation", "correction"),
    },
    "Organization": {"name", "url", "publishingPrinciples", "correctionsPolicy"},
    "Person": {"name"},
    "Rating": {
        *("alternateName", "ratingValue", "bestRating", "worstRating"),
        "ratingExplanation",
    },
    "Claim": {"@id", "text", "author", "appearance"},
    "Article": {*WORK, "headline", "author", "inLanguage"},
    "Quotation": {"text", "description"},
    "CorrectionComment": {"text", "datePublished"},
    **dict.fromkeys(
        ("WebPage", "Book", "Chapter", "Report", "Dataset", "CreativeWork"), WORK
    ),
}
DATE = re.compile(r"\d{4}(-[01]\d(-[0-3]\d)?)?")


def published(essay: AnnotatedEssay) -> AnnotatedEssay:
    return replace(essay, edition=essay.edition or EDITION)


def written(essay: AnnotatedEssay, about=ABOUT) -> list[dict[str, Any]]:
    return json.loads(write_claimreview(essay, about))


def parts(value: object) -> Iterator[dict[str, Any]]:
    """Return every object in it."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for each in value if isinstance(value, list) else []:
        yield from parts(each)


def broken(review: dict[str, Any]) -> list[str]:
    """Return what in a ClaimReview is not as the vocabulary or Google's table ask."""
    found = [
        f"{part['@type']} has {key}"
        for part in parts(review)
        for key, value in part.items()
        if key != "@type" and (key not in KNOWN[part["@type"]] or value in ("", [], {}))
    ]
    for part in parts(review):
        if "datePublished" in part and not DATE.fullmatch(part["datePublished"]):
            found.append(f"no date: {part['datePublished']}")
        addresses = {"@id", "url", "archivedAt"} & part.keys()
        found += [key for key in addresses if not is_iri(part[key])]
    for key in ("@id", "url", "author", "claimReviewed", "itemReviewed"):
        if key not in review:
            found.append(f"lacks {key}")
    return found + _rating(review["reviewRating"])


def _rating(rating: dict[str, Any]) -> list[str]:
    if not rating["alternateName"]:
        return ["the verdict has no words"]
    numbers = [rating.get(k) for k in ("worstRating", "ratingValue", "bestRating")]
    if numbers == [None] * 3:
        return []
    worst, value, best = numbers
    return [] if 1 <= worst <= value <= best and worst < best else ["wrong numbers"]


@given(annotated_essays())
def test_each_claim_with_a_verdict_has_a_review_that_is_right(essay):
    reviews = written(published(essay))
    settled = [claim for claim in essay.claims if claim.verdict]
    assert [r["url"] for r in reviews] == [ABOUT.claim(c.number) for c in settled]
    assert [flaw for review in reviews for flaw in broken(review)] == []
    for review, claim in zip(reviews, settled, strict=True):
        assert review["reviewRating"]["alternateName"] == claim.verdict.label
        assert review["itemReviewed"]["text"] == claim.quote


@given(annotated_essays())
def test_nothing_in_it_can_leave_a_script(essay):
    assert not set(b"<>&") & set(write_claimreview(published(essay), ABOUT))


def test_the_seed_says_who_wrote_and_who_checked():
    first = written(published(seed_essay()))[0]
    assert first["url"] == "https://d.org/e/mao-stalin/claims/1"
    assert first["datePublished"] == "2026-03-09"
    assert first["author"]["name"] == "The Desk"
    assert first["author"]["correctionsPolicy"] == "https://d.org/about/corrections"
    assert first["itemReviewed"]["author"]["name"] == "Jin Se-keun"
    assert first["reviewRating"]["alternateName"] == "Unproven"
    assert "ratingValue" not in first["reviewRating"]


def test_a_correction_stands_with_its_claim():
    reviews = written(decided())
    (correction,) = reviews[0]["correction"]
    assert correction["text"].endswith("now says Mixed. A letter turned up.")


def test_a_scale_without_numbers_gives_words_alone():
    essay = published(seed_essay())
    claim = replace(essay.claims[0], verdict=AVERITEC.verdicts[0])
    facts = replace(essay.facts, scale=AVERITEC)
    (review,) = written(replace(essay, claims=(claim,), facts=facts))
    assert broken(review) == []
    assert "bestRating" not in review["reviewRating"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"byline": "a. reader "}, "author"),
        ({"appeared": "https://d.org/essays/1"}, "own site"),
        ({"appeared": "https://magazine.d.org/1"}, "own site"),
        ({"appeared": "https://other.org/1"}, ""),
        ({"appeared": "The Chosun Ilbo, 3 March"}, ""),
        ({"byline": ""}, ""),
    ],
)
def test_checks_of_ones_own_essay_are_withheld(changes, why):
    essay = published(seed_essay())
    essay = replace(essay, facts=replace(essay.facts, **changes))
    assert why in withheld(essay, ABOUT)
    assert bool(withheld(essay, ABOUT)) == bool(why)


def test_drafts_are_withheld():
    assert "working copy" in withheld(seed_essay(), ABOUT)


def test_without_addresses_it_says_what_is_missing():
    nowhere = addresses_under("", desk="The Desk")
    assert "FACTCHECK_PUBLIC_URL" in lacks(seed_essay(), nowhere)[0]
    assert lacks(seed_essay(), ABOUT) == []
    (first, *_) = written(published(seed_essay()), nowhere)
    assert first["@id"].startswith("urn:uuid:")
    assert "url" not in first


def test_a_source_says_where_it_is_archived_and_how_its_words_stand():
    page = "https://example.org/a"
    copy = f"https://web.archive.org/web/20190303120000/{page}"
    found = QuotationFound("altered", "2026-03-04", 1, "the river rose")
    essay = seed_essay()
    claim = essay.claims[0]
    source = replace(claim.sources[0], quote="the river fell", quotation=found)
    cited = [
        replace(source, url=page, archived=copy),
        replace(source, url=copy, archived=copy),
    ]
    essay = replace(essay, claims=(replace(claim, sources=tuple(cited)),))
    for work in written(published(essay))[0]["citation"]:
        assert (work["url"], work["archivedAt"]) == (page, copy)
        assert work["hasPart"]["text"] == "the river fell"
        assert work["hasPart"]["description"].startswith("Quotation altered: 1 word")
