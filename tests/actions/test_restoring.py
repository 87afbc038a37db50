"""Putting back what one's own review said."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.claims import withdraw_claim
from factcheck.actions.events import undo_last
from factcheck.actions.restoring import restore_review
from factcheck.errors import InvalidError, NotFoundError, StaleError
from factcheck.models import Claim, Essay, Event, Review, User, Verdict
from factcheck.queries.claims import review_of
from tests.factories import essays
from tests.factories.people import person


@pytest.fixture
def robin(session: Session) -> User:
    return person(session)


@pytest.fixture
def essay(session: Session) -> Essay:
    return essays.essay(session)


@pytest.fixture
def claim(session: Session, essay: Essay, robin: User) -> Claim:
    """Return a claim that Robin first drafted, then gave, then changed and gave."""
    found = essays.mark(session, essay, robin, "The river rose")
    draft = essays.facts("mixed", "Perhaps.", citations=())
    essays.save(session, found, robin, draft, give=False)
    essays.save(session, found, robin, essays.facts("true", "It did."))
    essays.save(session, found, robin, essays.facts("false", "It did not."))
    return found


def events(session: Session, *kinds: str) -> list[Event]:
    query = select(Event).where(Event.kind.in_(kinds)).order_by(Event.id)
    return list(session.scalars(query))


def restore(session: Session, claim: Claim, actor: User, event: Event) -> Review:
    review = review_of(session, claim.id, actor.id)
    revision = review.revision if review else 0
    saved = restore_review(
        session, actor=actor, claim=claim, event_id=event.id, revision=revision
    )
    return saved.review


def verdict(session: Session, review: Review) -> str:
    return session.get_one(Verdict, review.verdict_id).key


def test_a_given_state_is_given_anew(session: Session, claim: Claim, robin: User):
    first, _ = events(session, "review.given")
    review = restore(session, claim, robin, first)
    assert (verdict(session, review), review.finding) == ("true", "It did.")
    assert len(review.citations) == 1
    assert review.given_at is not None
    (event,) = events(session, "review.restored")
    assert event.before["review"]["finding"] == "It did not."
    assert event.after["review"]["finding"] == "It did."


def test_a_draft_becomes_a_draft_again(session: Session, claim: Claim, robin: User):
    (drafted,) = events(session, "review.drafted")
    review = restore(session, claim, robin, drafted)
    assert (verdict(session, review), review.finding) == ("mixed", "Perhaps.")
    assert (review.citations, review.given_at) == ([], None)


def test_it_is_undone_like_anything_else(
    session: Session, essay: Essay, claim: Claim, robin: User
):
    (drafted,) = events(session, "review.drafted")
    review = restore(session, claim, robin, drafted)
    undo_last(session, actor=robin, essay=essay)
    assert (verdict(session, review), review.finding) == ("false", "It did not.")
    assert review.given_at is not None
    assert len(review.citations) == 1


def test_it_is_refused_when_the_mark_is_gone(
    session: Session, claim: Claim, robin: User
):
    (drafted,) = events(session, "review.drafted")
    withdraw_claim(session, actor=robin, claim=claim)
    with pytest.raises(InvalidError, match="taken back"):
        restore(session, claim, robin, drafted)


def test_it_is_refused_when_the_review_changed_elsewhere(
    session: Session, claim: Claim, robin: User
):
    (drafted,) = events(session, "review.drafted")
    with pytest.raises(StaleError):
        restore_review(
            session, actor=robin, claim=claim, event_id=drafted.id, revision=1
        )
    assert review_of(session, claim.id, robin.id).finding == "It did not."


def test_what_it_says_already_is_no_event(session: Session, claim: Claim, robin: User):
    _, last = events(session, "review.given")
    with pytest.raises(InvalidError, match="already"):
        restore(session, claim, robin, last)
    assert events(session, "review.restored") == []


def test_only_ones_own_review_and_its_own_events(
    session: Session, claim: Claim, robin: User
):
    (drafted,) = events(session, "review.drafted")
    other = person(session, name="Sunmi Cho")
    with pytest.raises(NotFoundError):
        restore(session, claim, other, drafted)
    essays.save(session, claim, other)
    with pytest.raises(NotFoundError):
        restore(session, claim, other, drafted)
    (marked,) = events(session, "claim.marked")
    with pytest.raises(NotFoundError):
        restore(session, claim, robin, marked)
