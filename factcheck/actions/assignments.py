"""Assigning claims by hand or evenly, and taking the next one from the queue.

Nobody is shut out by somebody else's hold: an assignment says who is expected, not
who may. A review given besides is kept.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.essays import note_event
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError, NotFoundError
from factcheck.models import Assignment, Claim, Essay, User
from factcheck.models.base import now
from factcheck.queries.assignments import (
    assignments_on,
    claims_held,
    next_for,
    reviewers_of,
)
from factcheck.queries.claims import claims_numbered, find_claim
from factcheck.queries.essays import current_version
from factcheck.rules.assignments import check_take_minutes, free_again, spread
from factcheck.rules.permissions import Deed
from factcheck.translating import _


def assign_claims(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    numbers: Collection[int],
    person_id: int,
) -> int:
    """Assign claims to a person; return how many were not theirs already.

    Raises:
        InvalidError: no claim chosen, or nobody who reviews this essay.
    """
    require_on(session, actor, essay, Deed.ASSIGN)
    claims = claims_numbered(session, essay.id, numbers)
    person = _reviewer(session, essay, person_id)
    if not claims:
        raise InvalidError("claims", _("Choose at least one claim."))
    pairs = [(claim.id, person.id) for claim in claims]
    return _assign(session, actor, essay, pairs)


def assign_evenly(
    session: Session, *, actor: User, essay: Essay, people: Sequence[int]
) -> int:
    """Spread the claims that wait evenly over people; return how many were assigned.

    Raises:
        InvalidError: fewer people than reviews a claim needs.
    """
    require_on(session, actor, essay, Deed.ASSIGN)
    chosen = [_reviewer(session, essay, person_id).id for person_id in people]
    if len(set(chosen)) < essay.reviews_needed:
        raise InvalidError(
            "people",
            _(
                "Choose at least %(reviews_needed)s: as many as reviews.",
                reviews_needed=essay.reviews_needed,
            ),
        )
    claims = claims_held(session, essay, current_version(session, essay).id)
    held = {c.claim_id: [h.person_id for h in c.held] for c in claims}
    ids = [claim.claim_id for claim in claims if claim.settlement == "waiting"]
    pairs = spread(ids, list(dict.fromkeys(chosen)), essay.reviews_needed, held)
    return _assign(session, actor, essay, pairs)


def take_next(session: Session, *, actor: User, essay: Essay) -> Claim:
    """Take the next claim that waits for this person, and keep it for a while.

    Raises:
        NotFoundError: nothing waits for them here.
    """
    require_on(session, actor, essay, Deed.REVIEW)
    version = current_version(session, essay)
    number = next_for(session, essay, version.id, actor.id)
    if not number:
        raise NotFoundError(_("Nothing waits for you in this essay."))
    claim = find_claim(session, essay, number)
    pair = (claim.id, actor.id)
    stored = assignments_on(session, [claim.id]).get(pair)
    if stored is None or not _holds(stored):
        until = free_again(now(), essay.take_minutes)
        _hold(session, stored, pair, "taken", actor, until)
        flush(session)
    return claim


def give_back(
    session: Session, *, actor: User, claim: Claim, essay: Essay, person_id: int
) -> None:
    """End a hold on a claim: one's own, or anybody's for an editor."""
    if person_id != actor.id:
        require_on(session, actor, essay, Deed.ASSIGN)
    stored = assignments_on(session, [claim.id]).get((claim.id, person_id))
    if stored is not None and stored.ended_at is None:
        stored.ended_at = now()
        flush(session)


def set_reviewing(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    take_minutes: int,
    hide_names: bool,
    reveal_at: datetime | None,
) -> Essay:
    """Say how an essay is reviewed: how long a claim is kept, what stays hidden.

    Raises:
        InvalidError: a time that cannot be.
    """
    require_on(session, actor, essay, Deed.ASSIGN)
    before = _reviewing(essay)
    essay.take_minutes = check_take_minutes(take_minutes)
    essay.hide_names, essay.reveal_at = hide_names, reveal_at
    flush(session)
    if before != _reviewing(essay):
        event = note_event(session, actor, essay, "essay.reviewing_changed")
        event.before, event.after = before, _reviewing(essay)
    return essay


def _reviewing(essay: Essay) -> dict[str, object]:
    return {
        "take_minutes": essay.take_minutes,
        "hide_names": essay.hide_names,
        "reveal_at": essay.reveal_at.isoformat() if essay.reveal_at else None,
    }


def _reviewer(session: Session, essay: Essay, person_id: int) -> User:
    found = {person.id: person for person in reviewers_of(session, essay)}
    if person_id not in found:
        raise InvalidError("people", _("Choose somebody who reviews at this desk."))
    return found[person_id]


def _assign(
    session: Session, actor: User, essay: Essay, pairs: Sequence[tuple[int, int]]
) -> int:
    stored = assignments_on(session, {claim_id for claim_id, _ in pairs})
    added = []
    for pair in pairs:
        row = stored.get(pair)
        if row is None or row.kind != "assigned" or row.ended_at is not None:
            _hold(session, row, pair, "assigned", actor)
            added.append(list(pair))
    flush(session)
    if added:
        event = note_event(session, actor, essay, "claims.assigned")
        event.after = {"assigned": added}
    return len(added)


def _hold(
    session: Session,
    stored: Assignment | None,
    pair: tuple[int, int],
    kind: str,
    actor: User,
    until: datetime | None = None,
) -> None:
    if stored is None:
        stored = Assignment(claim_id=pair[0], person_id=pair[1])
        session.add(stored)
    stored.kind, stored.until, stored.ended_at = kind, until, None
    stored.assigned_by_id, stored.assigned_at = actor.id, now()


def _holds(stored: Assignment) -> bool:
    return stored.ended_at is None and (stored.until is None or stored.until > now())
