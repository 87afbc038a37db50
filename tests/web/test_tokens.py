"""The page of one's tokens: made, shown once, used, revoked."""

import re

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Event, Token
from factcheck.rules.permissions import Role
from factcheck.rules.tokens import MOST
from tests.factories.programs import Program, secret_of
from tests.factories.visits import send
from tests.web.conftest import Visit

SECRET = re.compile(r'<code class="link">(factcheck_[\w-]{43})</code>')
FORM = {"name": "Nightly export", "scopes": ["read"], "days": "30"}


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


def test_a_token_is_shown_once_works_and_is_revoked(
    app: Flask, visit: Visit, session: Session
):
    robin = visit(Role.REVIEWER)
    page = send(robin, "/profile/tokens", **FORM).text
    (secret,) = SECRET.findall(page)
    assert f'curl -H "Authorization: Bearer {secret}"' in page.replace("&#34;", '"')
    program = Program.of(app, secret)
    assert program.get("/essays").status_code == 200
    later = robin.get("/profile/tokens").text
    assert secret not in later
    assert "Never used" not in later
    token = session.scalars(select(Token)).one()
    assert secret not in str(vars(token))
    answer = send(robin, f"/profile/tokens/{token.id}/revoke")
    assert answer.status_code == 302
    assert program.get("/essays").status_code == 401
    assert "You have none." in robin.get("/profile/tokens").text
    kinds = session.scalars(select(Event.kind).where(Event.kind.startswith("token.")))
    assert kinds.all() == ["token.made", "token.revoked"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"name": " "}, "Say what it is for"),
        ({"name": "x" * 101}, "under 100 characters"),
        ({"scopes": []}, "at least one thing"),
        ({"scopes": ["all"]}, "at least one thing"),
        ({"days": "0"}, "1 to 366 days"),
        ({"days": "x"}, "valid integer"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    visit: Visit, session: Session, fields: dict[str, object], why: str
):
    answer = send(visit(Role.REVIEWER), "/profile/tokens", **FORM | fields)
    assert answer.status_code == 422
    assert why in answer.text
    assert session.scalars(select(Token)).all() == []


def test_nobody_revokes_the_token_of_another(visit: Visit, session: Session, people):
    secret_of(session, people[Role.EDITOR])
    token = session.scalars(select(Token)).one()
    answer = send(visit(Role.ADMIN), f"/profile/tokens/{token.id}/revoke")
    assert answer.status_code == 404
    session.refresh(token)
    assert token.revoked_at is None


def test_tokens_do_not_pile_up(visit: Visit, session: Session, people):
    for number in range(MOST):
        secret_of(session, people[Role.REVIEWER], "read", name=f"Script {number}")
    answer = send(visit(Role.REVIEWER), "/profile/tokens", **FORM)
    assert answer.status_code == 422
    assert f"You have {MOST} tokens" in answer.text
