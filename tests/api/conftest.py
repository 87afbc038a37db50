"""A desk asked by programs; on SQLite alone, where the database makes no difference."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factcheck.models import Essay, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person
from tests.factories.programs import Program, secret_of
from tests.web.conftest import OpenDesk, open_desk

__all__ = ["OpenDesk", "open_desk"]

Ask = Callable[..., Program]


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


@pytest.fixture
def people(session: Session) -> dict[Role, User]:
    """Return a reviewer, an editor and an admin."""
    found = {role: person(session, role, name=role.capitalize()) for role in Role}
    session.commit()
    return found


@pytest.fixture
def program(app: Flask, session: Session, people: dict[Role, User]) -> Ask:
    """Return a way to a program of somebody in this role; None is a stranger."""

    def begin(role: Role | None = Role.REVIEWER, *scopes: str) -> Program:
        return Program.of(
            app, secret_of(session, people[role], *scopes) if role else ""
        )

    return begin


@pytest.fixture
def river(session: Session, people: dict[Role, User]) -> Essay:
    """Return an essay with one claim."""
    essay = essays.essay(session, actor=people[Role.EDITOR])
    essays.mark(session, essay, people[Role.EDITOR], "The river rose")
    session.commit()
    return essay
