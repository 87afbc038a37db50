"""Invitations: only a fingerprint is kept, and each lets one person in, once."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.actions.invitations import (
    InvitationLink,
    accept_invitation,
    invite,
    withdraw_invitation,
)
from factcheck.errors import EndedError, InvalidError, NotFoundError
from factcheck.models import Essay, EssayRole, Event, Invitation, User
from factcheck.models.base import now
from factcheck.queries.invitations import open_invitations
from factcheck.queries.rulings import role_on
from factcheck.rules.invitations import Invitee
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person

SUNMI = Invitee("sunmi@example.org", "Sunmi Cho")


@pytest.fixture
def admin(session: Session) -> User:
    return person(session, Role.ADMIN)


def one(session: Session, admin: User, **more: object) -> InvitationLink:
    values = {"actor": admin, "invitees": [SUNMI], "role": Role.REVIEWER} | more
    (link,) = invite(session, **values)
    session.commit()
    return link


def accept(session: Session, secret: str) -> User:
    return accept_invitation(session, secret=secret, name="Sun", password_hash="h")


def test_only_a_fingerprint_of_the_secret_is_kept(session: Session, admin: User):
    link = one(session, admin)
    row = session.execute(select(Invitation.__table__)).mappings().one()
    assert link.secret not in repr(dict(row))
    assert len(row["secret_sha256"]) == 64


def test_whoever_accepts_has_the_role_and_the_link_is_used(
    session: Session, admin: User
):
    link = one(session, admin, role=Role.EDITOR)
    joined = accept(session, link.secret)
    assert (joined.email, joined.name, joined.role) == (SUNMI.email, "Sun", Role.EDITOR)
    assert link.invitation.used_by_id == joined.id
    assert open_invitations(session) == []
    with pytest.raises(EndedError, match="used already"):
        accept(session, link.secret)
    kinds = session.scalars(select(Event.kind).order_by(Event.id)).all()
    assert kinds[-2:] == ["invitation.made", "person.joined"]


def test_for_one_essay_the_role_holds_there_alone(session: Session, admin: User):
    essay = essays.essay(session, actor=admin)
    link = one(session, admin, role=Role.EDITOR, essay=essay)
    joined = accept(session, link.secret)
    other = essays.essay(session, actor=admin, title="Another")
    assert joined.role is Role.REVIEWER
    assert role_on(session, joined, essay.id) is Role.EDITOR
    assert role_on(session, joined, other.id) is Role.REVIEWER
    assert session.scalars(select(EssayRole)).one().person_id == joined.id


def test_on_an_essay_nobody_is_admin(session: Session, admin: User):
    essay: Essay = essays.essay(session, actor=admin)
    with pytest.raises(InvalidError):
        one(session, admin, role=Role.ADMIN, essay=essay)


def test_withdrawn_run_out_and_unknown_links_let_nobody_in(
    session: Session, admin: User
):
    link = one(session, admin)
    withdraw_invitation(session, actor=admin, invitation=link.invitation)
    with pytest.raises(EndedError, match="taken back"):
        accept(session, link.secret)
    late = one(session, admin)
    late.invitation.expires_at = now() - timedelta(seconds=1)
    session.flush()
    with pytest.raises(EndedError, match="run out"):
        accept(session, late.secret)
    with pytest.raises(NotFoundError):
        accept(session, "guessed")
    assert session.scalars(select(User)).all() == [admin]


def test_a_newer_invitation_replaces_the_open_one(session: Session, admin: User):
    first, second = one(session, admin), one(session, admin)
    with pytest.raises(EndedError, match="taken back"):
        accept(session, first.secret)
    accept(session, second.secret)


def test_somebody_who_is_here_is_not_invited_nor_anybody_else(
    session: Session, admin: User
):
    here = Invitee(admin.email, line=2)
    with pytest.raises(InvalidError, match=f"Line 2: {admin.email} is here already"):
        one(session, admin, invitees=[SUNMI, here])
    assert session.scalars(select(Invitation)).all() == []


def test_of_two_who_accept_at_once_one_comes_in(
    session: Session, admin: User, database_url: str
):
    link = one(session, admin)
    engine = database.open_engine(database_url)
    start, outcomes = threading.Barrier(2), []

    def run() -> None:
        with Session(engine) as mine:
            start.wait()
            try:
                accept(mine, link.secret)
                mine.commit()
                outcomes.append("in")
            except EndedError as error:
                mine.rollback()
                outcomes.append(error.message)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    engine.dispose()
    assert sorted(outcomes)[1] == "in"
    assert "used already" in min(outcomes)
    session.expire_all()
    found = select(User).where(User.email == SUNMI.email)
    assert len(session.scalars(found).all()) == 1
