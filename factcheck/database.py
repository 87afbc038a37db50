"""Engine, session, and one commit per request or command.

SQLite runs in WAL mode with foreign keys on and every commit on disk. Reads run
outside a transaction; the first statement that writes begins one as IMMEDIATE, so
that a writer waits for its turn (see turns) at the start and never fails half-way
with "database is locked". Both databases then behave alike: each statement sees what is
committed (READ COMMITTED), and lost updates are caught by row revisions.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import iscoroutinefunction
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from flask import Flask, Response, current_app
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import (
    Connection,
    Engine,
    ExceptionContext,
    PoolProxiedConnection,
    QueuePool,
    create_engine,
    event,
    inspect,
    text,
)
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session

from factcheck import turns
from factcheck.actions.fetches import woken
from factcheck.config import Settings, resource
from factcheck.errors import BusyError, DatabaseError
from factcheck.translating import _

BUSY_TIMEOUT_MS = 30_000
POOL_SIZE = 64
WAKE = "wake-background"  # the app's extension that is called after a commit
_WRITES = frozenset(
    ("INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "SAVEPOINT")
)

# How the databases say that they are sound but have no room or no time just now.
_BUSY_STATES = frozenset(("40P01", "53300", "55P03", "57P03"))
_BUSY_WORDS = ("is locked", "too many clients", "connection slots", "is starting up")

db = SQLAlchemy(session_options={"expire_on_commit": False})


class Pool(QueuePool):
    """Connections, of which there are so many; whoever waits in vain is told so."""

    def connect(self) -> PoolProxiedConnection:
        """Lend a connection.

        Raises:
            BusyError: all are lent, and none came back in time.
        """
        try:
            return super().connect()
        except PoolTimeoutError as error:
            raise _too_much() from error


def init_app(app: Flask, settings: Settings) -> None:
    """Give the app its engine, and end each request with a commit or a rollback."""
    app.config["SQLALCHEMY_ENGINES"] = {
        "default": {"url": settings.database, **_options(settings.database)}
    }
    db.init_app(app)
    _close_no_async_sessions(app)
    with app.app_context():
        prepare(db.engine)
    app.after_request(_end_request)


def _close_no_async_sessions(app: Flask) -> None:
    """Take away the hook that closes async sessions; nobody here opens one.

    Being a coroutine, it would start a thread and an event loop for each request,
    which costs more than the rest of a small one.
    """
    app.teardown_appcontext_funcs[:] = [
        hook for hook in app.teardown_appcontext_funcs if not iscoroutinefunction(hook)
    ]


def open_engine(url: str) -> Engine:
    """Open an engine outside an app, with the same behaviour."""
    engine = create_engine(url, **_options(url))
    prepare(engine)
    return engine


def prepare(engine: Engine) -> None:
    """Set up SQLite connections, and say of either database that it is busy."""
    event.listen(engine, "handle_error", _tell_busy)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _open_sqlite)
        event.listen(engine, "before_cursor_execute", _begin_before_write)


def _options(url: str) -> dict[str, Any]:
    if url.startswith("sqlite"):
        return {
            "poolclass": Pool,
            "pool_size": POOL_SIZE,
            "connect_args": {"factory": turns.factory()},
        }
    return {
        "poolclass": Pool,
        "pool_size": 10,
        "max_overflow": 20,
        "pool_pre_ping": True,
    }


def _open_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_before_write(
    connection: Connection, _cursor: object, statement: str, *_rest: object
) -> None:
    if statement.lstrip()[:9].split(None, 1)[0].upper() not in _WRITES:
        return
    driver = connection.connection.driver_connection
    if isinstance(driver, turns.Connection) and not driver.in_transaction:
        try:
            driver.begin_write()
        except sqlite3.OperationalError as error:
            if _is_busy(error):
                raise _too_much() from error
            raise


def _tell_busy(context: ExceptionContext) -> None:
    """Say that a database is busy in the desk's words; leave other errors alone."""
    operational = isinstance(context.sqlalchemy_exception, OperationalError)
    if operational and _is_busy(context.original_exception):
        raise _too_much() from context.original_exception


def _is_busy(error: BaseException) -> bool:
    """Whether the database would take the same a moment later."""
    said = str(error)
    return getattr(error, "sqlstate", None) in _BUSY_STATES or any(
        words in said for words in _BUSY_WORDS
    )


def _too_much() -> BusyError:
    return BusyError(
        _("This desk is busy. Nothing was changed. Ask again in half a minute.")
    )


def _end_request(response: Response) -> Response:
    """Commit what an answer below 400 changed; roll back the rest."""
    if response.status_code < 400:
        db.session.commit()
        if woken(db.session):
            current_app.extensions.get(WAKE, _nobody)()
    else:
        db.session.rollback()
    return response


def _nobody() -> None:
    """Stand in for a background that does not run here; another one will look."""


@contextmanager
def desk(settings: Settings) -> Iterator[Session]:
    """Open the desk's database for one command: one commit, or nothing.

    Raises:
        DatabaseError: there is no desk there, or its schema is not this program's.
    """
    check(settings.database)
    engine = open_engine(settings.database)
    try:
        with Session(engine, expire_on_commit=False) as session, session.begin():
            yield session
    finally:
        engine.dispose()


def upgrade(url: str) -> None:
    """Bring the database at this address to the newest schema.

    Raises:
        DatabaseError: it cannot be opened, or is newer than this program.
    """
    from alembic import command  # noqa: PLC0415  (slow; only this command needs it)

    _make_folder(url)
    if current(url) not in {None, *revisions()}:
        raise DatabaseError(_NEWER)
    command.upgrade(alembic_config(url), "head")


def check(url: str) -> str:
    """Return the schema's revision when it is the newest.

    Raises:
        DatabaseError: missing, too old, too new, or out of reach.
    """
    found = current(url)
    if found is None:
        raise DatabaseError(
            "There is no desk in this database yet. Run: factcheck database upgrade"
        )
    known = revisions()
    if found not in known:
        raise DatabaseError(_NEWER)
    if found != known[-1]:
        raise DatabaseError(
            f"The database is at {found}, this program at {known[-1]}. Make a copy of"
            " it, then run: factcheck database upgrade"
        )
    return found


def current(url: str) -> str | None:
    """Return the revision a database is at; None when it is empty.

    Raises:
        DatabaseError: it cannot be opened.
    """
    path = _file_of(url)
    if path is not None and not path.exists():
        return None
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return None
            found = connection.execute(text("SELECT version_num FROM alembic_version"))
            return found.scalar()
    except OperationalError as error:
        raise DatabaseError(
            f"The database cannot be opened: {str(error.orig).splitlines()[0]}. Check"
            " FACTCHECK_DATABASE_URL or the folder named by --data."
        ) from error
    finally:
        engine.dispose()


def revisions() -> list[str]:
    """Return all revisions, oldest first: the names of the migration files."""
    files = (resource("migrations") / "versions").glob("[0-9]*.py")
    return sorted(file.stem for file in files)


def alembic_config(url: str) -> Any:
    """Alembic's configuration, without an ini file."""
    from alembic.config import Config  # noqa: PLC0415  (slow; see upgrade)

    config = Config()
    config.set_main_option("script_location", str(resource("migrations")))
    config.attributes["url"] = url
    return config


def _file_of(url: str) -> Path | None:
    """The file of a SQLite address; None for another kind."""
    path = url.removeprefix("sqlite:///")
    return Path(path) if path != url and path else None


def _make_folder(url: str) -> None:
    if (path := _file_of(url)) is None:
        return
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        TemporaryFile(dir=path.parent).close()  # It must be possible to write there.
    except OSError as error:
        raise DatabaseError(
            f"The folder {path.parent} cannot be made or written to: {error.strerror}."
            " Name another with --data."
        ) from error


_NEWER = (
    "The database was made by a newer Factcheck than this one. Install that version;"
    " nothing was changed."
)
