"""Signing in, out, and getting back in."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_security import hash_password, verify_password
from sqlalchemy.orm import Session

from factcheck.errors import FactcheckError
from factcheck.models import User
from factcheck.rules.permissions import Role
from tests.factories.people import person
from tests.factories.visits import PASSWORD, PASSWORD_HASH, arrive, send, sign_in
from tests.web.conftest import OpenDesk, Visit

REVIEWER = "reviewer@example.org"
WRONG = "do not belong together"


@pytest.fixture(autouse=True)
def _people(people: dict[Role, User]) -> None:
    """Let everybody be here."""


def test_a_stranger_signs_in_and_goes_on_where_they_wanted(client: FlaskClient):
    answer = client.get("/essays/new?from=mail")
    assert answer.status_code == 302
    assert answer.location == "/sign-in?next=/essays/new?from%3Dmail"
    page = client.get(answer.location).text
    wanted = re.search(r'name="next"[^>]*value="([^"]*)"', page)[1]
    answer = sign_in(client, REVIEWER, PASSWORD, next=wanted)
    assert (answer.status_code, answer.location) == (302, "/essays/new?from=mail")


def test_the_frame_names_who_is_here_and_their_role(client: FlaskClient):
    sign_in(client, "EDITOR@example.org", PASSWORD)
    page = client.get("/").text
    assert "Ines Moreau" in page
    assert "<span>editor</span>" in page


def without_tokens(page: str) -> str:
    return re.sub(r'(value|content)="[^"@]{60,}"', "", page)


def test_a_wrong_password_and_an_unknown_address_get_the_same_page(
    app: Flask, session: Session
):
    disabled = person(session, email="gone@example.org", password_hash=PASSWORD_HASH)
    disabled.active = False
    session.commit()
    tries = {
        REVIEWER: "not the password",
        "nobody@example.org": PASSWORD,
        "gone@example.org": PASSWORD,
    }
    pages = set()
    for email, password in tries.items():
        answer = sign_in(app.test_client(), email, password)
        assert answer.status_code == 200
        assert WRONG in answer.text
        pages.add(without_tokens(answer.text).replace(email, ""))
    assert len(pages) == 1


@pytest.mark.parametrize("email", ["", "robin", "robin@"])
def test_what_is_no_address_does_not_sign_in(client: FlaskClient, email: str):
    answer = sign_in(client, email, PASSWORD)
    assert answer.status_code == 200
    assert WRONG in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "https://evil.example/",
        "http:evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "%5C%5Cevil.example",
        " //evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
    ],
)
def test_nobody_is_sent_to_another_site(
    app: Flask, people: dict[Role, User], address: str
):
    client = app.test_client()
    answer = sign_in(client, REVIEWER, PASSWORD, next=address)
    assert_stays(answer)
    signed_in = arrive(app.test_client(), people[Role.REVIEWER])
    assert_stays(signed_in.get("/sign-in", query_string={"next": address}))


def assert_stays(answer) -> None:
    location = answer.headers.get("Location", "/")
    assert not re.search(r"[\\\s]", location)
    assert urlsplit(urljoin("http://localhost/sign-in", location)).netloc == "localhost"


def test_signing_out_takes_a_form_and_ends_the_session(visit: Visit):
    client = visit(Role.REVIEWER)
    assert client.get("/sign-out").status_code == 405
    assert client.get("/").status_code == 200
    assert send(client, "/sign-out").location == "/"
    assert client.get("/").location == "/sign-in"


def test_whoever_is_disabled_is_out_at_once(
    visit: Visit, session: Session, people: dict[Role, User]
):
    client = visit(Role.REVIEWER)
    assert client.get("/").status_code == 200
    people[Role.REVIEWER].active = False
    session.commit()
    assert client.get("/").location == "/sign-in"


def test_staying_signed_in_outlives_the_session(client: FlaskClient):
    sign_in(client, REVIEWER, PASSWORD, remember="y")
    client.delete_cookie("factcheck")
    assert "Robin Hale" in client.get("/profile").text


def test_a_new_password_ends_the_other_sessions(visit: Visit):
    here, there = visit(Role.REVIEWER), visit(Role.REVIEWER)
    fields = {
        "new_password": "rain or no rain",
        "new_password_confirm": "rain or no rain",
    }
    answer = send(here, "/password/change", password="wrong", **fields)
    assert "That is not your password." in answer.text
    answer = send(here, "/password/change", password=PASSWORD, **fields)
    assert answer.status_code == 302
    assert here.get("/").status_code == 200
    assert there.get("/").location == "/sign-in"


def test_a_short_password_is_refused(visit: Visit):
    fields = {"new_password": "too short", "new_password_confirm": "too short"}
    answer = send(visit(Role.REVIEWER), "/password/change", password=PASSWORD, **fields)
    assert "A password needs at least 10 characters." in answer.text


def test_a_forgotten_password_is_reset_by_a_link_that_works_once(
    client: FlaskClient, capsys: pytest.CaptureFixture[str]
):
    answer = send(client, "/password/reset", page="/password/reset", email=REVIEWER)
    assert "is known here, a mail is on its way" in answer.text
    mail = capsys.readouterr().out
    link = re.search(r"http://localhost(/password/reset/\S+)", mail)[1]
    fields = {"password": "rain or no rain", "password_confirm": "rain or no rain"}
    assert send(client, link, page=link, **fields).location == "/sign-in"
    assert "Your password was changed" in capsys.readouterr().out
    assert client.get(link).location == "/password/reset"
    assert sign_in(client, REVIEWER, "rain or no rain").status_code == 302


def test_asking_for_a_link_does_not_tell_who_is_here(
    app: Flask, capsys: pytest.CaptureFixture[str]
):
    pages = set()
    for email in (REVIEWER, "nobody@example.org"):
        client = app.test_client()
        answer = send(client, "/password/reset", page="/password/reset", email=email)
        assert answer.status_code == 200
        pages.add(without_tokens(answer.text).replace(email, ""))
    assert len(pages) == 1
    assert capsys.readouterr().out.count("To: ") == 1


def test_an_old_link_leads_to_asking_for_a_new_one(client: FlaskClient):
    answer = client.get("/password/reset/not-a-token")
    assert answer.location == "/password/reset"
    assert "That link does not work" in client.get(answer.location).text


def test_many_failed_attempts_are_stopped_and_good_ones_are_not(
    open_desk: OpenDesk,
):
    app = open_desk(sign_in_limit="3 per hour", proxies=1)
    for _ in range(5):
        assert from_address(app, "192.0.2.1", PASSWORD) == 302
    assert [from_address(app, "192.0.2.1", "wrong") for _ in range(4)] == [
        200,
        200,
        200,
        429,
    ]
    assert from_address(app, "192.0.2.1", PASSWORD) == 429
    assert from_address(app, "192.0.2.2", PASSWORD) == 302
    assert [from_address(app, f"2001:db8::{n}", "wrong") for n in range(4)] == [
        200,
        200,
        200,
        429,
    ]
    assert from_address(app, "2001:db8:0:1::1", "wrong") == 200
    assert from_address(app, "not an address", "wrong") == 200


def from_address(app: Flask, address: str, password: str) -> int:
    client = app.test_client()
    client.environ_base["HTTP_X_FORWARDED_FOR"] = address
    answer = sign_in(client, REVIEWER, password)
    if answer.status_code == 429:
        assert "too many attempts from your address" in answer.text
    return answer.status_code


def test_asking_for_links_is_limited_too(open_desk: OpenDesk):
    client = open_desk(sign_in_limit="2 per hour").test_client()
    asked = [
        send(client, "/password/reset", page="/password/reset", email="a@example.org")
        for _ in range(3)
    ]
    assert [answer.status_code for answer in asked] == [200, 200, 429]


def test_cookies_are_out_of_reach_for_scripts_and_other_sites(open_desk: OpenDesk):
    client = open_desk(secure_cookies=True).test_client()
    client.environ_base["wsgi.url_scheme"] = "https"
    client.environ_base["HTTP_REFERER"] = "https://localhost/sign-in"
    answer = sign_in(client, REVIEWER, PASSWORD, remember="y")
    cookies = answer.headers.getlist("Set-Cookie")
    assert {cookie.partition("=")[0] for cookie in cookies} == {
        "factcheck",
        "factcheck_remember",
    }
    for cookie in cookies:
        assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))


def test_passwords_outlive_the_secret_key(open_desk: OpenDesk):
    with open_desk().app_context():
        hashed = hash_password(PASSWORD)
    with open_desk(secret_key="another").app_context():
        assert verify_password(PASSWORD, hashed)


def test_links_in_mail_need_an_address_of_the_desk(open_desk: OpenDesk):
    with pytest.raises(FactcheckError, match="FACTCHECK_PUBLIC_URL"):
        open_desk(mail_server="mail.example.org")


def test_a_link_in_mail_is_on_the_public_address(
    open_desk: OpenDesk, capsys: pytest.CaptureFixture[str]
):
    app = open_desk(public_url="https://check.example.org/")
    client = app.test_client()
    client.environ_base["HTTP_HOST"] = "evil.example"
    send(client, "/password/reset", page="/password/reset", email=REVIEWER)
    mail = capsys.readouterr().out
    assert "https://check.example.org/password/reset/" in mail
    assert "evil.example" not in mail


def test_no_token_signs_in(app: Flask):
    with app.app_context():
        datastore = app.extensions["security"].datastore
        given = datastore.find_user(email=REVIEWER).get_auth_token()
    headers = {"Authentication-Token": given}
    client = app.test_client()
    assert client.get("/", headers=headers).location == "/sign-in"
    assert client.get(f"/?auth_token={given}").status_code == 302
