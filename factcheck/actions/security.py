"""Second factors: required of everybody, set up, and taken back when lost."""

import secrets

from sqlalchemy.orm import Session

from factcheck.actions.noting import note_desk
from factcheck.actions.people import note_person
from factcheck.actions.saving import flush
from factcheck.models import DeskSetting, User
from factcheck.queries.settings import TWO_FACTOR, YES, two_factor_required
from factcheck.rules.permissions import Deed, require


def require_two_factor(session: Session, *, actor: User | None, required: bool) -> None:
    """Require a second factor of everybody, or let each person choose."""
    if actor is not None:
        require(actor.role, Deed.MANAGE_PEOPLE)
    before = two_factor_required(session)
    if before == required:
        return
    session.merge(DeskSetting(key=TWO_FACTOR, value=YES if required else "no"))
    was, now_is = {TWO_FACTOR: before}, {TWO_FACTOR: required}
    note_desk(session, actor, "desk.edited", now_is, was)
    flush(session)


def reset_two_factor(session: Session, *, actor: User | None, person: User) -> None:
    """Forget a person's authenticator, recovery codes and passkeys; end sessions.

    For somebody who lost what they signed in with: their password is enough again.
    """
    if actor is not None:
        require(actor.role, Deed.MANAGE_PEOPLE)
    person.tf_primary_method = person.tf_totp_secret = None
    person.mf_recovery_codes = None
    for passkey in list(person.webauthn):
        session.delete(passkey)
    person.fs_uniquifier = secrets.token_hex(32)
    note_person(session, actor, "person.two_factor_reset", person)
    flush(session)


def note_factor(session: Session, person: User, kind: str, name: str = "") -> None:
    """Write down that a person changed how they sign in; never the secret itself."""
    about = {"person": person.id} | ({"name": name} if name else {})
    note_desk(session, person, kind, about)
    flush(session)
