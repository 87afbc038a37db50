"""Links for authors: one essay, no account, until a day or until taken back."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.essays import note_event
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError
from factcheck.models import Essay, Guest, User
from factcheck.models.base import now
from factcheck.queries.essays import essay_of
from factcheck.rules.permissions import Deed
from factcheck.translating import _

NAME_LIMIT = 200
LONGEST_DAYS = 365


@dataclass(frozen=True, slots=True)
class GuestLink:
    """A guest and the secret of their link, which is known only now."""

    guest: Guest
    secret: str


def invite_guest(
    session: Session, *, actor: User, essay: Essay, name: str, days: int
) -> GuestLink:
    """Make a link by which an author answers to proposals about this essay.

    Only a hash of its secret is kept, so that the database lets nobody in.

    Raises:
        InvalidError: no name, or a time out of range.
    """
    require_on(session, actor, essay, Deed.INVITE_AUTHOR)
    name = " ".join(name.split())
    if not name:
        raise InvalidError("name", _("Say for whom the link is."))
    if len(name) > NAME_LIMIT:
        raise InvalidError(
            "name",
            _("Keep the name under %(name_limit)s characters.", name_limit=NAME_LIMIT),
        )
    if not 1 <= days <= LONGEST_DAYS:
        raise InvalidError(
            "days",
            _(
                "Let the link work for 1 to %(longest_days)s days.",
                longest_days=LONGEST_DAYS,
            ),
        )
    secret = secrets.token_urlsafe(32)
    guest = Guest(
        essay_id=essay.id,
        secret_sha256=hashlib.sha256(secret.encode()).hexdigest(),
        name=name,
        created_by_id=actor.id,
        expires_at=now() + timedelta(days=days),
    )
    session.add(guest)
    flush(session)
    event = note_event(session, actor, essay, "guest.invited")
    event.after = {"guest": guest.id, "name": name, "days": days}
    return GuestLink(guest, secret)


def withdraw_guest(session: Session, *, actor: User, guest: Guest) -> None:
    """Let a link work no more; answers that came through it stay."""
    essay = essay_of(session, guest.essay_id)
    require_on(session, actor, essay, Deed.INVITE_AUTHOR)
    if guest.withdrawn_at is not None:
        return
    guest.withdrawn_at = now()
    flush(session)
    event = note_event(session, actor, essay, "guest.withdrawn")
    event.after = {"guest": guest.id, "name": guest.name}
