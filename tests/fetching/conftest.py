"""One test site for all tests of a worker."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.config import Settings
from factcheck.models import User
from tests.factories import essays
from tests.factories.people import person
from tests.fetching.site import Site, open_site


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = database.open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def near(settings: Settings) -> Settings:
    """Settings of a desk that may fetch from this machine, and waits for nothing."""
    return replace(settings, fetch_allow="127.0.0.1", fetch_seconds=2, fetch_pause=0)


@pytest.fixture
def robin(session: Session) -> User:
    robin = person(session)
    essays.mark(session, essays.essay(session), robin, "The river rose")
    session.commit()
    return robin
