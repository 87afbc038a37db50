"""A server is killed in the middle of a creation, and asked again under the same key.

`python -m tests.bench --only creations` does the same at many moments on each database.
"""

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.config import Settings
from factcheck.models import Essay
from factcheck.rules.permissions import Role
from tests.bench.creations import ESSAYS, body_of, send
from tests.bench.servers import start
from tests.factories import people
from tests.factories.programs import bearer, secret_of

BODY = body_of("Cut short", 50)


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    return sqlite_url


def test_a_creation_that_a_kill_cut_short_happens_once(
    app: Flask, session: Session, settings: Settings
):
    secret = secret_of(session, people.person(session, Role.EDITOR))
    server = start(settings)
    connection = send(server, secret, "k", BODY)
    server.kill()
    connection.close()
    headers = bearer(secret) | {"Idempotency-Key": "k"}
    again = [
        app.test_client().post(
            ESSAYS, data=BODY, content_type="application/json", headers=headers
        )
        for _ in range(2)
    ]
    assert [answer.status_code for answer in again] == [201, 201]
    assert again[0].json == again[1].json
    assert session.scalar(select(func.count()).select_from(Essay)) == 1
