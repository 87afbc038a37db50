"""Reviews: drafts kept, reviews given, nobody's save overwritten."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.changes import Changes, State
from factcheck.actions.rulings import reopen
from factcheck.actions.saving import flush, store
from factcheck.actions.sources import as_kept, cite
from factcheck.errors import InvalidError, StaleError
from factcheck.models import Claim, Essay, Review, User
from factcheck.models.base import now
from factcheck.queries.claims import last_hand, review_of
from factcheck.queries.scales import StoredScale, scale_of
from factcheck.queries.sources import citation_facts
from factcheck.rules.citations import (
    CitationFacts,
    Stance,
    source_from_state,
    source_state,
)
from factcheck.rules.claims import check_statement
from factcheck.rules.permissions import Deed
from factcheck.rules.reviews import ReviewFacts, check_draft, check_given
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class SavedReview:
    """A review as it is kept now, and the kind of the event, if anything changed."""

    review: Review
    event: str


def save_review(  # noqa: PLR0913  (each is said by name)
    session: Session,
    *,
    actor: User,
    claim: Claim,
    facts: ReviewFacts,
    statement: str | None,
    revision: int,
    claim_revision: int,
    give: bool,
    kind: str = "",
) -> SavedReview:
    """Keep a draft, or give the review.

    A given review that is changed and not given again becomes a draft. Saving what
    is stored already changes nothing, so a save whose answer was lost can be sent
    again.

    Args:
        session: the database session.
        actor: the reviewer.
        claim: the claim.
        facts: what the review says.
        statement: the claim's statement, or None to leave it.
        revision: of the review as the person saw it; 0 when there was none.
        claim_revision: of the claim as the person saw it.
        give: give the review, or keep it as a draft.
        kind: of the event, where it is not simply drafted or given.

    Raises:
        InvalidError: something in it is unsound, or give=True and it is incomplete.
        StaleError: it was saved elsewhere in between; `theirs` has what is stored.
    """
    essay = session.get_one(Essay, claim.essay_id)
    require_on(session, actor, essay, Deed.REVIEW)
    _refuse_withdrawn(claim)
    scale = scale_of(session, essay)
    check = check_given if give else check_draft
    facts = check(facts, scale.definition)
    review = review_of(session, claim.id, actor.id) or _new_review(claim, actor)
    facts = as_kept(session, review, facts)
    changes = Changes(session, actor, essay)
    if statement is not None:
        _restate(session, claim, statement, claim_revision, changes)
    before = review_state(review, scale)
    if _says(before) != _facts_state(facts) or give != bool(review.given_at):
        _refuse_stale(review, scale, revision, actor)
        if give or review.given_at:
            reopen(session, claim, actor)
        write_review(session, review, facts, scale, now() if give else None)
    changes.review(before, review_state(review, scale), claim.id)
    flush(session)
    if changes.empty:
        return SavedReview(review, "")
    kind = kind or ("review.given" if give else "review.drafted")
    changes.write_row(kind, claim=claim, review=review)
    return SavedReview(review, kind)


def review_state(review: Review, scale: StoredScale) -> State:
    """Return everything a review says, as an event keeps it."""
    given = review.given_at.isoformat() if review.given_at else None
    return {
        "verdict": scale.key_of(review.verdict_id),
        "finding": review.finding,
        "explanation": review.explanation,
        "second_look": review.second_look,
        "citations": [_citation_state(citation_facts(c)) for c in review.citations],
        "given": given,
    }


def facts_from_state(state: State) -> ReviewFacts:
    """Read back what review_state wrote."""
    return ReviewFacts(
        verdict=state["verdict"],
        finding=state["finding"],
        explanation=state["explanation"],
        second_look=state["second_look"],
        citations=tuple(_citation_facts(c) for c in state["citations"]),
    )


def _refuse_withdrawn(claim: Claim) -> None:
    if claim.withdrawn_at is not None:
        raise InvalidError(
            "claim",
            _(
                "The mark of claim %(number)s was taken back meanwhile. What you"
                " wrote is still here; mark the words again to give it.",
                number=claim.number,
            ),
        )


def _new_review(claim: Claim, actor: User) -> Review:
    return Review(
        claim_id=claim.id,
        reviewer_id=actor.id,
        finding="",
        explanation="",
        second_look=False,
        given_at=None,
        first_given_at=None,
        first_verdict_id=None,
        verdict_id=None,
        citations=[],
    )


def _refuse_stale(
    review: Review, scale: StoredScale, revision: int, actor: User
) -> None:
    stored = review.revision or 0
    if stored == revision:
        return
    raise StaleError(
        _(
            "This review was saved at %(time)s UTC in another window, while you were"
            " writing. Nothing is lost: choose for each field.",
            time=f"{review.updated_at:%H:%M}",
        ),
        who=actor.name,
        theirs=review_state(review, scale) | {"revision": stored},
    )


def _restate(
    session: Session, claim: Claim, statement: str, revision: int, changes: Changes
) -> None:
    statement = check_statement(statement)
    if statement == claim.statement:
        return
    if claim.revision != revision:
        raise StaleError(
            _(
                "Somebody changed the statement of claim %(number)s in between."
                " Nothing is lost: choose one.",
                number=claim.number,
            ),
            who=last_hand(session, claim),
            theirs={"statement": claim.statement, "claim_revision": claim.revision},
        )
    changes.state(claim, statement)


def write_review(
    session: Session,
    review: Review,
    facts: ReviewFacts,
    scale: StoredScale,
    given_at: datetime | None,
) -> None:
    """Put the facts on the row; a new one joins the session once it is whole.

    Raises:
        StaleError: it was saved elsewhere at the same moment.
    """
    verdict_id = scale.ids.get(facts.verdict)
    values = {
        "verdict_id": verdict_id,
        "finding": facts.finding,
        "explanation": facts.explanation,
        "second_look": facts.second_look,
        "given_at": given_at,
        "updated_at": now(),
    }
    if given_at and review.first_given_at is None:
        values |= {"first_given_at": given_at, "first_verdict_id": verdict_id}
    known = review in session
    if known:
        store(session, review, values)
        session.expire(review, ["verdict"])
    with session.no_autoflush:
        cite(session, review, facts.citations)
        if not known:
            for name, value in values.items():
                setattr(review, name, value)
            session.add(review)


def _says(state: State) -> State:
    return {key: value for key, value in state.items() if key != "given"}


def _facts_state(facts: ReviewFacts) -> State:
    return {
        "verdict": facts.verdict,
        "finding": facts.finding,
        "explanation": facts.explanation,
        "second_look": facts.second_look,
        "citations": [_citation_state(citation) for citation in facts.citations],
    }


def _citation_state(facts: CitationFacts) -> dict[str, Any]:
    return source_state(facts.source) | {
        "quote": facts.quote,
        "locator": facts.locator,
        "stance": facts.stance.value,
    }


def _citation_facts(state: dict[str, Any]) -> CitationFacts:
    return CitationFacts(
        source_from_state(state),
        state["quote"],
        state["locator"],
        Stance(state["stance"]),
    )
