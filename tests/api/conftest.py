"""A desk asked by programs; on SQLite alone, where the database makes no difference."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factcheck.actions.library import edit_source, import_sources
from factcheck.models import Essay, Source, User
from factcheck.rules.citations import SourceFacts
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
    """Return an essay with one claim, beside two sources, one of them corrected."""
    ines = people[Role.EDITOR]
    essay = essays.essay(session, actor=ines)
    essays.mark(session, essay, ines, "The river rose")
    for title in ("Annals of the river", "Annals of rivers"):
        import_sources(session, actor=ines, sources=[SourceFacts(title=title)])
    annals = session.get_one(Source, 1)
    facts = SourceFacts(title=annals.title, issued="1951")
    edit_source(session, actor=ines, source=annals, facts=facts, revision=1)
    session.commit()
    return essay
