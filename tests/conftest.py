"""Databases, apps and clients for tests: each test gets fresh ones, on both databases.

A test that takes `database_url`, or anything built on it, runs twice: on SQLite and
on PostgreSQL. Each worker migrates one database of each kind, once; a test finds it
as the migrations left it, at the address where the test before had its own. So the
worker's app and engines serve all of its tests, with the templates and statements
that they have compiled by then.
"""

import functools
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient, FlaskCliRunner
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.app import create_app
from factcheck.config import Settings
from factcheck.exports.pdf import file as pdf_file
from factcheck.frozen import SHELF
from factcheck.web import security
from tests import databases
from tests.databases import Renewed
from tests.factories.visits import CHEAPLY

# No test measures time, and a busy machine is no defect. Where a change is judged the
# examples are the same each time; elsewhere each run looks at new ones. Some hundred
# properties share the minutes of a run; --hypothesis-profile=thorough takes its time.
hypothesis_settings.register_profile(
    "factcheck",
    deadline=None,
    max_examples=30,
    derandomize=bool(os.environ.get("CI")),
)
hypothesis_settings.register_profile("thorough", deadline=None, max_examples=500)
hypothesis_settings.load_profile("factcheck")

DATABASES = ["sqlite", "postgresql"]
SLOW = frozenset(("browser", "cli", "concurrency"))  # folders with servers of their own

MEMORY = Path("/dev/shm")  # noqa: S108  (only its size and owner are asked)
ENOUGH_MEMORY = 2 * 1024**3  # Bytes; a whole run leaves less than half of it at once.


def pytest_configure() -> None:
    """Hash passwords cheaply, and keep what tests write in memory where there is room.

    Nothing of it is kept, and a password of a test keeps nobody out. A desk that is
    served by a process of its own hashes as any desk does.
    """
    # No desk that a test serves fetches anything, unless the test has a site for it.
    os.environ["FACTCHECK_FETCH"] = "0"
    security.OPTIONS["PASSWORD_HASH_PASSLIB_OPTIONS"] = {
        f"argon2__{name}": cost for name, cost in CHEAPLY.items()
    }
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY
    if roomy and os.access(MEMORY, os.W_OK):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_xdist_auto_num_workers() -> int:
    """Return a worker more than cores: a third of the time is waiting for browsers."""
    return min(4, (os.cpu_count() or 1) + 1)


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Let each worker begin with its share of the slow tests.

    A worker's first tests are a run of the list, and others take from that run's end;
    so quick tests are left for the end, where the last slow one would be waited for.
    """
    workers: int = getattr(config, "workerinput", {}).get("workercount", 1)
    slow = [item for item in items if item.path.parent.name in SLOW]
    quick = [item for item in items if item.path.parent.name not in SLOW]
    left = len(items)
    items.clear()
    for worker in range(workers):
        size = left // (workers - worker)
        left -= size
        own = slow[worker::workers]
        taken = max(0, size - len(own))
        items += own + quick[:taken]
        del quick[:taken]
    items += quick


@pytest.fixture(scope="module")
def unset_pdfs() -> Iterator[None]:
    """Let a PDF be the words it would be set from: setting one takes half a second."""

    def unset(asked: dict[str, Any]) -> bytes:
        return json.dumps(asked, ensure_ascii=False).encode()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf_file, "set_apart", unset)
        yield


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
    with databases.created(request.getfixturevalue("postgresql_server"), "bare") as url:
        yield url


@pytest.fixture
def sqlite_url(sqlite_template: Path) -> str:
    """Return the address of a migrated, empty SQLite file."""
    path = sqlite_template.with_name("factcheck.sqlite3")
    for old in path.parent.glob(f"{path.name}*"):  # with what its journal left
        old.unlink()
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(postgresql: Renewed) -> str:
    """Return the address of a migrated, empty PostgreSQL database."""
    postgresql.renew()
    return postgresql.url


@pytest.fixture
def settings(database_url: str, data_dir: Path) -> Settings:
    """Return the settings of a desk with a database of its own."""
    return Settings(
        data_dir=data_dir, database_url=database_url, secret_key="known-to-tests-only"
    )


@pytest.fixture
def app(settings: Settings, kept_app: Callable[[Settings], Flask]) -> Iterator[Flask]:
    """Lend an app."""
    app = kept_app(settings)
    yield app
    with app.app_context():
        _leave(database.db.engine)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a browser without script, not signed in."""
    return app.test_client()


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    """Return a terminal for the `factcheck` command."""
    return app.test_cli_runner()


@pytest.fixture
def session(
    database_url: str, kept_engine: Callable[[str], Engine]
) -> Iterator[Session]:
    """Lend a session on the database that `app` uses, apart from the app's own.

    No app context stands open around it, because Flask's test client would share
    that context, and with it one request's person with the next. Commit before a
    request is to see or change what the session wrote.
    """
    engine = kept_engine(database_url)
    with Session(engine, expire_on_commit=False) as session:
        yield session
    _leave(engine)


def _leave(engine: Engine) -> None:
    """Close connections to a file that the next test replaces; others stay warm."""
    if engine.dialect.name == "sqlite":
        engine.dispose()


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a worker's desks."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def kept_app() -> Callable[[Settings], Flask]:
    """Return a way to this worker's app with these settings, as new.

    One that a test changed is not used again.
    """
    kept: dict[Settings, tuple[Flask, object]] = {}

    def app_with(settings: Settings) -> Flask:
        app, was = kept.get(settings, (None, None))
        if app is None or _traits(app) != was:
            if app is not None:
                with app.app_context():
                    database.db.engine.dispose()
            app = create_app(settings)
            app.testing = True
            kept[settings] = app, _traits(app)
        app.extensions.pop(SHELF, None)
        for limiter in app.extensions["limiter"]:
            limiter.reset()
        return app

    return app_with


def _traits(app: Flask) -> tuple[Any, ...]:
    """Return what a test may have changed of an app."""
    return dict(app.config), dict(app.view_functions), app.jinja_env.loader


@pytest.fixture(scope="session")
def kept_engine() -> Callable[[str], Engine]:
    """Return a way to this worker's engine, apart from the app's, on an address."""
    return functools.cache(database.open_engine)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    database.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql(postgresql_server: str) -> Iterator[Renewed]:
    """Lend this worker's migrated PostgreSQL database."""
    lent = Renewed(postgresql_server, "migrated")
    yield lent
    lent.close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """Lend a PostgreSQL server of this worker's own; return its first database."""
    with databases.postgresql_server() as url:
        yield url
