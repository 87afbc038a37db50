"""Undo: the last thing a person did, reversed where it still stands."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from factcheck.actions.allowed import require_on
from factcheck.actions.changes import Changes, State
from factcheck.actions.quoting import quote_words
from factcheck.actions.reviews import facts_from_state, review_state, write_review
from factcheck.actions.rulings import reopen
from factcheck.actions.saving import flush
from factcheck.errors import NothingToUndoError
from factcheck.models import Claim, Essay, Event, Review, Sentence, User
from factcheck.queries.claims import (
    anchor_of,
    claims_numbered,
    review_by_id,
    sentences_at,
)
from factcheck.queries.essays import current_version
from factcheck.rules.history import UNDOABLE
from factcheck.rules.permissions import Deed
from factcheck.rules.sorting import parse_sorting


def undo_last(session: Session, *, actor: User, essay: Essay) -> Event:
    """Reverse this person's last action in this essay, as a new event.

    Raises:
        NothingToUndoError: there is none, or somebody changed its result since.
        StaleError: somebody changed it at this very moment.
    """
    require_on(session, actor, essay, Deed.MARK)
    event = last_undoable(session, actor, essay)
    if event is None:
        raise NothingToUndoError("There is nothing of yours left to undo here.")
    changes = Changes(session, actor, essay)
    with session.no_autoflush:
        _undo_sentences(session, essay, event, changes)
        _undo_claims(session, essay, event, changes)
        review = _undo_review(session, event, essay, changes)
    if review is not None:
        _ask_again(session, review, changes, actor)
    flush(session)
    undone = changes.write("undone", review=review, undoes=event)
    undone.claim_id = event.claim_id
    flush(session)
    return undone


def last_undoable(session: Session, actor: User, essay: Essay) -> Event | None:
    """Return the event that undo_last would reverse, or None."""
    undo = aliased(Event)
    return session.scalar(
        select(Event)
        .where(
            Event.actor_id == actor.id,
            Event.essay_id == essay.id,
            Event.kind.in_(UNDOABLE),
            ~select(undo.id).where(undo.undoes_id == Event.id).exists(),
        )
        .order_by(Event.id.desc())
        .limit(1)
    )


def _undo_sentences(
    session: Session, essay: Essay, event: Event, changes: Changes
) -> None:
    was: dict[str, list[Any]] = event.before.get("sentences", {})
    if not was:
        return
    version = current_version(session, essay)
    for sentence in sentences_at(session, version.id, [int(p) for p in was]):
        key = str(sentence.position)
        _require_same(event.after["sentences"][key], _sorting(sentence))
        sorting, reason = was[key]
        changes.sort(sentence, parse_sorting(sorting, reason or ""))


def _undo_claims(
    session: Session, essay: Essay, event: Event, changes: Changes
) -> None:
    was: dict[str, State] = event.before.get("claims", {})
    if not was:
        return
    version = current_version(session, essay)
    for claim in claims_numbered(session, essay.id, [int(n) for n in was]):
        before = was[str(claim.number)]
        after = event.after["claims"][str(claim.number)]
        if "withdrawn" in before:
            _require_same(after["withdrawn"], claim.withdrawn_at is not None)
            changes.withdraw(claim, withdrawn=before["withdrawn"])
        if "statement" in before:
            _require_same(after["statement"], claim.statement)
            changes.state(claim, before["statement"])
        if "start" in before:
            anchor = anchor_of(session, claim, version.id)
            _require_same([after["start"], after["end"]], [anchor.start, anchor.end])
            sentence = session.get_one(Sentence, anchor.sentence_id)
            words = quote_words(session, sentence, before["start"], before["end"])
            changes.move(claim, anchor, words)


def _undo_review(
    session: Session, event: Event, essay: Essay, changes: Changes
) -> Review | None:
    was: State = event.before.get("review", {})
    if event.review_id is None:
        return None
    review = review_by_id(session, event.review_id)
    stands = review_state(review)
    for key, value in event.after.get("review", {}).items():
        _require_same(value, stands[key])
    wanted = stands | was
    given = datetime.fromisoformat(wanted["given"]) if wanted["given"] else None
    write_review(session, review, facts_from_state(wanted), essay, given)
    changes.review(stands, review_state(review))
    return review


def _ask_again(session: Session, review: Review, changes: Changes, actor: User) -> None:
    """Reopen the claim's ruling when the undo changed a review that was given."""
    was = changes.before.get("review", {}).get("given")
    if was or review.given_at:
        reopen(session, session.get_one(Claim, review.claim_id), actor)


def _sorting(sentence: Sentence) -> list[str | None]:
    return [sentence.sorting, sentence.reason]


def _require_same(expected: object, found: object) -> None:
    if expected != found:
        raise NothingToUndoError(
            "Your last action cannot be undone: somebody changed the same thing since."
            " The history of the claim shows what."
        )
