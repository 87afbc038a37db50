"""For whom a page of an essay is made, and what they may know there."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from factcheck.models import Essay, User
from factcheck.models.base import now
from factcheck.queries.rulings import role_on
from factcheck.rules.permissions import Role, sees_outcomes


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person looking at one essay.

    Attributes:
        role: theirs at the desk, or a higher one on this essay.
        revealed: whether they may know what reviews led to.
    """

    id: int
    role: Role
    revealed: bool = True


def viewer_of(session: Session, person: User, essay: Essay) -> Viewer:
    """Return what a person is on an essay, now."""
    role = role_on(session, person, essay.id) or Role.REVIEWER
    return Viewer(person.id, role, sees_outcomes(role, essay.reveal_at, now()))
