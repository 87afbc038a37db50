"""A desk whose connections are all lent; a locked one is in tests/concurrency."""

from contextlib import ExitStack

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from factcheck.database import db
from factcheck.errors import BusyError
from factcheck.models import User
from factcheck.rules.permissions import Role
from tests.api.conftest import OpenDesk
from tests.factories.programs import Program, problem, secret_of
from tests.factories.visits import arrive


def lend_all(engine: Engine, lent: ExitStack) -> None:
    while True:
        lent.enter_context(engine.connect())


def test_nobody_is_left_without_an_answer_where_all_connections_are_lent(
    open_desk: OpenDesk, session: Session, people: dict[Role, User]
):
    robin, app = people[Role.REVIEWER], open_desk()
    program = Program.of(app, secret_of(session, robin))
    browser = arrive(app.test_client(), robin)
    with app.app_context(), ExitStack() as lent:
        db.engine.pool._timeout = 0.01
        with pytest.raises(BusyError):
            lend_all(db.engine, lent)
        asked, opened = program.get("/essays"), browser.get("/sources")
    assert problem(asked)["type"] == "/api#busy"
    assert "Too much at once" in opened.text
    for answer in (asked, opened):
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert program.get("/essays").status_code == 200
