"""Roles on one essay: given and taken away."""

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.essays import note_event
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError
from factcheck.models import Essay, EssayRole, User
from factcheck.queries.essay_roles import find_essay_role
from factcheck.rules.permissions import Deed, Role
from factcheck.translating import _


def give_essay_role(
    session: Session, *, actor: User, essay: Essay, person: User, role: Role
) -> EssayRole:
    """Give a person a role on an essay, instead of the one they have there.

    Raises:
        InvalidError: the role is the desk's only, or the person is disabled.
        StaleError: somebody gave them one at the same moment.
    """
    require_on(session, actor, essay, Deed.INVITE)
    if role is Role.ADMIN:
        raise InvalidError("role", _("On an essay one is a reviewer or an editor."))
    if not person.active:
        raise InvalidError(
            "person", _("%(name)s is disabled; enable them first.", name=person.name)
        )
    found = find_essay_role(session, essay, person)
    before = found.role if found else None
    if found is None:
        found = EssayRole(essay_id=essay.id, person_id=person.id)
        session.add(found)
    found.role = role.value
    flush(session)
    if before != role.value:
        _note(session, actor, essay, person, before, role.value)
    return found


def take_essay_role(
    session: Session, *, actor: User, essay: Essay, person: User
) -> None:
    """Take a person's role on an essay away; what they did there is kept."""
    require_on(session, actor, essay, Deed.INVITE)
    found = find_essay_role(session, essay, person)
    if found is None:
        return
    session.delete(found)
    flush(session)
    _note(session, actor, essay, person, found.role, None)


def _note(
    session: Session,
    actor: User,
    essay: Essay,
    person: User,
    before: str | None,
    after: str | None,
) -> None:
    kind = "essay_role.given" if after else "essay_role.taken"
    event = note_event(session, actor, essay, kind)
    event.before = {"role": before}
    event.after = {"person": person.id, "name": person.name, "role": after}
