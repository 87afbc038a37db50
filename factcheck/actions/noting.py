"""Events about the desk itself: no essay's, so nothing of a blind review is in them."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from factcheck.models import Event, User


def note_desk(
    session: Session,
    actor: User | None,
    kind: str,
    after: Mapping[str, Any],
    before: Mapping[str, Any] | None = None,
) -> None:
    """Write down what somebody did at the desk.

    Args:
        session: the database session.
        actor: who did it; None for the machine's own administrator.
        kind: of the event.
        after: what it is about, and what is so now.
        before: what was so.
    """
    session.add(
        Event(
            kind=kind,
            actor_id=actor.id if actor else None,
            before=dict(before or {}),
            after=dict(after),
        )
    )
