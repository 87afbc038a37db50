"""Who has a role on one essay, above theirs at the desk."""

from collections.abc import Sequence

from sqlalchemy import Row, select
from sqlalchemy.orm import Session, selectinload

from factcheck.models import Essay, EssayRole, User


def essay_roles(session: Session, essay: Essay) -> Sequence[Row[User, str]]:
    """Return each person with a role on this essay, and that role, by name."""
    return session.execute(
        select(User, EssayRole.role)
        .join(EssayRole, EssayRole.person_id == User.id)
        .options(selectinload(User.roles))
        .where(EssayRole.essay_id == essay.id)
        .order_by(User.name, User.id)
    ).all()


def find_essay_role(session: Session, essay: Essay, person: User) -> EssayRole | None:
    """Return a person's role on an essay, if they have one there."""
    return session.scalar(
        select(EssayRole).where(
            EssayRole.essay_id == essay.id, EssayRole.person_id == person.id
        )
    )
