"""Which events of an essay somebody may know of, as SQL: blind until given.

The rule itself is asked of rules/permissions, once for a claim that still waits and
once for one that is complete; rows differ only in which of the two they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, not_, or_, select, true
from sqlalchemy.orm import Session

from factcheck.models import Claim, Essay, Event, Review, Ruling, User
from factcheck.queries.onlookers import complete
from factcheck.queries.settled import outcomes
from factcheck.queries.viewers import Viewer
from factcheck.rules.history import KINDS, TALK
from factcheck.rules.permissions import may_see_review, may_see_talk
from factcheck.rules.settling import Settlement

_NOBODY = 0  # No person has this id.
_NAMED = (Settlement.SETTLED, Settlement.RULED, Settlement.REOPENED)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which events are asked for: of a person, a claim, a kind; or of any."""

    person: int | None = None
    claim: int | None = None
    kind: str = ""


def events(essay: Essay, viewer: Viewer, *columns: Any) -> Select[Any]:
    """Select from an essay's events those that the viewer may know of.

    Event stands beside the User who did it, its Claim, its Review and the Essay.
    """
    return (
        select(*columns)
        .select_from(Event)
        .join(Essay, Essay.id == Event.essay_id)
        .outerjoin(User, User.id == Event.actor_id)
        .outerjoin(Claim, Claim.id == Event.claim_id)
        .outerjoin(Review, Review.id == Event.review_id)
        .where(Event.essay_id == essay.id, _known(viewer))
    )


def reads(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may read the event's review as it stands now."""
    waiting, ready = (
        may_see_review(
            viewer_id=viewer.id,
            role=viewer.role,
            reviewer_id=_NOBODY,
            given=True,
            settled=settled,
            revealed=viewer.revealed,
        )
        for settled in (False, True)
    )
    given = Review.given_at.is_not(None)
    return or_(_own(viewer), and_(given, _open(waiting=waiting, ready=ready)))


def named(essay: Essay) -> ColumnElement[bool]:
    """Whether the names of those who reviewed the event's claim are shown."""
    if not essay.hide_names:
        return true()
    found = outcomes(Claim.essay_id == essay.id)
    ruled = select(Ruling.claim_id)
    shown = select(found.c.claim_id).where(
        or_(found.c.settlement.in_(_NAMED), found.c.claim_id.in_(ruled))
    )
    return Event.claim_id.in_(shown)


def within(
    essay: Essay, viewer: Viewer, wanted: Narrowing
) -> tuple[ColumnElement[bool], ...]:
    """Whether an event is one that is asked for."""
    whose = by(essay, viewer, wanted.person)
    return whose, about(wanted.claim), of_kind(wanted.kind)


def by(essay: Essay, viewer: Viewer, person_id: int | None) -> ColumnElement[bool]:
    """Whether a person did it, None for anybody; no hidden name is found this way."""
    if person_id is None:
        return true()
    return and_(Event.actor_id == person_id, signed(essay, viewer))


def signed(essay: Essay, viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may know who did it."""
    return or_(Event.review_id.is_(None), _own(viewer), named(essay))


def about(number: int | None) -> ColumnElement[bool]:
    """Whether it is about the claim of this number, None for any."""
    if number is None:
        return true()
    sorted_away = Event.after[("claims", str(number), "withdrawn")].as_string()
    return or_(Claim.number == number, sorted_away.is_not(None))


def of_kind(name: str) -> ColumnElement[bool]:
    """Whether it is of one of rules/history.KINDS, "" for any."""
    if name not in KINDS:
        return true()
    return or_(*(Event.kind.startswith(prefix) for prefix in KINDS[name][1]))


def review_events(session: Session, review_id: int) -> Sequence[Event]:
    """Return the events of one review, newest first."""
    return session.scalars(
        select(Event).where(Event.review_id == review_id).order_by(Event.id.desc())
    ).all()


def people_in(
    session: Session, essay: Essay, viewer: Viewer
) -> tuple[tuple[int, str], ...]:
    """Return id and name of everybody whose doing the viewer may find here."""
    found = session.execute(
        events(essay, viewer, User.id, User.name)
        .where(User.id.is_not(None), signed(essay, viewer))
        .distinct()
        .order_by(User.name, User.id)
    )
    return tuple((person_id, name) for person_id, name in found)


def _known(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may know that it happened at all.

    Of another's review they know when it was given and taken back, once they may
    read it; drafts are its writer's alone. A statement belongs to the claim.
    """
    restated = Event.after["claims"].as_string().is_not(None)
    given = Event.after[("review", "given")].as_string()
    was_given = Event.before[("review", "given")].as_string()
    turned = or_(given.is_not(None), was_given.is_not(None))
    return or_(
        and_(Event.review_id.is_(None), not_(_talk())),
        and_(_talk(), _hears(viewer)),
        and_(
            Event.review_id.is_not(None),
            or_(_own(viewer), restated, and_(turned, reads(viewer))),
        ),
    )


def _hears(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer may read what somebody said about the event's claim."""
    waiting, ready = (
        may_see_talk(
            viewer_id=viewer.id,
            role=viewer.role,
            author_id=None,
            settled=settled,
            revealed=viewer.revealed,
        )
        for settled in (False, True)
    )
    return or_(Event.actor_id == viewer.id, _open(waiting=waiting, ready=ready))


def _open(*, waiting: bool, ready: bool) -> ColumnElement[bool]:
    if waiting:
        return true()
    return complete() if ready else false()


def _own(viewer: Viewer) -> ColumnElement[bool]:
    return Review.reviewer_id == viewer.id


def _talk() -> ColumnElement[bool]:
    return or_(*(Event.kind.startswith(f"{word}.") for word in TALK))
