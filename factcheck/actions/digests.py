"""Digests: noted once sent, so that nobody gets one twice."""

from sqlalchemy.orm import Session

from factcheck.actions.saving import flush
from factcheck.models import User
from factcheck.models.base import now


def note_sent(session: Session, person: User) -> None:
    """Write down that a person was told just now."""
    person.digest_sent_at = now()
    flush(session)
