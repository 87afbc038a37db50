"""Who reads the talk about claims, and whether they may: asked once for a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Claim, Essay, EssayRole, Review, Ruling, User
from factcheck.models.base import now
from factcheck.rules.permissions import Role, higher, may_see_talk


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides whether talk about a claim is still blind.

    Attributes:
        complete: the claim needs no more reviews.
        reveal_at: the essay's day of reveal, if it has one.
    """

    essay_id: int
    complete: bool
    reveal_at: datetime | None


@dataclass(frozen=True, slots=True)
class Onlooker:
    """A person with their roles, at the desk and on essays."""

    id: int
    role: Role | None
    roles: Mapping[int, Role]

    def sees(self, setting: Setting, author_id: int | None) -> bool:
        """Say whether they may read what its author said, or count it."""
        role = higher(self.role, self.roles.get(setting.essay_id))
        day = setting.reveal_at
        return role is not None and may_see_talk(
            viewer_id=self.id,
            role=role,
            author_id=author_id,
            settled=setting.complete,
            revealed=day is None or day <= now(),
        )


def onlooker(session: Session, person: User) -> Onlooker:
    """Return a person as one who reads talk."""
    return onlooker_of(session, person.id, person.role)


def onlooker_of(session: Session, person_id: int, role: Role | None) -> Onlooker:
    """Return who has this id and this role at the desk as one who reads talk."""
    rows = session.execute(
        select(EssayRole.essay_id, EssayRole.role).where(
            EssayRole.person_id == person_id
        )
    )
    return Onlooker(person_id, role, {essay_id: Role(on) for essay_id, on in rows})


def complete() -> ColumnElement[bool]:
    """Whether the outer query's Claim, joined to its Essay, needs no more reviews."""
    given = (
        select(func.count())
        .select_from(Review)
        .where(Review.claim_id == Claim.id, Review.given_at.is_not(None))
        .correlate(Claim)
        .scalar_subquery()
    )
    ruled = (
        select(Ruling.id)
        .where(Ruling.claim_id == Claim.id, Ruling.replaced_at.is_(None))
        .correlate(Claim)
        .exists()
    )
    return or_(given >= Essay.reviews_needed, ruled)
