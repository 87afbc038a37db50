"""People with a role each, and a browser for each of them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factcheck.app import create_app
from factcheck.config import Settings
from factcheck.database import db
from factcheck.models import User
from factcheck.rules.permissions import Role
from tests.factories.people import person
from tests.factories.visits import PASSWORD_HASH, arrive

NAMES = {Role.REVIEWER: "Robin Hale", Role.EDITOR: "Ines Moreau", Role.ADMIN: "Alex Ma"}

Visit = Callable[[Role | None], FlaskClient]
OpenDesk = Callable[..., Flask]


@pytest.fixture
def people(session: Session) -> dict[Role, User]:
    """Return a reviewer, an editor and an admin, all with the same password."""
    found = {
        role: person(
            session,
            role,
            name=name,
            email=f"{role}@example.org",
            password_hash=PASSWORD_HASH,
        )
        for role, name in NAMES.items()
    }
    session.commit()
    return found


@pytest.fixture
def visit(app: Flask, people: dict[Role, User]) -> Visit:
    """Return a browser, signed in in this role; None is a stranger."""

    def open_browser(role: Role | None = None) -> FlaskClient:
        client = app.test_client()
        return arrive(client, people[role]) if role else client

    return open_browser


@pytest.fixture
def open_desk(settings: Settings) -> Iterator[OpenDesk]:
    """Return a way to open the desk with other settings; all are closed afterwards."""
    opened: list[Flask] = []

    def open_with(**changes: Any) -> Flask:
        opened.append(create_app(replace(settings, **changes)))
        return opened[-1]

    yield open_with
    for app in opened:
        with app.app_context():
            db.engine.dispose()
