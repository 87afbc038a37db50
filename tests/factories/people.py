"""People for tests, added through the desk's own action."""

from itertools import count

from sqlalchemy.orm import Session

from factcheck.actions.people import add_person
from factcheck.models import User
from factcheck.rules.permissions import Role

_numbers = count(1)


def person(
    session: Session,
    role: Role = Role.REVIEWER,
    *,
    name: str = "Robin Hale",
    email: str = "",
    password_hash: str | None = None,
) -> User:
    """Add a person; each gets an address of their own."""
    return add_person(
        session,
        actor=None,
        email=email or f"person{next(_numbers)}@example.org",
        name=name,
        role=role,
        password_hash=password_hash,
    )
