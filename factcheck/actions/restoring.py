"""Putting back what one's own review said before, as a new event."""

from sqlalchemy.orm import Session

from factcheck.actions.changes import State
from factcheck.actions.reviews import (
    SavedReview,
    facts_from_state,
    review_state,
    save_review,
)
from factcheck.errors import InvalidError, NotFoundError
from factcheck.models import Claim, Essay, Review, User
from factcheck.queries.claims import review_of
from factcheck.queries.known_events import review_events
from factcheck.queries.scales import StoredScale, scale_of
from factcheck.translating import _


def restore_review(
    session: Session, *, actor: User, claim: Claim, event_id: int, revision: int
) -> SavedReview:
    """Let this person's review say again what it said after an event.

    What was a draft then becomes a draft again; what was given is given anew.

    Args:
        session: the database session.
        actor: whose review.
        claim: of which claim.
        event_id: the event that left the review in the state wanted.
        revision: the review's, as the person saw it.

    Raises:
        NotFoundError: no such event of this person's review.
        InvalidError: the mark is gone, or the review says this already.
        StaleError: the review was changed in another window.
    """
    review = review_of(session, claim.id, actor.id)
    if review is None:
        raise NotFoundError(
            _("You have no review of claim %(number)s yet.", number=claim.number)
        )
    scale = scale_of(session, session.get_one(Essay, claim.essay_id))
    state = _state_after(session, review, scale, event_id)
    saved = save_review(
        session,
        actor=actor,
        claim=claim,
        facts=facts_from_state(state),
        statement=None,
        revision=revision,
        claim_revision=claim.revision,
        give=bool(state["given"]),
        kind="review.restored",
    )
    if not saved.event:
        raise InvalidError(
            "claim", _("Your review says this already; nothing changed.")
        )
    return saved


def _state_after(
    session: Session, review: Review, scale: StoredScale, event_id: int
) -> State:
    """Go back from what the review says now, event by event.

    Raises:
        NotFoundError: the event is none of this review's.
    """
    state = review_state(review, scale)
    for event in review_events(session, review.id):
        if event.id == event_id:
            return state
        state |= event.before.get("review", {})
    raise NotFoundError(_("That state is none of your review's. Nothing was changed."))
