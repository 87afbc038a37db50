"""A desk asked by programs; on SQLite alone, where the database makes no difference."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factcheck.actions.inquiries import ask
from factcheck.actions.library import edit_source, import_sources
from factcheck.actions.rewordings import propose_rewording
from factcheck.actions.talk import comment_on
from factcheck.models import Essay, Source, User
from factcheck.rules.citations import SourceFacts
from factcheck.rules.inquiries import InquiryFacts
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
    """Return an essay with one claim, with talk, and two sources."""
    ines = people[Role.EDITOR]
    essay = essays.essay(session, actor=ines)
    claim = essays.mark(session, essay, ines, "The river rose")
    comment_on(session, actor=ines, claim=claim, text="Which river?")
    question = InquiryFacts(
        whom="Gauge office", question="When?", asked_on="2026-03-03"
    )
    ask(session, actor=ines, claim=claim, facts=question)
    propose_rewording(session, actor=ines, claim=claim, proposed="It rose in 1950.")
    for title in ("Annals of the river", "Annals of rivers"):
        import_sources(session, actor=ines, sources=[SourceFacts(title=title)])
    annals = session.get_one(Source, 1)
    facts = SourceFacts(title=annals.title, issued="1951")
    edit_source(session, actor=ines, source=annals, facts=facts, revision=1)
    session.commit()
    return essay
