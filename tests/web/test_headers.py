"""What every answer says of itself, and who may keep a copy."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.web.conftest import OpenDesk, Visit

PATHS = ["/", "/sign-in", "/nowhere", "/healthz", "/static/css/tokens.css"]


def policy(answer) -> dict[str, str]:
    """Return what a page may load, by kind."""
    header = answer.headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in header.split(";"))


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_guarded(client: FlaskClient, path: str):
    with client.get(path) as answer:
        assert policy(answer) == {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": "'self' data:",
            "font-src": "'self'",
            "connect-src": "'self'",
            "form-action": "'self'",
            "base-uri": "'none'",
            "frame-ancestors": "'none'",
        }
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in answer.headers["Permissions-Policy"]
        assert "Strict-Transport-Security" not in answer.headers


def test_a_desk_behind_https_stays_there(open_desk: OpenDesk):
    client = open_desk(secure_cookies=True).test_client()
    header = client.get("/sign-in").headers["Strict-Transport-Security"]
    assert header == "max-age=31536000"


@pytest.mark.parametrize("path", ["/", "/profile", "/words", "/nowhere"])
def test_pages_of_the_desk_are_not_kept(visit: Visit, path: str):
    answer = visit(Role.EDITOR).get(path)
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_style_is_let_in_by_a_nonce_that_is_never_the_same(
    visit: Visit, session: Session
):
    essays.essay(session)
    session.commit()
    client, nonces = visit(Role.REVIEWER), set()
    for _ in range(2):
        answer = client.get("/essays/the-river")
        nonce = re.search(r"'nonce-(.+)'", policy(answer)["style-src"])[1]
        assert policy(answer)["script-src"] == "'self'"
        nonces.add(nonce)
    assert len(nonces) == 2


def test_a_static_address_names_its_content_and_may_be_kept(client: FlaskClient):
    page = client.get("/sign-in").text
    address = re.search(r'href="(/static/css/base\.css\?v=\w+)"', page)[1]
    with client.get(address) as named, client.get("/static/css/base.css") as plain:
        assert named.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert plain.headers["Cache-Control"] == "no-cache"
    with client.get("/static/nothing.css?v=1") as missing:
        assert missing.status_code == 404
        assert "public" not in missing.headers["Cache-Control"]


def test_a_missing_static_file_still_has_an_address(app: Flask):
    with app.test_request_context():
        address = app.jinja_env.globals["static_url"]("css/nothing.css")
    assert address == "/static/css/nothing.css"
