"""Rulings in force, and the editor's queue."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from factcheck.models import EssayRole, Review, Ruling, User
from factcheck.rules.permissions import Role, higher


def ruling_in_force(session: Session, claim_id: int) -> Ruling | None:
    """Return the claim's last ruling, reopened or not, with verdict and editor."""
    return session.scalar(
        select(Ruling)
        .where(Ruling.claim_id == claim_id, Ruling.replaced_at.is_(None))
        .options(joinedload(Ruling.verdict), joinedload(Ruling.ruled_by))
    )


def given_reviews(session: Session, claim_id: int) -> Sequence[Review]:
    """Return a claim's given reviews with verdict and reviewer, oldest first."""
    return session.scalars(
        select(Review)
        .where(Review.claim_id == claim_id, Review.given_at.is_not(None))
        .options(joinedload(Review.verdict), joinedload(Review.reviewer))
        .order_by(Review.given_at, Review.id)
    ).all()


def role_on(session: Session, person: User, essay_id: int) -> Role | None:
    """Return a person's role on an essay: the desk's, or a higher one there."""
    found = session.scalar(
        select(EssayRole.role).where(
            EssayRole.essay_id == essay_id, EssayRole.person_id == person.id
        )
    )
    return higher(person.role, Role(found) if found else None)
