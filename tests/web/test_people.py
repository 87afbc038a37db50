"""Who works at the desk, and one's own profile."""

import re
import time
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.editions import publish_edition
from factcheck.models import Event, User
from factcheck.queries.people import find_person
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.visits import PASSWORD, arrive, send, sign_in
from tests.web.conftest import OpenDesk, Visit

PROFILE = {"time_zone": "UTC", "digest": "never"}
NEW = {"name": "Sunmi Cho", "email": "sunmi@example.org", "role": "reviewer"}


@pytest.fixture
def admin(visit: Visit) -> FlaskClient:
    """Return an admin's browser."""
    return visit(Role.ADMIN)


def test_everybody_is_listed(admin: FlaskClient):
    page = admin.get("/people").text
    for name in ("Robin Hale", "Ines Moreau", "Alex Ma"):
        assert name in page
    assert "(you)" in page


def test_somebody_is_added_with_a_password(admin: FlaskClient, app: Flask):
    assert send(admin, "/people", **NEW, password=PASSWORD).location == "/people"
    assert "Sunmi Cho is at the desk now." in admin.get("/people").text
    assert sign_in(app.test_client(), "sunmi@example.org", PASSWORD).location == "/"


def test_somebody_without_a_password_gets_a_link(admin: FlaskClient, app: Flask):
    send(admin, "/people", **NEW)
    page = admin.get("/people").text
    assert "No password yet" in page
    link = re.search(r"http://localhost(/password/reset/[\w.-]+)", page)[1]
    client = app.test_client()
    assert sign_in(client, "sunmi@example.org", "").status_code == 200
    fields = {"password": PASSWORD, "password_confirm": PASSWORD}
    assert send(client, link, page=link, **fields).location == "/sign-in"
    assert sign_in(client, "sunmi@example.org", PASSWORD).location == "/"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"name": " "}, "Give a name"),
        ({"email": "sunmi"}, "not an e-mail address"),
        ({"email": "ROBIN@example.org".replace("ROBIN", "Reviewer")}, "is taken"),
        ({"role": "owner"}, "Not a valid choice"),
        ({"password": "short"}, "at least 10 characters"),
    ],
)
def test_what_cannot_be_is_refused_on_its_field(
    admin: FlaskClient, session: Session, changes: dict[str, str], why: str
):
    page = send(admin, "/people", **NEW | changes)
    assert page.status_code == 422
    assert why in page.text
    assert f'id="{next(iter(changes))}-error"' in page.text
    assert len(session.scalars(select(User)).all()) == 3


def test_a_role_is_changed(
    admin: FlaskClient, session: Session, people: dict[Role, User]
):
    path = f"/people/{people[Role.REVIEWER].id}/role"
    assert send(admin, path, role="editor").location == "/people"
    assert "Robin Hale is an editor now." in admin.get("/people").text
    session.expire_all()
    assert find_person(session, "reviewer@example.org").role is Role.EDITOR
    send(admin, path, role="reviewer")
    assert "Robin Hale is a reviewer now." in admin.get("/people").text
    assert send(admin, path, role="owner").status_code == 422


def test_somebody_is_disabled_and_enabled(
    admin: FlaskClient, visit: Visit, people: dict[Role, User]
):
    reviewer = visit(Role.REVIEWER)
    person = f"/people/{people[Role.REVIEWER].id}"
    send(admin, f"{person}/active", active="no")
    assert reviewer.get("/").location == "/sign-in"
    page = admin.get("/people").text
    assert "Robin Hale is signed out and cannot sign in." in page
    assert "Disabled" in page
    assert send(admin, f"{person}/password").status_code == 422
    send(admin, f"{person}/active", active="yes")
    assert "Robin Hale can sign in again." in admin.get("/people").text
    assert sign_in(reviewer, "reviewer@example.org", PASSWORD).location == "/"


def test_nobody_disables_themselves_or_the_last_admin(
    admin: FlaskClient, people: dict[Role, User]
):
    me = f"/people/{people[Role.ADMIN].id}"
    answer = send(admin, f"{me}/active", active="no")
    assert answer.status_code == 422
    assert "You cannot disable yourself." in answer.text
    answer = send(admin, f"{me}/role", role="editor")
    assert answer.status_code == 422
    assert "the only admin left" in answer.text


def test_nobody_is_there_by_that_number(admin: FlaskClient):
    assert send(admin, "/people/99/password").status_code == 404


def test_a_link_goes_by_mail_where_there_is_a_server(
    open_desk: OpenDesk,
    people: dict[Role, User],
    monkeypatch: pytest.MonkeyPatch,
):
    sent: list[tuple[object, ...]] = []
    monkeypatch.setattr(
        "factcheck.web.people.send_reset_password_instructions", sent.append
    )
    app = open_desk(
        mail_server="mail.example.org", public_url="https://check.example.org"
    )
    client = arrive(app.test_client(), people[Role.ADMIN])
    send(client, f"/people/{people[Role.REVIEWER].id}/password")
    assert [person.email for person in sent] == ["reviewer@example.org"]
    page = client.get("/people").text
    assert "on its way to reviewer@example.org" in page
    assert "/password/reset/" not in page


def test_an_admin_who_signed_in_long_ago_says_again_who_they_are(admin: FlaskClient):
    with admin.session_transaction() as session:
        session["fs_paa"] = time.time() - 3 * 3600
        session.pop("fs_gexp", None)
    answer = admin.get("/people")
    assert answer.location == "/sign-in/again?next=/people"
    page = send(admin, "/sign-in/again", page=answer.location, password="wrong")
    assert "That is not your password." in page.text
    answer = send(
        admin, "/sign-in/again", page=answer.location, password=PASSWORD, next="/people"
    )
    assert answer.location == "/people"
    assert admin.get("/people").status_code == 200


def test_a_profile_is_ones_own_to_change(
    visit: Visit, session: Session, people: dict[Role, User]
):
    client = visit(Role.REVIEWER)
    assert "checked" in client.get("/profile").text
    send(client, "/profile", **PROFILE, name="Robin  Hale-Ray")
    session.refresh(people[Role.REVIEWER])
    assert people[Role.REVIEWER].name == "Robin Hale-Ray"
    assert people[Role.REVIEWER].single_keys is False
    page = send(client, "/profile", name=" ", single_keys="y")
    assert page.status_code == 422
    assert "Give a name" in page.text


def test_a_profile_says_where_one_is_and_what_one_has_to_declare(
    visit: Visit, session: Session, people: dict[Role, User]
):
    client, me = visit(Role.REVIEWER), people[Role.REVIEWER]
    said = {
        "name": "Robin Hale",
        "single_keys": "y",
        "time_zone": "Asia/Seoul",
        "interests": "Works for  the water board.",
        "digest": "weekly",
    }
    assert send(client, "/profile", **said).status_code == 302
    session.refresh(me)
    assert (me.time_zone, me.digest) == ("Asia/Seoul", "weekly")
    assert me.interests == "Works for the water board."
    event = session.scalars(select(Event).order_by(Event.id.desc())).first()
    assert event.kind == "person.edited"
    assert event.actor_id == me.id
    assert event.before == {"time_zone": "UTC", "interests": "", "digest": "never"}
    page = send(client, "/profile", **said | {"time_zone": "Mars/Olympus"})
    assert page.status_code == 422
    page = send(client, "/profile", **said | {"interests": "x" * 1001})
    assert "under 1000 characters" in page.text


def test_times_are_shown_where_the_reader_is(
    visit: Visit, session: Session, people: dict[Role, User]
):
    editor = people[Role.EDITOR]
    editor.time_zone = "Asia/Seoul"
    essay = essays.essay(session, actor=editor)
    made = publish_edition(session, actor=editor, essay=essay, note="")
    made.published_at = datetime(2026, 3, 3, 20, 30, tzinfo=UTC)
    session.commit()
    path = "/essays/the-river/publish"
    assert "4 March 2026, 05:30 KST" in visit(Role.EDITOR).get(path).text
    assert "3 March 2026, 20:30 UTC" in visit(Role.ADMIN).get(path).text
