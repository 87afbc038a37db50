"""A second factor: set up, asked for, lost, and required of everybody."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from passlib.totp import TOTP
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Event, User
from factcheck.rules.permissions import Role
from tests.factories.visits import PASSWORD, send, sign_in
from tests.web.conftest import Visit

SETUP, CODE = "/profile/two-factor", "/sign-in/code"
REVIEWER = "reviewer@example.org"


def codes(key: str) -> tuple[str, str]:
    """Return the code in force, and the next, as an app would compute them."""
    totp, now = TOTP(key=key), datetime.now(UTC)
    later = now + timedelta(seconds=30)
    return totp.generate(now).token, totp.generate(later).token


def set_up(client: FlaskClient) -> str:
    """Set an authenticator up and return its key."""
    page = send(client, SETUP, page=SETUP, setup="authenticator").text
    assert 'src="data:image/svg+xml;base64,' in page
    key = re.search(r'<code class="link">([^<]+)<', page)[1]
    action = re.search(r'action="(/[^"]*two-factor/[^"]+)"', page)[1]
    assert send(client, action, page=SETUP, code="000000").location == SETUP
    answer = send(client, action, page=SETUP, code=codes(key)[0])
    assert answer.location == SETUP
    return key


def test_a_code_is_asked_for_after_the_password_and_works_once(
    visit: Visit, app: Flask, session: Session, people: dict[Role, User]
):
    key = set_up(visit(Role.REVIEWER))
    session.refresh(people[Role.REVIEWER])
    assert key.replace("-", "") not in people[Role.REVIEWER].tf_totp_secret
    client = app.test_client()
    answer = sign_in(client, REVIEWER, PASSWORD)
    assert answer.location.startswith(CODE)
    page = client.get(answer.location).text
    assert f'action="{CODE}"' in page
    assert client.get("/").location == "/sign-in"
    refused = send(client, CODE, page=CODE, code="123456")
    assert refused.status_code == 200
    assert "not the one in force" in refused.text
    code = codes(key)[1]
    assert send(client, CODE, page=CODE, code=code).location == "/"
    assert client.get("/").status_code == 200
    again = app.test_client()
    sign_in(again, REVIEWER, PASSWORD)
    assert send(again, CODE, page=CODE, code=code).status_code == 200
    assert again.get("/").location == "/sign-in"


def test_the_way_goes_on_to_where_one_wanted(visit: Visit, app: Flask):
    key = set_up(visit(Role.EDITOR))
    client = app.test_client()
    answer = sign_in(client, "editor@example.org", PASSWORD, next="/essays/new")
    assert answer.location == f"{CODE}?next=/essays/new"
    page = answer.location
    assert send(client, page, page=page, code=codes(key)[1]).location == "/essays/new"


def test_a_recovery_code_works_once(visit: Visit, app: Flask):
    client = visit(Role.REVIEWER)
    set_up(client)
    assert "Make <a" in client.get(SETUP).text
    page = send(client, "/profile/recovery-codes", generate_new_codes="yes").text
    found = re.findall(r"<li><code>([0-9a-f-]{14})</code>", page)
    assert len(set(found)) == 10
    assert found[0] in client.get("/profile/recovery-codes?show_codes=yes").text
    lost = "/sign-in/recovery"
    for expected in (302, 200):
        other = app.test_client()
        sign_in(other, REVIEWER, PASSWORD)
        answer = send(other, lost, page=lost, code=found[0])
        assert answer.status_code == expected
    assert "used already" in answer.text
    assert send(other, lost, page=lost, code=found[1]).status_code == 302


def test_codes_are_kept_encrypted(
    visit: Visit, session: Session, people: dict[Role, User]
):
    client = visit(Role.REVIEWER)
    page = send(client, "/profile/recovery-codes", generate_new_codes="yes").text
    shown = re.findall(r"<li><code>([0-9a-f-]{14})</code>", page)
    session.refresh(people[Role.REVIEWER])
    kept = people[Role.REVIEWER].mf_recovery_codes
    assert len(kept) == 10
    assert not set(kept) & set(shown)


def test_nobody_starts_in_the_middle(client: FlaskClient, people: dict[Role, User]):
    assert people
    for path in (CODE, "/sign-in/recovery", SETUP, "/sign-in/choose"):
        assert client.get(path).location == "/sign-in"
    assert client.get("/sign-in/lost").location == "/sign-in/recovery"


def test_turning_it_off_needs_nothing_more_at_sign_in(visit: Visit, app: Flask):
    client = visit(Role.REVIEWER)
    set_up(client)
    assert send(client, SETUP, setup="disable").location == SETUP
    assert sign_in(app.test_client(), REVIEWER, PASSWORD).location == "/"


def test_an_admin_requires_it_of_everybody(visit: Visit, app: Flask):
    admin, reviewer = visit(Role.ADMIN), visit(Role.REVIEWER)
    assert send(admin, "/people/two-factor", required="yes").status_code == 302
    assert admin.get("/people").location == SETUP
    assert reviewer.get("/").location == SETUP
    assert "asks everybody" in reviewer.get(SETUP).text
    key = set_up(reviewer)
    assert reviewer.get("/").status_code == 200
    assert send(reviewer, SETUP, setup="disable").status_code == 200
    assert "asks everybody" in send(reviewer, SETUP, setup="disable").text
    client = app.test_client()
    assert sign_in(client, REVIEWER, PASSWORD).location.startswith(CODE)
    assert send(client, CODE, page=CODE, code=codes(key)[1]).location == "/"


@pytest.fixture
def required(visit: Visit) -> None:
    send(visit(Role.ADMIN), "/people/two-factor", required="yes")


@pytest.mark.usefixtures("required")
def test_whoever_has_none_sets_it_up_while_signing_in(app: Flask):
    client = app.test_client()
    assert sign_in(client, REVIEWER, PASSWORD).location == SETUP
    assert client.get("/").location == "/sign-in"
    page = send(client, SETUP, page=SETUP, setup="authenticator").text
    key = re.search(r'<code class="link">([^<]+)<', page)[1]
    answer = send(client, CODE, page=SETUP, code=codes(key)[0])
    assert answer.location == "/"
    assert client.get("/").status_code == 200


@pytest.mark.usefixtures("required")
def test_without_it_nothing_is_saved(visit: Visit):
    client = visit(Role.REVIEWER)
    answer = send(client, "/essays/x/undo", page=SETUP)
    assert answer.status_code == 403


def test_an_admin_resets_what_somebody_lost(
    visit: Visit, app: Flask, people: dict[Role, User]
):
    reviewer, admin = visit(Role.REVIEWER), visit(Role.ADMIN)
    set_up(reviewer)
    assert "Reset second factor" in admin.get("/people").text
    path = f"/people/{people[Role.REVIEWER].id}/two-factor"
    assert send(admin, path).location == "/people"
    assert reviewer.get("/").location == "/sign-in"
    assert sign_in(app.test_client(), REVIEWER, PASSWORD).location == "/"


def test_each_change_is_written_down(
    visit: Visit, session: Session, people: dict[Role, User]
):
    reviewer, admin = visit(Role.REVIEWER), visit(Role.ADMIN)
    set_up(reviewer)
    send(reviewer, SETUP, setup="disable")
    send(admin, f"/people/{people[Role.REVIEWER].id}/two-factor")
    send(admin, "/people/two-factor", required="yes")
    events = session.execute(
        select(Event.kind, Event.actor_id).order_by(Event.id.desc()).limit(4)
    ).all()
    someone, boss = people[Role.REVIEWER].id, people[Role.ADMIN].id
    assert [tuple(event) for event in reversed(events)] == [
        ("two_factor.on", someone),
        ("two_factor.off", someone),
        ("person.two_factor_reset", boss),
        ("desk.edited", boss),
    ]
