from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedReview,
    AnnotatedSource,
    EditionNote,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.annotating import annotate, segments, with_edition
from factcheck.rules.scales import NEWSROOM, Standing
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Sorting
from tests.exports.strategies import annotated_essays

TEXT = "Mao rushed to Moscow.  Stalin did not meet him.\n\nZhou stayed."
SENTENCES = [
    SentenceFacts(1, 1, 0, 21, Sorting.CLAIM),
    SentenceFacts(2, 1, 23, 47, Sorting.CLAIM),
    SentenceFacts(3, 2, 49, 61, Sorting.TO_SORT),
]
FACTS = EssayFacts("mao", "Mao", "", "", "en", "ltr", 2, 1, "", TEXT, NEWSROOM)
SOURCE = AnnotatedSource("book", "A book", "", "", "", "", "", "", "supports")


def claim(number: int, start: int, end: int, *reviews: AnnotatedReview):
    sentence = next(s for s in SENTENCES if s.start <= start < s.end)
    return AnnotatedClaim(
        number,
        sentence.position,
        start,
        end,
        TEXT[start:end],
        "",
        "",
        "",
        reviews=reviews,
    )


def review(reviewer: int, verdict: str, day: str = "2026-03-03", **changes: object):
    given_at = f"{day}T10:00:00Z"
    found = AnnotatedReview(reviewer, verdict, f"By {reviewer}.", "", given_at)
    return replace(found, **changes)


def annotated(*claims: AnnotatedClaim):
    return annotate(FACTS, SENTENCES, claims, ["Ann", "Bo", "Cy"])


@given(annotated_essays())
def test_segments_give_every_sentence_back(essay):
    for sentence in essay.sentences:
        assert "".join(part.text for part in sentence.segments) == sentence.text
        assert sentence.text == essay.text[sentence.start : sentence.end]


@given(annotated_essays())
def test_each_claim_is_exactly_its_segments(essay):
    parts = [part for s in essay.sentences for part in s.segments]
    for found in essay.claims:
        own = [part.text for part in parts if found.number in part.claims]
        assert "".join(own) == found.quote


@given(st.text(min_size=1), st.data())
def test_segments_touch_and_are_never_empty(text, data):
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places)))
    claims = [
        AnnotatedClaim(n, 1, a, b, text[a:b], "", "", "")
        for n, (a, b) in enumerate(spans)
        if a < b
    ]
    cut = segments(text, 0, len(text), claims)
    assert "".join(part.text for part in cut) == text
    assert all(part.start < part.end for part in cut)


def test_the_authors_characters_between_sentences_are_kept():
    assert [s.gap for s in annotated().sentences] == ["", "  ", ""]


def test_claims_stand_in_reading_order_whatever_their_number():
    essay = annotated(claim(1, 23, 29), claim(2, 0, 3))
    assert [c.number for c in essay.claims] == [2, 1]
    assert essay.paragraphs[0].claims == (2, 1)


def test_reviews_that_agree_settle_a_claim_with_the_first_ones_words():
    essay = annotated(
        claim(1, 0, 3, review(1, "true", "2026-03-05"), review(0, "true", "2026-03-03"))
    )
    (found,) = essay.claims
    assert (found.settlement, found.verdict) == (
        Settlement.SETTLED,
        NEWSROOM.verdicts[0],
    )
    assert (found.finding, found.checked) == ("By 0.", "2026-03-05")
    assert essay.settled == 1
    assert essay.checked == "2026-03-05"


def test_sources_of_all_reviews_are_shown_once():
    other = replace(SOURCE, title="Another book")
    essay = annotated(
        claim(
            1,
            0,
            3,
            review(0, "true", sources=(SOURCE,)),
            review(1, "true", sources=(other, SOURCE)),
        )
    )
    assert essay.claims[0].sources == (SOURCE, other)


@pytest.mark.parametrize(
    ("reviews", "settlement"),
    [
        ((), Settlement.WAITING),
        ((review(0, "true"),), Settlement.WAITING),
        ((review(0, "true"), review(1, "false")), Settlement.DIFFER),
    ],
)
def test_an_open_claim_shows_no_review_and_names_no_reviewer(reviews, settlement):
    essay = annotated(claim(1, 0, 3, *reviews))
    (found,) = essay.claims
    assert (found.settlement, found.standing) == (settlement, Standing.OPEN)
    assert (found.finding, found.sources, found.reviews) == ("", (), ())
    assert essay.reviewers == ()
    assert essay.checked == ""


def test_reviewers_are_numbered_by_first_appearance():
    essay = annotated(claim(1, 0, 3, review(2, "true"), review(1, "true")))
    assert essay.reviewers == ("Bo", "Cy")
    assert [r.reviewer for r in essay.claims[0].reviews] == [0, 1]


def test_the_tally_has_every_verdict_and_the_open_claims():
    essay = annotated(
        claim(1, 0, 3, review(0, "true"), review(1, "true")), claim(2, 4, 10)
    )
    assert essay.tally == {
        **dict.fromkeys([v.key for v in NEWSROOM.verdicts], 0),
        "true": 1,
        "": 1,
    }


def test_an_edition_is_the_same_essay_under_a_number():
    note = EditionNote(1, "2026-03-03T10:00:00Z", "")
    essay = annotated(claim(1, 0, 3))
    assert with_edition(essay, note) == replace(essay, edition=note)
