from dataclasses import replace

import pytest

from factcheck.exports import wording
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedReview,
    EditionNote,
    SentenceFacts,
)
from factcheck.rules.annotating import annotate
from factcheck.rules.scales import NEWSROOM
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Reason, Sorting
from factcheck.translating import speaking
from tests.exports.large import large_essay
from tests.exports.seed_essay import seed_essay

TRUE = NEWSROOM.verdicts[0]


def claim(*given: str, **changes: object) -> AnnotatedClaim:
    """Return a claim with a review for each day, by the first reviewer and so on."""
    reviews = tuple(
        AnnotatedReview(index, "true", "Yes.", "", f"{day}T00:00:00Z")
        for index, day in enumerate(given)
    )
    found = AnnotatedClaim(1, 1, 0, 3, "One", "", ".", "One.", reviews=reviews)
    return replace(found, **changes)


def small_essay(
    *sortings: tuple[Sorting, Reason | None], marked: int = 0, open_: int = 0
):
    """Return an essay of one-word sentences, some with claims, some of them open."""
    text = " ".join("One." for _ in sortings)
    sentences = [
        SentenceFacts(n, 1, 5 * n - 5, 5 * n - 1, sorting, reason)
        for n, (sorting, reason) in enumerate(sortings, 1)
    ]
    claims = [
        replace(
            claim(*([] if n < open_ else ["2026-03-03"])),
            number=n + 1,
            sentence=n + 1,
            start=5 * n,
            end=5 * n + 3,
        )
        for n in range(marked)
    ]
    facts = replace(large_essay(1, 1).facts, text=text)
    return annotate(facts, sentences, claims, ["A. Reader"])


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026-03-03T10:00:00Z", "3 March 2026"),
        ("1949-01", "January 1949"),
        ("1949", "1949"),
        ("1949-13", "1949-13"),
        ("", ""),
        ("soon", "soon"),
    ],
)
def test_days_are_written_out(iso, words):
    assert wording.day(iso) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026-03-03T10:00:00Z", "2026년 3월 3일"),
        ("1949-01", "1949년 1월"),
        ("1949", "1949년"),
        ("2026-02-31", "2026-02-31"),
    ],
)
def test_days_are_written_as_the_spoken_language_writes_them(iso, words):
    with speaking("ko"):
        assert wording.day(iso) == words


@pytest.mark.parametrize(
    ("settlement", "needed", "words"),
    [
        (Settlement.WAITING, 1, "Waits for a review."),
        (Settlement.WAITING, 2, "Waits for 2 reviews that agree."),
        (Settlement.DIFFER, 2, "The reviewers differ; an editor will rule."),
        (
            Settlement.REOPENED,
            2,
            "A review changed after the ruling; an editor will rule again.",
        ),
    ],
)
def test_an_open_claim_says_why(settlement, needed, words):
    opened = claim(settlement=settlement)
    assert wording.finding_words(opened, needed) == words
    assert wording.verdict_words(opened) == wording.open_label()


def test_a_settled_claim_gives_its_finding():
    settled = claim(verdict=TRUE, finding="It was so.")
    assert wording.finding_words(settled, 1) == "It was so."
    assert wording.verdict_words(settled) == "True"


def test_reviews_of_one_day_share_the_date():
    both = claim("2026-03-03", "2026-03-03")
    assert wording.checked_words(both, ["A", "B"]) == "Checked 3 March 2026 by A and B."


def test_reviews_of_several_days_have_a_date_each():
    both = claim("2026-03-03", "2026-03-05")
    assert wording.checked_words(both, ["A", "B"]) == (
        "Checked by A (3 March 2026) and B (5 March 2026)."
    )


def test_a_claim_without_reviews_names_nobody():
    assert wording.checked_words(claim(), ["A"]) == ""


def test_an_essay_without_reviews_names_nobody():
    assert (
        wording.checked_by(small_essay((Sorting.CLAIM, None), marked=1, open_=1)) == ""
    )


def test_an_edition_says_what_it_corrected():
    first = EditionNote(1, "2026-03-03T10:00:00Z", "")
    second = EditionNote(2, "2026-03-05T10:00:00Z", "A date was wrong.")
    assert wording.edition_words(None) == "Working copy, not published."
    assert wording.edition_words(first) == "Edition 1, 3 March 2026."
    assert wording.edition_words(second) == "Edition 2, 5 March 2026: A date was wrong."


CLAIM = (Sorting.CLAIM, None)
UNSORTED = (Sorting.TO_SORT, None)


ONE_OF_TWO = small_essay(CLAIM, CLAIM, marked=2, open_=1)
TWO_OF_THREE = small_essay(CLAIM, CLAIM, CLAIM, marked=3, open_=1)
UNFINISHED = small_essay(CLAIM, UNSORTED, UNSORTED, marked=1, open_=1)


@pytest.mark.parametrize(
    ("essay", "counts", "progress"),
    [
        (
            seed_essay(),
            "29 claims are marked in the 23 sentences",
            "All have a verdict.",
        ),
        (small_essay(CLAIM), "0 claims are marked in the 1 sentence", ""),
        (small_essay(CLAIM, marked=1), "1 claim is marked in", "It has a verdict."),
        (ONE_OF_TWO, "2 claims are marked in", "1 has a verdict so far."),
        (TWO_OF_THREE, "3 claims are marked in", "2 have a verdict so far."),
        (UNFINISHED, "1 claim is marked in the 3 sentences", "None has a verdict yet."),
        (UNFINISHED, "1 claim is", "2 sentences have not been sorted yet."),
        (small_essay(UNSORTED), "0 claims", "1 sentence has not been sorted yet."),
    ],
)
def test_the_standfirst_counts_honestly(essay, counts, progress):
    words = wording.standfirst(essay)
    assert words.startswith(counts)
    assert progress in words


def test_every_sentence_is_accounted_for():
    assert (
        wording.sorted_words(seed_essay()) == "20 with claims, 3 opinion, 2 not prose"
    )


@pytest.mark.parametrize(
    "url", ["https://a.org/x?y#z", "http://a.org", "HTTPS://a.org", "https://пример.рф"]
)
def test_web_addresses_may_become_links(url):
    assert wording.web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.org",
        "https:a.org",
        "//a.org",
        "https://a.org/b c",
        "java\tscript:alert(1)",
        "https://[a",
    ],
)
def test_nothing_else_becomes_a_link(url):
    assert wording.web_address(url) == ""


def test_a_name_from_right_to_left_does_not_turn_the_day_beside_it():
    found = claim("2026-03-03", "2026-03-04")
    assert wording.checked_words(found, ["سلمى", "Robin"]) == (
        "Checked by \u2068سلمى\u2069 (3 March 2026) and Robin (4 March 2026)."
    )
