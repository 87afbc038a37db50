"""A database that has no room or no time just now: said so, and nothing is changed."""

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.config import Settings
from factcheck.models import User
from factcheck.rules.permissions import Role
from tests.factories import essays, people
from tests.factories.programs import Program, problem, secret_of
from tests.factories.visits import arrive, token
from tests.web.conftest import OpenDesk, open_desk

__all__ = ["open_desk"]

BENCH = "/essays/the-river/workbench"
SORT = "/essays/the-river/sentences"
FORM = {"sentences": "2", "to": "claim", "layout": "1.1"}
BY_SCRIPT = {"X-Requested-With": "fetch"}
ASKED = {"positions": [2], "sorting": "claim"}


@pytest.fixture
def robin(session: Session) -> User:
    person = people.person(session, Role.REVIEWER)
    essays.essay(session)
    session.commit()
    return person


@pytest.fixture
def app(
    open_desk: OpenDesk, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Flask:
    """Open a desk that does not wait long for its database."""
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 10)
    url = settings.database
    if "postgresql" in url:
        url += ("&" if "?" in url else "?") + "options=-c%20lock_timeout%3D10"
    return open_desk(database_url=url)


def lock(session: Session) -> None:
    """Be writing about the essay, and not done yet."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("UPDATE essays SET slug = slug"))
    else:
        session.execute(text("SELECT id FROM essays FOR UPDATE"))


def test_who_meets_a_busy_database_may_ask_again(
    app: Flask, session: Session, robin: User
):
    program = Program.of(app, secret_of(session, robin))
    browser = arrive(app.test_client(), robin)
    form = FORM | {"csrf_token": token(browser, BENCH)}
    tag = program.get(SORT).headers["ETag"]
    lock(session)
    assert program.get(SORT).status_code == 200  # reading goes on meanwhile
    asked = program.ask("PATCH", SORT, ASKED, If_Match=tag)
    assert problem(asked)["type"] == "/api#busy"
    posted = browser.post(SORT, data=form)
    assert "Too much at once" in posted.text
    scripted = browser.post(SORT, data=form, headers=BY_SCRIPT)
    for answer in (asked, posted, scripted):
        assert answer.status_code == 503
        assert answer.headers["Retry-After"] == "30"
        assert "Nothing was changed" in answer.text
    session.rollback()
    assert program.ask("PATCH", SORT, ASKED, If_Match=tag).status_code == 200
