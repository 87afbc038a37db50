"""Who wants a digest, and what waits for them."""

from sqlalchemy import ColumnElement, and_, case, false, func, or_, select, true
from sqlalchemy.orm import Session, selectinload

from factcheck.models import Claim, Essay, EssayRole, User
from factcheck.models.base import now
from factcheck.queries.assignments import waiting_for
from factcheck.queries.settled import for_an_editor, outcomes
from factcheck.queries.talk import count_unseen
from factcheck.rules.digests import EssayWaits, Waiting, is_due
from factcheck.rules.people import Digest
from factcheck.rules.permissions import Deed, Role, may
from factcheck.rules.settling import Settlement


def due_people(session: Session) -> list[int]:
    """Return the ids of those who are to get a digest now."""
    people = session.scalars(
        select(User).where(User.active, User.digest != Digest.NEVER.value)
    )
    at = now()
    return [p.id for p in people if is_due(Digest(p.digest), p.digest_sent_at, at)]


def reader_of(session: Session, person_id: int) -> User:
    """Return a person with their roles."""
    return session.scalars(
        select(User).options(selectinload(User.roles)).where(User.id == person_id)
    ).one()


def waiting(session: Session, person: User) -> Waiting:
    """Return what waits for a person, in a constant number of queries."""
    if not may(person.role, Deed.READ_DESK):
        return Waiting()
    found = outcomes()
    reviews = and_(
        found.c.settlement == Settlement.WAITING.value, waiting_for(person.id, now())
    )
    rows = session.execute(
        select(
            Essay.slug,
            Essay.title,
            func.sum(case((reviews, 1), else_=0)).label("reviews"),
            func.sum(case((for_an_editor(found), 1), else_=0)).label("rulings"),
            _rules(person).label("rules"),
        )
        .select_from(found)
        .join(Claim, Claim.id == found.c.claim_id)
        .join(Essay, Essay.id == found.c.essay_id)
        .group_by(Essay.id, Essay.slug, Essay.title)
        .order_by(Essay.id.desc())
    )
    essays = tuple(
        EssayWaits(row.slug, row.title, row.reviews, row.rulings if row.rules else 0)
        for row in rows
        if row.reviews or (row.rules and row.rulings)
    )
    return Waiting(essays, count_unseen(session, person.id, person.role))


def _rules(person: User) -> ColumnElement[bool]:
    """Whether this person rules on an essay: at the desk, or there."""
    here = select(EssayRole.id).where(
        EssayRole.essay_id == Essay.id,
        EssayRole.person_id == person.id,
        EssayRole.role == Role.EDITOR.value,
    )
    everywhere = true() if may(person.role, Deed.RULE) else false()
    return or_(everywhere, here.exists())
