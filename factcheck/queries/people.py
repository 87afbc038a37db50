"""People of the desk."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from factcheck.errors import NotFoundError
from factcheck.models import Role, User

IMPORTED = "@imported.invalid"


def find_person(session: Session, email: str) -> User:
    """Return a person by e-mail address, whatever its case.

    Raises:
        NotFoundError: nobody has this address.
    """
    person = session.scalar(
        select(User)
        .options(selectinload(User.roles))
        .where(func.lower(User.email) == email.strip().lower())
    )
    if person is None:
        raise NotFoundError(f"Nobody here has the address {email}.")
    return person


def person_by_id(session: Session, person_id: int) -> User:
    """Return a person by id.

    Raises:
        NotFoundError: nobody has this id.
    """
    person = session.scalar(
        select(User).options(selectinload(User.roles)).where(User.id == person_id)
    )
    if person is None:
        raise NotFoundError("There is no such person.")
    return person


def list_people(session: Session) -> Sequence[User]:
    """Return everybody who can or could sign in, by name."""
    return session.scalars(
        select(User)
        .options(selectinload(User.roles))
        .where(User.email.not_like(f"%{IMPORTED}"))
        .order_by(User.name, User.id)
    ).all()


def count_active(session: Session, role: str) -> int:
    """Return how many active people have a role."""
    return (
        session.scalar(
            select(func.count())
            .select_from(User)
            .join(User.roles)
            .where(User.active, Role.name == role)
        )
        or 0
    )
