"""Undo: the last thing a person did, reversed where it still stands."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from factcheck.actions.allowed import require_on
from factcheck.actions.changes import Changes, State
from factcheck.actions.layouts import hold_version
from factcheck.actions.quoting import quote_words
from factcheck.actions.reviews import facts_from_state, review_state, write_review
from factcheck.actions.rulings import reopen
from factcheck.actions.saving import flush
from factcheck.actions.units import replace_run
from factcheck.errors import InvalidError, NothingToUndoError
from factcheck.models import Claim, Essay, Event, Review, Sentence, User, Version
from factcheck.queries.claims import (
    anchor_of,
    claims_numbered,
    find_anchor,
    review_by_id,
    sentence_around,
)
from factcheck.queries.layouts import anchors_in, named_sentences, run_from
from factcheck.queries.scales import scale_of
from factcheck.rules.history import UNDOABLE
from factcheck.rules.permissions import Deed
from factcheck.rules.revising import Unconfirmed
from factcheck.rules.sorting import parse_sorting
from factcheck.rules.units import from_state
from factcheck.translating import _

# What of a claim belongs to the text it stands in.
_PLACED = {"withdrawn", "start", "unconfirmed"}


def undo_last(session: Session, *, actor: User, essay: Essay) -> Event:
    """Reverse this person's last action in this essay, as a new event.

    Raises:
        NothingToUndoError: there is none, or somebody changed its result since.
        StaleError: somebody changed it at this very moment.
    """
    require_on(session, actor, essay, Deed.MARK)
    event = last_undoable(session, actor, essay)
    if event is None:
        raise NothingToUndoError(_("There is nothing of yours left to undo here."))
    changes = Changes(session, actor, essay)
    version = hold_version(session, essay)
    with session.no_autoflush:
        _undo_layout(session, version, event, changes)
        _undo_sentences(session, version, event, changes)
        _undo_claims(session, version, event, changes)
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


def _undo_layout(
    session: Session, version: Version, event: Event, changes: Changes
) -> None:
    was, stands = (half.get("layout", {}) for half in (event.before, event.after))
    if not was:
        return
    if stands["version"] != version.id:
        raise NothingToUndoError(_newer_text())
    before, after = (from_state(half["run"]) for half in (was, stands))
    start = after[0].start if after else before[0].start
    run = run_from(session, version.id, start, len(after))
    _require_same(after, run.units)
    if not before and anchors_in(session, run.sentences[0].id):
        _require_same("no mark", "a mark")
    try:
        replace_run(session, version, run, before, changes)
    except InvalidError as error:
        raise NothingToUndoError(error.message) from error


def _undo_sentences(
    session: Session, version: Version, event: Event, changes: Changes
) -> None:
    was: dict[str, list[Any]] = event.before.get("sentences", {})
    if not was:
        return
    found = named_sentences(session, version, event)
    for key, (sorting, reason) in was.items():
        sentence = found.get(key)
        if sentence is None:
            raise NothingToUndoError(
                _(
                    "Your last action cannot be undone: the sentences it was about were"
                    " split, joined or replaced since. Sort them as they are now."
                )
            )
        _require_same(event.after["sentences"][key], _sorting(sentence))
        changes.sort(sentence, parse_sorting(sorting, reason or ""))


def _undo_claims(
    session: Session, version: Version, event: Event, changes: Changes
) -> None:
    was: dict[str, State] = event.before.get("claims", {})
    if not was:
        return
    placed = any(_PLACED & set(state) for state in was.values())
    if placed and event.at < version.created_at:
        raise NothingToUndoError(_newer_text())
    for claim in claims_numbered(session, version.essay_id, [int(n) for n in was]):
        states = was[str(claim.number)], event.after["claims"][str(claim.number)]
        _undo_claim(session, version, claim, states, changes)


def _undo_claim(
    session: Session,
    version: Version,
    claim: Claim,
    states: tuple[State, State],
    changes: Changes,
) -> None:
    before, after = states
    if "withdrawn" in before:
        _require_same(after["withdrawn"], claim.withdrawn_at is not None)
        if not before["withdrawn"]:
            _require_whole(session, claim, version)
        changes.withdraw(claim, withdrawn=before["withdrawn"])
    if "statement" in before:
        _require_same(after["statement"], claim.statement)
        changes.state(claim, before["statement"])
    if "start" in before:
        _undo_words(session, version, claim, states, changes)
    if "unconfirmed" in before:
        _require_same(after["unconfirmed"], claim.unconfirmed)
        waits = before["unconfirmed"]
        anchor = find_anchor(session, claim, version.id)
        changes.confirm(claim, anchor, Unconfirmed(waits) if waits else None)


def _undo_words(
    session: Session,
    version: Version,
    claim: Claim,
    states: tuple[State, State],
    changes: Changes,
) -> None:
    before, after = states
    anchor = anchor_of(session, claim, version.id)
    _require_same([after["start"], after["end"]], [anchor.start, anchor.end])
    if before["start"] is None:
        session.delete(anchor)
        session.flush()
        return
    start, end = before["start"], before["end"]
    sentence = sentence_around(session, version.id, start, end)
    if sentence is None:
        raise NothingToUndoError(_across())
    anchor.sentence_id = sentence.id
    changes.move(claim, anchor, quote_words(session, sentence, start, end))


def _undo_review(
    session: Session, event: Event, essay: Essay, changes: Changes
) -> Review | None:
    was: State = event.before.get("review", {})
    if event.review_id is None:
        return None
    review = review_by_id(session, event.review_id)
    scale = scale_of(session, essay)
    stands = review_state(review, scale)
    for key, value in event.after.get("review", {}).items():
        _require_same(value, stands[key])
    wanted = stands | was
    given = datetime.fromisoformat(wanted["given"]) if wanted["given"] else None
    write_review(session, review, facts_from_state(wanted), scale, given)
    changes.review(stands, review_state(review, scale), review.claim_id)
    return review


def _ask_again(session: Session, review: Review, changes: Changes, actor: User) -> None:
    """Reopen the claim's ruling when the undo changed a review that was given."""
    was = changes.before.get("review", {}).get("given")
    if was or review.given_at:
        reopen(session, session.get_one(Claim, review.claim_id), actor)


def _require_whole(session: Session, claim: Claim, version: Version) -> None:
    """A claim comes back in one sentence; one whose words are gone, without any."""
    anchor = find_anchor(session, claim, version.id)
    if anchor is None:
        return
    sentence = session.get_one(Sentence, anchor.sentence_id)
    _require_inside(sentence, anchor.start, anchor.end)


def _require_inside(sentence: Sentence, start: int, end: int) -> None:
    """A claim lies in one sentence; sentences may have been split since."""
    if not sentence.start <= start < end <= sentence.end:
        raise NothingToUndoError(_across())


def _newer_text() -> str:
    return _(
        "Your last action cannot be undone: the essay has a newer version of"
        " its text since."
    )


def _across() -> str:
    return _(
        "Your last action cannot be undone: the claim's words lie across two"
        " sentences by now. Join the sentences first."
    )


def _sorting(sentence: Sentence) -> list[str | None]:
    return [sentence.sorting, sentence.reason]


def _require_same(expected: object, found: object) -> None:
    if expected != found:
        raise NothingToUndoError(
            _(
                "Your last action cannot be undone: somebody changed the same"
                " thing since. The history of the claim shows what."
            )
        )
