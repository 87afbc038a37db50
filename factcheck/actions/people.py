"""People: added, given a role, disabled; never deleted."""

import secrets

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from factcheck.actions.noting import note_desk
from factcheck.actions.saving import flush
from factcheck.actions.tokens import revoke_all
from factcheck.errors import InvalidError
from factcheck.models import Role, User
from factcheck.queries.people import count_active
from factcheck.rules.people import (
    Profile,
    check_digest,
    check_email,
    check_interests,
    check_language,
    check_name,
    check_time_zone,
)
from factcheck.rules.permissions import Deed, require
from factcheck.rules.permissions import Role as DeskRole
from factcheck.translating import N_, _

PEOPLE_LAST_ADMIN = N_(
    "This is the only admin left; the desk needs one. Make somebody else an admin"
    " first."
)


def add_person(
    session: Session,
    *,
    actor: User | None,
    email: str,
    name: str,
    role: DeskRole,
    password_hash: str | None,
) -> User:
    """Add a person who can sign in.

    Args:
        session: the database session.
        actor: an admin; None for the machine's own administrator.
        email: what the person signs in with.
        name: printed beside their reviews.
        role: their role at the desk.
        password_hash: as Flask-Security made it, or None until they set one.

    Raises:
        InvalidError: not an address, no name, or the address is taken.
    """
    _require(actor)
    person = new_person(session, email, name, role, password_hash)
    note_person(session, actor, "person.added", person)
    return person


def new_person(
    session: Session, email: str, name: str, role: DeskRole, password_hash: str | None
) -> User:
    """Store a person; the caller says who may, and notes it.

    Raises:
        InvalidError: not an address, no name, or the address is taken.
    """
    person = User(
        email=check_email(email),
        name=check_name(name),
        password=password_hash,
        active=True,
        fs_uniquifier=secrets.token_hex(32),
        roles=[_role(session, role)],
    )
    try:
        with session.begin_nested():
            session.add(person)
    except IntegrityError as error:
        raise InvalidError(
            "email", _("%(email)s is taken; nobody was added.", email=email)
        ) from error
    return person


def set_role(
    session: Session, *, actor: User | None, person: User, role: DeskRole
) -> User:
    """Give a person another role.

    Raises:
        InvalidError: it would leave the desk without an admin.
    """
    _require(actor)
    if person.role is not role:
        _keep_an_admin(session, person)
        person.roles = [_role(session, role)]
        note_person(session, actor, "person.edited", person)
        flush(session)
    return person


def set_active(
    session: Session, *, actor: User | None, person: User, active: bool
) -> User:
    """Disable a person, or let them in again; what they did is kept.

    Their sessions end at once, and their tokens for good.

    Raises:
        InvalidError: it would leave the desk without an admin.
    """
    _require(actor)
    if person.active != active:
        if not active:
            _keep_an_admin(session, person)
            revoke_all(session, actor=actor, person=person)
        person.active = active
        person.fs_uniquifier = secrets.token_hex(32)
        note_person(session, actor, "person.edited", person)
        flush(session)
    return person


def set_password(
    session: Session, *, actor: User | None, person: User, password_hash: str
) -> User:
    """Replace a person's password and end their sessions."""
    _require(actor)
    person.password = password_hash
    person.fs_uniquifier = secrets.token_hex(32)
    note_person(session, actor, "person.edited", person)
    flush(session)
    return person


def edit_profile(session: Session, *, actor: User, profile: Profile) -> User:
    """Change what a person says of themselves.

    Raises:
        InvalidError: no name, or a time zone, digest or interests that cannot be.
    """
    wanted = {
        "name": check_name(profile.name),
        "single_keys": profile.single_keys,
        "time_zone": check_time_zone(profile.time_zone),
        "language": check_language(profile.language),
        "interests": check_interests(profile.interests),
        "digest": check_digest(profile.digest).value,
    }
    before = {key: getattr(actor, key) for key in wanted}
    changed = [key for key in wanted if wanted[key] != before[key]]
    for key in changed:
        setattr(actor, key, wanted[key])
    if changed:
        note_desk(
            session,
            actor,
            "person.edited",
            {"person": actor.id} | {key: wanted[key] for key in changed},
            {key: before[key] for key in changed},
        )
    flush(session)
    return actor


def _require(actor: User | None) -> None:
    if actor is not None:
        require(actor.role, Deed.MANAGE_PEOPLE)


def _keep_an_admin(session: Session, person: User) -> None:
    is_admin = person.active and person.role is DeskRole.ADMIN
    if is_admin and count_active(session, DeskRole.ADMIN) < 2:
        raise InvalidError("role", _(PEOPLE_LAST_ADMIN))


def _role(session: Session, role: DeskRole) -> Role:
    found = session.scalar(select(Role).where(Role.name == role.value))
    if found is None:
        found = Role(name=role.value)
        session.add(found)
    return found


def note_person(session: Session, actor: User | None, kind: str, person: User) -> None:
    """Write down what a person is now, and who made it so."""
    now_is = {"person": person.id, "role": person.role, "active": person.active}
    note_desk(session, actor, kind, now_is)
