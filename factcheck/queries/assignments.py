"""Who has which claim, and which claims wait for a person."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from factcheck.models import (
    Anchor,
    Assignment,
    Claim,
    Essay,
    EssayRole,
    Review,
    Role,
    Sentence,
    User,
)
from factcheck.models.base import now
from factcheck.queries.settled import outcomes
from factcheck.rules.settling import Settlement


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody's hold on a claim: "assigned", "taken" or "given"."""

    person_id: int
    name: str
    how: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class ClaimHeld:
    """A claim with everybody who has it."""

    claim_id: int
    number: int
    sentence: int
    quote: str
    settlement: str
    held: tuple[Held, ...]


def in_force(at: datetime) -> ColumnElement[bool]:
    """Whether an assignment holds: not ended, and not run out."""
    return and_(
        Assignment.ended_at.is_(None),
        or_(Assignment.until.is_(None), Assignment.until > at),
    )


def claims_held(session: Session, essay: Essay, version_id: int) -> list[ClaimHeld]:
    """Return an essay's live claims in reading order, and who has each."""
    found = outcomes(Claim.essay_id == essay.id)
    rows = session.execute(
        select(
            Claim.id,
            Claim.number,
            Sentence.position,
            Anchor.quote,
            found.c.settlement,
        )
        .join(found, found.c.claim_id == Claim.id)
        .join(Anchor, and_(Anchor.claim_id == Claim.id))
        .join(Sentence, Sentence.id == Anchor.sentence_id)
        .where(Anchor.version_id == version_id)
        .order_by(Anchor.start, Claim.number)
    ).all()
    held = _holders(session, essay.id)
    return [
        ClaimHeld(claim_id, number, position, quote, settlement, tuple(held[claim_id]))
        for claim_id, number, position, quote, settlement in rows
    ]


def waiting_for(viewer_id: int, at: datetime) -> ColumnElement[bool]:
    """Whether a claim that needs reviews waits for this person.

    It does when it is assigned to them; or when it is anybody's: fewer people have it
    or gave a review than it needs. For use on Claim and Essay.
    """
    gave = exists().where(
        Review.claim_id == Claim.id,
        Review.reviewer_id == viewer_id,
        Review.given_at.is_not(None),
    )
    mine = exists().where(
        Assignment.claim_id == Claim.id,
        Assignment.person_id == viewer_id,
        in_force(at),
    )
    given = (
        select(func.count())
        .where(Review.claim_id == Claim.id, Review.given_at.is_not(None))
        .correlate(Claim)
        .scalar_subquery()
    )
    others = (
        select(func.count())
        .where(
            Assignment.claim_id == Claim.id,
            in_force(at),
            ~exists().where(
                Review.claim_id == Assignment.claim_id,
                Review.reviewer_id == Assignment.person_id,
                Review.given_at.is_not(None),
            ),
        )
        .correlate(Claim)
        .scalar_subquery()
    )
    return and_(~gave, or_(mine, given + others < Essay.reviews_needed))


def next_for(session: Session, essay: Essay, version_id: int, viewer_id: int) -> int:
    """Return the number of the next claim for a person, theirs first; 0 for none."""
    at = now()
    found = outcomes(Claim.essay_id == essay.id)
    mine = exists().where(
        Assignment.claim_id == Claim.id,
        Assignment.person_id == viewer_id,
        in_force(at),
    )
    return (
        session.scalar(
            select(Claim.number)
            .join(found, found.c.claim_id == Claim.id)
            .join(Essay, Essay.id == Claim.essay_id)
            .join(Anchor, Anchor.claim_id == Claim.id)
            .where(
                Anchor.version_id == version_id,
                found.c.settlement == Settlement.WAITING.value,
                waiting_for(viewer_id, at),
            )
            .order_by(mine.desc(), Anchor.start, Claim.number)
            .limit(1)
        )
        or 0
    )


def assignments_on(
    session: Session, claim_ids: Collection[int]
) -> dict[tuple[int, int], Assignment]:
    """Return assignments on claims, in force or not, by claim and person."""
    rows = session.scalars(select(Assignment).where(Assignment.claim_id.in_(claim_ids)))
    return {(row.claim_id, row.person_id): row for row in rows}


def reviewers_of(session: Session, essay: Essay) -> Sequence[User]:
    """Return the active people who may review an essay, by name."""
    at_desk = User.roles.any(Role.name.in_(("reviewer", "editor", "admin")))
    here = exists().where(
        EssayRole.person_id == User.id, EssayRole.essay_id == essay.id
    )
    return session.scalars(
        select(User).where(User.active, or_(at_desk, here)).order_by(User.name, User.id)
    ).all()


def _holders(session: Session, essay_id: int) -> defaultdict[int, list[Held]]:
    held: defaultdict[int, list[Held]] = defaultdict(list)
    given = session.execute(
        select(Review.claim_id, User.id, User.name)
        .join(User, User.id == Review.reviewer_id)
        .join(Claim, Claim.id == Review.claim_id)
        .where(Claim.essay_id == essay_id, Review.given_at.is_not(None))
        .order_by(User.name, User.id)
    )
    gave = set()
    for claim_id, person_id, name in given:
        gave.add((claim_id, person_id))
        held[claim_id].append(Held(person_id, name, "given"))
    assigned = session.execute(
        select(
            Assignment.claim_id, User.id, User.name, Assignment.kind, Assignment.until
        )
        .join(User, User.id == Assignment.person_id)
        .join(Claim, Claim.id == Assignment.claim_id)
        .where(Claim.essay_id == essay_id, in_force(now()))
        .order_by(User.name, User.id)
    )
    for claim_id, person_id, name, kind, until in assigned:
        if (claim_id, person_id) not in gave:
            held[claim_id].append(Held(person_id, name, kind, until))
    return held
