"""Two programs at once: one creation under one key, one write on what was seen."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factcheck.models import Essay
from factcheck.rules.permissions import Role
from tests.factories import essays, people
from tests.factories.programs import Program, problem, secret_of

AT_ONCE = 4
REVIEW = "/essays/the-river/claims/1/review"
Send = Callable[[Program], TestResponse]


@pytest.fixture
def secret(session: Session) -> str:
    """Return a token of an editor, whose essay has a claim."""
    editor = people.person(session, Role.EDITOR)
    essay = essays.essay(session, actor=editor)
    essays.mark(session, essay, editor, "The river rose")
    return secret_of(session, editor)


def all_at_once(app: Flask, secret: str, send: Send) -> list[TestResponse]:
    ready = Barrier(AT_ONCE)

    def one(program: Program) -> TestResponse:
        program.get("/essays")  # so that all have found their way in
        ready.wait(timeout=30)
        return send(program)

    programs = [Program.of(app, secret) for _ in range(AT_ONCE)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, programs))


def test_one_key_creates_once(app: Flask, session: Session, secret: str):
    new = {"text": "The sea rose in 1950."}
    answers = all_at_once(
        app, secret, lambda p: p.ask("POST", "/essays", new, Idempotency_Key="k")
    )
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.text for answer in answers}) == 1
    again = [answer.headers.get("Idempotent-Replayed") for answer in answers]
    assert again.count("true") == AT_ONCE - 1
    assert session.scalar(select(func.count()).select_from(Essay)) == 2


def test_of_writes_on_the_same_state_one_is_taken(app: Flask, secret: str):
    tag = Program.of(app, secret).get(REVIEW).headers["ETag"]
    found = iter(f"Finding {number}." for number in range(AT_ONCE))
    answers = all_at_once(
        app,
        secret,
        lambda p: p.ask("PUT", REVIEW, {"finding": next(found)}, If_Match=tag),
    )
    assert sorted(a.status_code for a in answers) == [200] + [412] * (AT_ONCE - 1)
    (taken,) = (a.json["finding"] for a in answers if a.status_code == 200)
    assert Program.of(app, secret).get(REVIEW).json["finding"] == taken
    for answer in answers:
        if answer.status_code == 412:
            assert problem(answer)["type"] == "/api#stale"


def test_a_page_is_sorted_once_and_undone_once_by_who_saw_it(app: Flask, secret: str):
    program = Program.of(app, secret)
    sorts = {"positions": [2, 3], "sorting": "claim"}
    for method, path, body, done in (
        ("PATCH", "/essays/the-river/sentences", sorts, 200),
        ("DELETE", "/essays/the-river/last-action", None, 204),
    ):
        tag = program.get(path).headers["ETag"]
        send = partial(Program.ask, method=method, path=path, body=body, If_Match=tag)
        found = [answer.status_code for answer in all_at_once(app, secret, send)]
        assert sorted(found) == [done] + [412] * (AT_ONCE - 1)
