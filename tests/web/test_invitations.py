"""Inviting people, and coming in by a link."""

import io
import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Invitation, User
from factcheck.models.base import now
from factcheck.rules.permissions import Role
from factcheck.web.mail import Letter
from tests.factories import essays
from tests.factories.visits import PASSWORD, arrive, send, sign_in
from tests.web.conftest import OpenDesk, Visit

FORM = {"role": "reviewer", "essay": "", "days": "14"}
LINK = re.compile(r"http://localhost(/join/[\w-]{43})<")


@pytest.fixture
def admin(visit: Visit) -> FlaskClient:
    return visit(Role.ADMIN)


def invite(client: FlaskClient, **fields: object) -> list[str]:
    page = send(client, "/invitations", **(FORM | fields))
    assert page.status_code == 200, page.text
    return LINK.findall(page.text)


def test_many_are_invited_at_once_and_the_links_are_shown_once(admin: FlaskClient):
    text = "Sunmi Cho <sunmi@example.org>\nro@example.org\n"
    assert len(set(invite(admin, addresses=text))) == 2
    page = admin.get("/invitations").text
    assert LINK.findall(page) == []
    assert "Sunmi Cho" in page
    assert "ro@example.org" in page


def test_a_class_is_invited_by_a_roster(admin: FlaskClient):
    roster = "name,email\nSunmi,sunmi@example.org\nRo,ro@example.org\n"
    assert len(invite(admin, roster=roster)) == 2
    file = (io.BytesIO("Zoë;zoe@example.org".encode("cp1252")), "class.csv")
    assert len(invite(admin, file=file)) == 1
    assert "Zoë" in admin.get("/invitations").text


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"addresses": "a@example.org\nnobody"}, "Line 2:"),
        ({"addresses": ""}, "Name at least one person"),
        ({"addresses": "reviewer@example.org"}, "is here already"),
        ({"roster": "name,email\nA,nobody"}, "Line 2:"),
        ({"addresses": "a@example.org", "roster": "A,b@example.org"}, "one list at"),
        ({"addresses": "a@example.org", "days": "0"}, "1 to 90 days"),
        ({"addresses": "a@example.org", "essay": "nowhere"}, "valid choice"),
    ],
)
def test_what_cannot_be_read_invites_nobody(
    admin: FlaskClient, session: Session, fields: dict[str, object], why: str
):
    page = send(admin, "/invitations", **(FORM | fields))
    assert page.status_code == 422
    assert why in page.text
    assert session.scalars(select(Invitation)).all() == []


def test_a_file_that_is_no_roster_invites_nobody(admin: FlaskClient):
    for data, why in ((b"%PDF-1.4", "a PDF"), (b"a,nobody", "Line 1:")):
        fields = FORM | {"file": (io.BytesIO(data), "class.csv")}
        page = send(admin, "/invitations", **fields)
        assert page.status_code == 422
        assert why in page.text


def test_an_editor_invites_reviewers_only(visit: Visit):
    editor = visit(Role.EDITOR)
    assert len(invite(editor, addresses="a@example.org")) == 1
    page = send(
        editor, "/invitations", **(FORM | {"addresses": "b@e.org", "role": "editor"})
    )
    assert page.status_code == 422
    assert "Not a valid choice" in page.text


def test_whoever_is_invited_joins_and_is_signed_in(admin: FlaskClient, app: Flask):
    (link,) = invite(admin, addresses="Sunmi Cho <sunmi@example.org>")
    client = app.test_client()
    page = client.get(link)
    assert 'value="Sunmi Cho"' in page.text
    assert page.headers["Cache-Control"] == "private, no-store"
    refused = send(client, link, page=link, name="Sunmi Cho", password="short")
    assert refused.status_code == 422
    assert "at least 10 characters" in refused.text
    answer = send(client, link, page=link, name="Sun Cho", password=PASSWORD)
    assert answer.status_code == 303
    assert "Welcome, Sun Cho." in client.get("/").text
    assert sign_in(app.test_client(), "sunmi@example.org", PASSWORD).location == "/"


def test_a_link_used_twice_says_so(admin: FlaskClient, app: Flask):
    (link,) = invite(admin, addresses="sunmi@example.org")
    first, second = app.test_client(), app.test_client()
    second.get(link)
    fields = {"page": link, "name": "Sun", "password": PASSWORD}
    assert send(first, link, **fields).status_code == 303
    again = send(second, link, **(fields | {"page": "/sign-in"}))
    assert again.status_code == 410
    assert "used already" in again.text
    assert second.get(link).status_code == 410


def test_whoever_was_added_meanwhile_is_sent_to_sign_in(admin: FlaskClient, app: Flask):
    (link,) = invite(admin, addresses="sunmi@example.org")
    new = {"name": "Sunmi", "email": "sunmi@example.org", "role": "reviewer"}
    send(admin, "/people", **new, password=PASSWORD)
    client = app.test_client()
    answer = send(client, link, page=link, name="Sun", password="another password")
    assert answer.status_code == 410
    assert "There is an account with the invited address" in answer.text
    assert client.get("/").location == "/sign-in"


def test_withdrawn_run_out_and_mistyped_links_say_so(
    admin: FlaskClient, client: FlaskClient, session: Session
):
    first, second = invite(admin, addresses="a@example.org\nb@example.org")
    found = session.scalars(select(Invitation).order_by(Invitation.id)).all()
    assert send(admin, f"/invitations/{found[0].id}/withdraw").status_code == 302
    found[1].expires_at = now() - timedelta(days=1)
    session.commit()
    for link, status, said in (
        (first, 410, "taken back"),
        (second, 410, "run out"),
        ("/join/nothing", 404, "no invitation of ours"),
    ):
        page = client.get(link)
        assert page.status_code == status
        assert said in page.text
    assert "None is open." in admin.get("/invitations").text


def test_an_editor_does_not_withdraw_an_admins_invitation(
    admin: FlaskClient, visit: Visit, session: Session
):
    invite(admin, addresses="a@example.org", role="admin")
    found = session.scalars(select(Invitation)).one()
    editor = visit(Role.EDITOR)
    assert send(editor, f"/invitations/{found.id}/withdraw").status_code == 403


def test_an_invitation_for_one_essay_opens_its_editing(
    admin: FlaskClient, app: Flask, session: Session
):
    essays.essay(session)
    session.commit()
    (link,) = invite(admin, addresses="a@example.org", role="editor", essay="the-river")
    client = app.test_client()
    send(client, link, page=link, name="Ann", password=PASSWORD)
    assert client.get("/essays/the-river/publish").status_code == 200
    assert client.get("/essays/new").status_code == 403


def test_links_go_by_mail_where_there_is_a_server(
    open_desk: OpenDesk, people: dict[Role, User], monkeypatch: pytest.MonkeyPatch
):
    sent: list[Letter] = []
    monkeypatch.setattr("factcheck.web.invitations.send_letters", sent.extend)
    app = open_desk(mail_server="mail.example.org", public_url="https://c.example.org")
    client = arrive(app.test_client(), people[Role.ADMIN])
    page = send(client, "/invitations", **FORM, addresses="Ann <a@example.org>").text
    assert "on the way by mail" in page
    (letter,) = sent
    assert letter.to == "a@example.org"
    assert "Hello Ann," in letter.body
    assert re.search(r"https://c\.example\.org/join/[\w-]{43}\n", letter.body)
