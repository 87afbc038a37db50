"""The workbench's form, read from whatever a browser sends."""

import pytest
from werkzeug.datastructures import MultiDict

from factcheck.rules.citations import CitationFacts, SourceFacts, SourceKind, Stance
from factcheck.rules.reviews import ReviewFacts
from factcheck.rules.sources import NO_DETAILS, SourceDetails
from factcheck.web.forms.reviews import MOST_SOURCES, ReviewForm, SourceFields


def read(**sent: str) -> ReviewForm:
    return ReviewForm.read(MultiDict(sent))


def test_nothing_sent_is_an_empty_review():
    assert read().facts == ReviewFacts()
    assert read().new_statement is None
    assert read().seen == (0, 0)


@pytest.mark.parametrize("revision", ["", "-1", "٣", "9" * 30, "one"])
def test_what_is_no_revision_was_never_seen(revision: str):
    assert read(revision=revision, claim_revision="7").seen == (0, 7)


def test_sources_come_in_the_order_of_their_numbers():
    form = read(
        **{
            "citations-10-url": "https://c.org",
            "citations-2-url": "https://b.org",
            "citations-0-title": "A",
            "citations-new-url": "https://never.org",
            "citations-x-url": "https://never.org",
        }
    )
    assert [source.number for source in form.citations] == [0, 2, 10]
    assert [c.source.url for c in form.facts.citations] == [
        "",
        "https://b.org",
        "https://c.org",
    ]


def test_unknown_choices_are_the_usual_ones():
    form = read(**{"citations-0-kind": "scroll", "citations-0-stance": "hints"})
    (source,) = form.citations
    assert (source.kind, source.stance) == (SourceKind.WEBPAGE, Stance.CONTEXT)


def test_what_is_not_shown_of_a_source_goes_through_the_form():
    details = SourceDetails(archive="RGASPI", archive_location="f. 558, op. 11")
    kept = SourceFields.of(CitationFacts(SourceFacts(title="A", details=details)), 0)
    sent = {f"citations-0-{name}": value for name, value in kept.parts.items()}
    assert read(**sent).citations == [kept]


@pytest.mark.parametrize(
    "sent", ["{", "[1]", '{"archive": 1, "other": "x"}', "[" * 9999]
)
def test_what_is_no_detail_is_left_out(sent: str):
    (source,) = read(
        **{"citations-0-title": "A", "citations-0-details": sent}
    ).citations
    assert source.details == NO_DETAILS


def test_no_more_sources_are_read_than_a_form_may_have():
    sent = {f"citations-{n}-url": "x" for n in range(MOST_SOURCES + 50)}
    assert len(read(**sent).citations) == MOST_SOURCES
