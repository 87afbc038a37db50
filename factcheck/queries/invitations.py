"""Invitations: the open ones, and the one that a link's secret names."""

import hashlib
from collections.abc import Iterable, Sequence

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from factcheck.errors import EndedError, NotFoundError
from factcheck.models import Essay, Invitation, User
from factcheck.models.base import now
from factcheck.translating import N_, _

USED = N_(
    "This invitation was used already: it works once. If it was you, sign in with the"
    " password you chose."
)
WITHDRAWN = N_("This invitation was taken back by the desk. Ask whoever sent it why.")
EXPIRED = N_("This invitation has run out. Ask whoever sent it for a new one.")


def fingerprint(secret: str) -> str:
    """Return what is kept of a link's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def open_invitations(session: Session) -> Sequence[Row[Invitation, str, str]]:
    """Return each invitation that still works, its essay's title and who invited."""
    return session.execute(
        select(
            Invitation,
            func.coalesce(Essay.title, "").label("essay"),
            func.coalesce(User.name, "").label("by"),
        )
        .outerjoin(Essay, Essay.id == Invitation.essay_id)
        .outerjoin(User, User.id == Invitation.invited_by_id)
        .where(
            Invitation.used_at.is_(None),
            Invitation.withdrawn_at.is_(None),
            Invitation.expires_at > now(),
        )
        .order_by(Invitation.id.desc())
    ).all()


def find_invitation(session: Session, secret: str) -> Invitation:
    """Return the invitation that a link's secret names, if it still works.

    Raises:
        NotFoundError: there is none.
        EndedError: used, taken back, or run out.
    """
    found = session.scalar(
        select(Invitation)
        .where(Invitation.secret_sha256 == fingerprint(secret))
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NotFoundError(
            _("This is no invitation of ours. Check that the whole address was copied.")
        )
    if found.used_at is not None:
        raise EndedError(_(USED))
    if found.withdrawn_at is not None:
        raise EndedError(_(WITHDRAWN))
    if found.expires_at <= now():
        raise EndedError(_(EXPIRED))
    return found


def invitation_by_id(session: Session, invitation_id: int) -> Invitation:
    """Return an invitation by id.

    Raises:
        NotFoundError: there is none.
    """
    found = session.get(Invitation, invitation_id)
    if found is None:
        raise NotFoundError(_("There is no such invitation."))
    return found


def known_addresses(session: Session, emails: Iterable[str]) -> set[str]:
    """Return which of these addresses belong to somebody here."""
    asked = list(emails)
    return set(session.scalars(select(User.email).where(User.email.in_(asked))))


def essay_titles(session: Session) -> Sequence[Row[str, str]]:
    """Return every essay's slug and title, newest first."""
    return session.execute(
        select(Essay.slug, Essay.title).order_by(Essay.id.desc())
    ).all()
