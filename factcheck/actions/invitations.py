"""Invitations: made, taken back, and accepted once."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from factcheck.actions.noting import note_desk
from factcheck.actions.people import new_person, note_person
from factcheck.actions.saving import flush
from factcheck.errors import EndedError, InvalidError
from factcheck.models import Essay, EssayRole, Invitation, User
from factcheck.models.base import now
from factcheck.queries.invitations import (
    find_invitation,
    fingerprint,
    known_addresses,
)
from factcheck.rules.invitations import (
    DAYS,
    Invitee,
    check_days,
    refuse_lines,
    require_invite,
)
from factcheck.rules.permissions import Deed, Role, require
from factcheck.translating import N_, _

HERE_ALREADY = N_(
    "There is an account with the invited address by now. Sign in with it, or ask for"
    " a new password."
)


@dataclass(frozen=True, slots=True)
class InvitationLink:
    """An invitation and the secret of its link, which is known only now."""

    invitation: Invitation
    secret: str


def invite(  # noqa: PLR0913  (whom, as what, for how long)
    session: Session,
    *,
    actor: User | None,
    invitees: Sequence[Invitee],
    role: Role,
    days: int = DAYS,
    essay: Essay | None = None,
    field: str = "addresses",
) -> list[InvitationLink]:
    """Invite everybody on a list, or nobody.

    An open invitation to the same address is replaced. For one essay, the role is
    theirs on it, and at the desk they are a reviewer.

    Args:
        session: the database session.
        actor: an admin, or an editor who invites reviewers; None for the machine's.
        invitees: whom.
        role: at the desk or, with an essay, on it.
        days: how long the links work.
        essay: the essay the role is for, if for one.
        field: where the list was typed, for refusals.

    Raises:
        InvalidError: somebody on the list is here already, or the days are odd.
    """
    if essay is not None and role is Role.ADMIN:
        raise InvalidError("role", _("On an essay one is a reviewer or an editor."))
    if actor is not None:
        require_invite(actor.role, role if essay is None else Role.REVIEWER)
    until = now() + timedelta(days=check_days(days))
    known = known_addresses(session, (invitee.email for invitee in invitees))
    refuse_lines(
        field,
        [
            (i.line, _("%(email)s is here already.", email=i.email))
            for i in invitees
            if i.email in known
        ],
    )
    _replace(session, [invitee.email for invitee in invitees])
    made = []
    for invitee in invitees:
        secret = secrets.token_urlsafe(32)
        invitation = Invitation(
            secret_sha256=fingerprint(secret),
            email=invitee.email,
            name=invitee.name,
            role=role.value,
            essay_id=essay.id if essay else None,
            invited_by_id=actor.id if actor else None,
            expires_at=until,
        )
        session.add(invitation)
        made.append(InvitationLink(invitation, secret))
    flush(session)
    for link in made:
        _note(session, actor, "invitation.made", link.invitation)
    return made


def withdraw_invitation(
    session: Session, *, actor: User | None, invitation: Invitation
) -> None:
    """Let an invitation work no more.

    Raises:
        EndedError: somebody accepted it first.
    """
    if actor is not None:
        require(actor.role, Deed.INVITE)
        whose = Role.REVIEWER if invitation.essay_id else Role(invitation.role)
        require_invite(actor.role, whose)
    if invitation.withdrawn_at is not None or invitation.used_at is not None:
        return
    invitation.withdrawn_at = now()
    flush(session)
    _note(session, actor, "invitation.withdrawn", invitation)


def accept_invitation(
    session: Session, *, secret: str, name: str, password_hash: str
) -> User:
    """Make the invited person's account; of two at once, one comes in.

    Raises:
        NotFoundError: no invitation has this secret.
        EndedError: it was used, taken back, has run out, or the address has an
            account by now.
        InvalidError: no name.
    """
    _take_turn(session, secret)
    invitation = find_invitation(session, secret)
    role = Role(invitation.role)
    at_desk = Role.REVIEWER if invitation.essay_id else role
    if known_addresses(session, [invitation.email]):
        raise EndedError(_(HERE_ALREADY))
    person = new_person(session, invitation.email, name, at_desk, password_hash)
    invitation.used_at, invitation.used_by_id = now(), person.id
    if invitation.essay_id is not None:
        session.add(
            EssayRole(
                essay_id=invitation.essay_id, person_id=person.id, role=role.value
            )
        )
    flush(session)
    note_person(session, person, "person.joined", person)
    return person


def _take_turn(session: Session, secret: str) -> None:
    """Hold the invitation's row: whoever comes second then reads it as used."""
    session.execute(
        update(Invitation)
        .where(Invitation.secret_sha256 == fingerprint(secret))
        .values(secret_sha256=Invitation.secret_sha256)
        .execution_options(synchronize_session=False)
    )


def _replace(session: Session, emails: Sequence[str]) -> None:
    session.execute(
        update(Invitation)
        .where(
            Invitation.email.in_(emails),
            Invitation.used_at.is_(None),
            Invitation.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=now())
        .execution_options(synchronize_session=False)
    )


def _note(
    session: Session, actor: User | None, kind: str, invitation: Invitation
) -> None:
    about = {"invitation": invitation.id, "email": invitation.email}
    note_desk(session, actor, kind, about | {"role": invitation.role})
