"""Whether somebody may do something on an essay: one question, asked in one place."""

from sqlalchemy.orm import Session

from factcheck.models import Essay, User
from factcheck.queries.rulings import role_on
from factcheck.rules.permissions import Deed, may, require


def require_on(session: Session, actor: User, essay: Essay, deed: Deed) -> None:
    """Let the deed pass by the person's role at the desk or on this essay.

    Raises:
        ForbiddenError: neither allows it.
    """
    if not may(actor.role, deed):
        require(role_on(session, actor, essay.id), deed)
