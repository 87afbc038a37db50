"""The workbench's form, read from whatever a browser sends."""

import pytest
from werkzeug.datastructures import MultiDict

from factcheck.rules.citations import SourceKind, Stance
from factcheck.rules.reviews import ReviewFacts
from factcheck.web.forms.reviews import MOST_SOURCES, ReviewForm


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


def test_no_more_sources_are_read_than_a_form_may_have():
    sent = {f"citations-{n}-url": "x" for n in range(MOST_SOURCES + 50)}
    assert len(read(**sent).citations) == MOST_SOURCES
