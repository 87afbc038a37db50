"""Who may ask what: every operation, walked by everybody, with tokens and without."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factcheck.actions.people import set_active
from factcheck.actions.security import require_two_factor
from factcheck.models import Essay, Token, User
from factcheck.rules.permissions import Role
from factcheck.rules.tokens import Scope
from tests.api.addresses import OPERATIONS, Asked
from tests.api.conftest import Ask, OpenDesk
from tests.factories.programs import ROOT, Program, bearer, problem, secret_of
from tests.factories.visits import arrive

WHO = (None, Role.REVIEWER, Role.EDITOR, Role.ADMIN)


def test_every_operation_is_in_the_table(app: Flask):
    known = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(ROOT)
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert known == OPERATIONS.keys()
    for (endpoint, method), asked in OPERATIONS.items():
        path = ROOT + asked.path.partition("?")[0]
        found, _ = app.url_map.bind("localhost").match(path, method)
        assert found == endpoint


@pytest.mark.usefixtures("river")
@pytest.mark.parametrize("who", WHO)
def test_everybody_gets_what_the_table_says(program: Ask, who: Role | None):
    asker, editor = program(who), program(Role.EDITOR)
    answers = {
        operation: send(asker, editor, operation[1], asked).status_code
        for operation, asked in OPERATIONS.items()
    }
    column = WHO.index(who)
    assert answers == {o: asked.answers[column] for o, asked in OPERATIONS.items()}


@pytest.mark.usefixtures("river")
@pytest.mark.parametrize("scope", Scope)
def test_a_token_is_good_for_its_scopes_alone(program: Ask, scope: Scope):
    admin, editor = program(Role.ADMIN, scope), program(Role.EDITOR)
    for (_, method), asked in OPERATIONS.items():
        answer = send(admin, editor, method, asked)
        if asked.scope in {"", scope}:
            assert answer.status_code not in {401, 403}, asked
        else:
            assert f"“{asked.scope}”" in problem(answer)["detail"]
            assert "insufficient_scope" in answer.headers["WWW-Authenticate"]


def send(asker: Program, editor: Program, method: str, asked: Asked):
    """Send what an operation takes, as somebody who saw what can be seen."""
    seen = {}
    if method in {"PUT", "PATCH", "DELETE"}:
        reader = asker if asker.get(asked.path).status_code == 200 else editor
        seen = {"If_Match": reader.get(asked.path).headers["ETag"]}
    return asker.ask(method, asked.path, asked.body, **seen)


@pytest.mark.usefixtures("river")
def test_no_cookie_lets_anybody_in_or_is_set(
    app: Flask, people: dict[Role, User], program: Ask
):
    browser = arrive(app.test_client(), people[Role.ADMIN])
    browser.set_cookie("factcheck_remember", "1|x")
    headers = program(Role.ADMIN).headers
    for (_, method), asked in OPERATIONS.items():
        if asked.scope:
            assert browser.open(ROOT + asked.path, method=method).status_code == 401
        answer = browser.open(ROOT + asked.path, method=method, headers=headers)
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_token_that_does_not_work_is_told_apart(
    app: Flask, session: Session, people: dict[Role, User]
):
    robin = people[Role.REVIEWER]
    old, gone = secret_of(session, robin), secret_of(session, robin)
    first, second = session.query(Token).order_by(Token.id)
    first.created_at, first.expires_at = (
        datetime.now(UTC) - timedelta(days=n) for n in (2, 1)
    )
    second.revoked_at = datetime.now(UTC)
    session.commit()
    for secret, why in (
        (old, "run out"),
        (gone, "revoked"),
        ("factcheck_x", "no token"),
    ):
        answer = Program.of(app, secret).get("/essays")
        assert answer.status_code == 401
        assert why in problem(answer)["detail"]
        assert answer.headers["WWW-Authenticate"] == "Bearer"
    basic = app.test_client().get(
        f"{ROOT}/essays", headers={"Authorization": "Basic x"}
    )
    assert basic.status_code == 401


def test_nobody_who_was_disabled_has_a_token_left(
    app: Flask, session: Session, people: dict[Role, User]
):
    robin, admin = people[Role.REVIEWER], people[Role.ADMIN]
    program = Program.of(app, secret_of(session, robin))
    assert program.get("/essays").status_code == 200
    for active in (False, True):
        set_active(session, actor=admin, person=robin, active=active)
        session.commit()
        assert program.get("/essays").status_code == 401


def test_a_desk_that_asks_for_a_second_factor_asks_here_too(
    app: Flask, session: Session, people: dict[Role, User]
):
    program = Program.of(app, secret_of(session, people[Role.REVIEWER]))
    require_two_factor(session, actor=None, required=True)
    session.commit()
    assert "second factor" in problem(program.get("/essays"))["detail"]


def test_use_is_written_down_also_of_what_is_refused(
    app: Flask, session: Session, people: dict[Role, User]
):
    program = Program.of(app, secret_of(session, people[Role.REVIEWER], "check"))
    assert program.get("/essays").status_code == 403
    token = session.query(Token).one()
    assert token.last_used_at is not None
    first = token.last_used_at
    program.get("/essays")
    session.refresh(token)
    assert token.last_used_at == first


def test_tokens_that_are_tried_are_counted_and_requests_too(
    open_desk: OpenDesk, session: Session, people: dict[Role, User]
):
    secret = secret_of(session, people[Role.REVIEWER])
    app = open_desk(sign_in_limit="2 per minute", api_limit="3 per minute")
    client = app.test_client()
    got = [
        client.get(f"{ROOT}/essays", headers=bearer(name)).status_code
        for name in (*"abc", secret)
    ]
    assert got == [401, 401, 429, 429]
    other = app.test_client()
    ask = {"headers": bearer(secret), "environ_base": {"REMOTE_ADDR": "10.1.1.1"}}
    got = [other.get(f"{ROOT}/essays", **ask).status_code for _ in range(4)]
    assert got == [200, 200, 200, 429]
    last = other.get(f"{ROOT}/essays", **ask)
    assert problem(last)["type"] == "/api#too-many"
    assert last.headers["Retry-After"] == "60"


def test_whatever_is_refused_is_refused_in_one_shape(program: Ask, river: Essay):
    robin, base = program(), f"/essays/{river.slug}"
    for status, answer in (
        (404, robin.get("/nowhere")),
        (404, robin.get("/essays/nothing")),
        (404, robin.get(f"{base}/claims/99")),
        (404, robin.get("/essays/a%00b")),
        (405, robin.ask("DELETE", "/essays")),
        (400, robin.get("/essays?limit=0")),
        (422, robin.get("/essays?cursor=%21")),
        (422, robin.get(f"{base}/claims?cursor=YWJj")),
        (404, robin.get(f"{base}/claims/{2**64}")),
    ):
        assert answer.status_code == status
        problem(answer)
    assert "GET" in robin.ask("DELETE", "/essays").headers["Allow"]
    assert robin.ask("OPTIONS", "/essays").status_code == 200
    assert robin.ask("HEAD", "/essays").data == b""


def test_what_breaks_is_told_in_the_same_shape(
    app: Flask, program: Ask, monkeypatch: pytest.MonkeyPatch
):
    robin = program()
    monkeypatch.setattr("factcheck.api.essays.list_essays", None)
    monkeypatch.setattr(app, "testing", value=False)
    assert problem(robin.get("/essays"))["type"] == "/api#broken"


def test_lists_come_in_pages(program: Ask, river: Essay):
    robin = program()
    path, found = f"/essays/{river.slug}/sentences?limit=3", []
    for _ in range(2):
        page = robin.get(path).json
        found += page["items"]
        path = f"/essays/{river.slug}/sentences?limit=3&cursor={page['next']}"
    assert page["next"] is None
    assert [item["position"] for item in found] == [1, 2, 3, 4]
    whole = robin.get(f"/essays/{river.slug}/text").get_data(as_text=True)
    assert all(whole[item["start"] : item["end"]] == item["text"] for item in found)


def test_what_was_read_already_is_not_sent_again(program: Ask, river: Essay):
    robin = program()
    for path in (f"/essays/{river.slug}", f"/essays/{river.slug}/text"):
        tag = robin.get(path).headers["ETag"]
        answer = robin.get(path, If_None_Match=tag)
        assert (answer.status_code, answer.data) == (304, b"")
