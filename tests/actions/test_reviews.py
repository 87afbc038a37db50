"""Drafts, given reviews, and saves that meet, on both databases."""

import pytest
from sqlalchemy import func, select

from factcheck.actions.claims import withdraw_claim
from factcheck.actions.events import undo_last
from factcheck.actions.reviews import save_review
from factcheck.errors import InvalidError, StaleError
from factcheck.models import Event, Source
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.claims import review_of
from factcheck.rules.citations import CitationFacts, SourceFacts, Stance
from factcheck.rules.reviews import ReviewFacts
from factcheck.rules.settling import Settlement
from tests.factories import essays, people


@pytest.fixture
def robin(session):
    return people.person(session)


@pytest.fixture
def essay(session):
    return essays.essay(session)


@pytest.fixture
def claim(session, essay, robin):
    return essays.mark(session, essay, robin, "The river rose in 1949.")


def test_a_given_review_settles_the_claim(session, essay, claim, robin):
    essays.save(session, claim, robin, statement="The Han river rose in 1949.")

    (found,) = annotated_essay(session, essay).claims

    assert found.settlement is Settlement.SETTLED
    assert (found.verdict.label, found.finding) == ("True", "It did.")
    assert found.statement == "The Han river rose in 1949."
    (source,) = found.sources
    assert (source.title, source.quote, source.stance) == (
        "Gauge book",
        "the river rose",
        "supports",
    )


def test_a_draft_may_lack_everything_and_shows_nowhere(session, essay, claim, robin):
    essays.save(session, claim, robin, ReviewFacts(finding="Half a"), give=False)

    (found,) = annotated_essay(session, essay).claims
    assert (found.verdict, found.finding, found.reviews) == (None, "", ())
    assert review_of(session, claim.id, robin.id).finding == "Half a"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (ReviewFacts(), "verdict"),
        (essays.facts(finding=" "), "finding"),
        (essays.facts(citations=()), "source"),
        (essays.facts(verdict="no_such"), "verdict"),
        (essays.facts(finding="x" * 141), "finding"),
        (
            essays.facts(
                citations=(CitationFacts(SourceFacts(url="javascript:alert(1)")),)
            ),
            "citations-0-url",
        ),
        (
            essays.facts(
                citations=(CitationFacts(SourceFacts(title="A", issued="May")),)
            ),
            "citations-0-issued",
        ),
        (
            essays.facts(citations=(CitationFacts(SourceFacts(), quote="Words"),)),
            "citations-0-url",
        ),
    ],
)
def test_what_cannot_be_given_names_its_field(session, claim, robin, said, field):
    with pytest.raises(InvalidError) as refused:
        essays.save(session, claim, robin, said)

    assert refused.value.field == field
    assert review_of(session, claim.id, robin.id) is None


def test_unproven_may_stand_without_a_source(session, essay, claim, robin):
    said = essays.facts(verdict="unproven", citations=())
    essays.save(session, claim, robin, said)

    assert annotated_essay(session, essay).settled == 1


def test_an_old_window_does_not_overwrite_a_newer_save(session, claim, robin):
    essays.save(session, claim, robin, essays.facts(finding="First."))

    with pytest.raises(StaleError) as refused:
        save_review(
            session,
            actor=robin,
            claim=claim,
            facts=essays.facts(finding="Second."),
            statement=None,
            revision=0,
            claim_revision=claim.revision,
            give=True,
        )

    assert refused.value.theirs["finding"] == "First."
    assert review_of(session, claim.id, robin.id).finding == "First."


def test_a_save_sent_twice_counts_once(session, claim, robin):
    for _ in range(2):
        save_review(
            session,
            actor=robin,
            claim=claim,
            facts=essays.facts(),
            statement=None,
            revision=0,
            claim_revision=claim.revision,
            give=True,
        )

    events = session.scalars(select(Event.kind).where(Event.claim_id == claim.id))
    assert list(events) == ["claim.marked", "review.given"]


def test_a_statement_changed_in_between_is_kept(session, claim, robin):
    sunmi = people.person(session, name="Sunmi Cho")
    seen = claim.revision
    essays.save(session, claim, sunmi, statement="Theirs.")

    with pytest.raises(StaleError) as refused:
        save_review(
            session,
            actor=robin,
            claim=claim,
            facts=essays.facts(),
            statement="Mine.",
            revision=0,
            claim_revision=seen,
            give=True,
        )

    assert refused.value.who == "Sunmi Cho"
    assert refused.value.theirs["statement"] == "Theirs."


def test_reviews_that_differ_leave_the_claim_open(session, essay, claim, robin):
    essays.save(session, claim, robin, essays.facts(verdict="true"))
    essays.save(session, claim, people.person(session), essays.facts(verdict="false"))

    (found,) = annotated_essay(session, essay).claims
    assert (found.settlement, found.verdict) == (Settlement.DIFFER, None)


def test_a_claim_that_needs_two_reviews_waits_and_shows_nothing(session, robin):
    essay = essays.essay(session, reviews_needed=2)
    claim = essays.mark(session, essay, robin, "The river")
    essays.save(session, claim, robin)
    (waiting,) = annotated_essay(session, essay).claims
    assert (waiting.settlement, waiting.reviews) == (Settlement.WAITING, ())

    essays.save(session, claim, people.person(session, name="Sunmi Cho"))
    annotated = annotated_essay(session, essay)
    assert annotated.settled == 1
    assert annotated.reviewers == ("Robin Hale", "Sunmi Cho")


def test_equal_sources_are_kept_once_and_citations_apart(session, claim, robin):
    essays.save(session, claim, robin)
    essays.save(session, claim, people.person(session))

    assert session.scalar(select(func.count()).select_from(Source)) == 1


def test_sources_can_be_reordered_added_and_removed(session, essay, claim, robin):
    def cited(*titles):
        return essays.facts(
            citations=tuple(CitationFacts(SourceFacts(title=t)) for t in titles)
        )

    for titles in [("A", "B"), ("B", "A", "C"), ("C",)]:
        essays.save(session, claim, robin, cited(*titles))
        (found,) = annotated_essay(session, essay).claims
        assert tuple(source.title for source in found.sources) == titles


def test_undo_steps_back_through_saves(session, essay, claim, robin):
    citation = CitationFacts(SourceFacts(title="B"), stance=Stance.REFUTES)
    essays.save(session, claim, robin, essays.facts(finding="One."), give=False)
    essays.save(session, claim, robin, essays.facts(finding="Two."))
    third = essays.facts(verdict="false", finding="Three.", citations=(citation,))
    essays.save(session, claim, robin, third, statement="Said.")

    undo_last(session, actor=robin, essay=essay)
    (found,) = annotated_essay(session, essay).claims
    assert (found.finding, found.verdict.key, found.statement) == ("Two.", "true", "")
    assert [source.title for source in found.sources] == ["Gauge book"]

    undo_last(session, actor=robin, essay=essay)
    review = review_of(session, claim.id, robin.id)
    assert (review.finding, review.given_at) == ("One.", None)


def test_changing_a_given_review_without_giving_it_makes_it_a_draft(
    session, essay, claim, robin
):
    essays.save(session, claim, robin)
    essays.save(session, claim, robin, essays.facts(finding="Hm."), give=False)

    assert annotated_essay(session, essay).settled == 0


def test_a_mark_taken_back_meanwhile_refuses_the_review(session, claim, robin):
    withdraw_claim(session, actor=robin, claim=claim)

    with pytest.raises(InvalidError, match="taken back"):
        essays.save(session, claim, robin)
