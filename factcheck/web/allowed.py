"""What whoever is at the door may do on one essay: at the desk, or on it alone."""

from typing import TYPE_CHECKING

from factcheck.database import db
from factcheck.queries.rulings import role_on
from factcheck.rules import permissions
from factcheck.rules.permissions import Deed, Role
from factcheck.web.security import current_person, viewer

if TYPE_CHECKING:
    from factcheck.models import Essay


def role_here(essay: "Essay") -> Role:
    """Return the signed-in person's role on an essay.

    Raises:
        ForbiddenError: they have none, at the desk or here.
    """
    seen = viewer()
    if seen is not None and seen.may(Deed.RULE) and seen.role is not None:
        return seen.role
    role = role_on(db.session, current_person(), essay.id)
    permissions.require(role, Deed.READ_DESK)
    return role or Role.REVIEWER


def may_on(essay: "Essay", deed: Deed) -> bool:
    """Say whether whoever is here may do this on an essay."""
    return permissions.may(role_here(essay), deed)


def require_on_essay(essay: "Essay", deed: Deed) -> None:
    """Let the signed-in person do this on an essay.

    Raises:
        ForbiddenError: neither their role at the desk nor the one here allows it.
    """
    permissions.require(role_here(essay), deed)
