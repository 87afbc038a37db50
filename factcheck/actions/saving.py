"""Writing, with the database's objections put in the desk's words."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    CursorResult,
    Insert,
    Table,
    Update,
    bindparam,
    false,
    insert,
    text,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.exc import StaleDataError

from factcheck.errors import StaleError
from factcheck.models import Essay, Review, Source
from factcheck.models.base import Base
from factcheck.translating import N_, _

_MANY = 500
_MEANWHILE = N_(
    "Somebody changed this at the same moment. Nothing of theirs was overwritten;"
    " look at it again and repeat what you did."
)


def flush(session: Session) -> None:
    """Send changes to the database.

    Raises:
        StaleError: somebody else's change came first.
    """
    try:
        session.flush()
    except (StaleDataError, IntegrityError) as error:
        raise StaleError(_(_MEANWHILE)) from error


def take_turn(session: Session, essay: Essay) -> None:
    """Let one at a time work on an essay until their transaction ends.

    Who comes second then sees what the first did.
    """
    session.execute(
        update(Essay)
        .where(Essay.id == essay.id)
        .values(slug=Essay.slug)
        .execution_options(synchronize_session=False)
    )


def begin_to_write(session: Session) -> None:
    """See to it that what is read from here on stands until this transaction ends.

    SQLite has one writer at a time, and this becomes it; on PostgreSQL rows are held
    by those who read them.
    """
    if session.get_bind().dialect.name == "sqlite":
        session.execute(
            update(Source)
            .where(false())
            .values(listed=Source.listed)
            .execution_options(synchronize_session=False)
        )


def store(session: Session, row: Review, values: Mapping[str, object]) -> None:
    """Write some columns of a stored row now, unless somebody changed it since.

    A flush does the same for anything, but looks at all there is in the session and
    in what order to write it; that took a sixth of the time of saving a draft.

    Raises:
        StaleError: somebody else's change came first.
    """
    written = {**values, "revision": row.revision + 1}
    seen = {"row_id": row.id, "seen": row.revision}
    done = session.execute(_revise(type(row)), written | seen)
    if cast("CursorResult[Any]", done).rowcount != 1:
        raise StaleError(_(_MEANWHILE))
    for name, value in written.items():
        set_committed_value(row, name, value)


@cache
def _revise(model: type[Base]) -> Update:
    table = cast("Table", model.__table__)
    return update(table).where(
        table.c.id == bindparam("row_id"), table.c.revision == bindparam("seen")
    )


def add_rows(
    session: Session, model: type[Base], rows: Sequence[Mapping[str, object]]
) -> None:
    """Write new rows in one statement, without an object for each.

    Raises:
        StaleError: somebody else's change came first.
    """
    if not rows:
        return
    try:
        session.execute(_insert(model), rows)
    except IntegrityError as error:
        raise StaleError(_(_MEANWHILE)) from error
    tell_of(session, model, len(rows))


def tell_of(session: Session, model: type[Base], count: int) -> None:
    """Tell PostgreSQL of many new rows at once.

    It would hear of them within a minute, but until then it may think a table nearly
    empty, and look through it once for each claim of a long essay.
    """
    if count >= _MANY and session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"ANALYZE (SKIP_LOCKED) {model.__tablename__}"))


def add_unless_there(
    session: Session,
    model: type[Base],
    key: InstrumentedAttribute[Any] | Sequence[InstrumentedAttribute[Any]],
    rows: Sequence[Mapping[str, object]],
) -> None:
    """Write those of the rows whose key is not stored yet, in one statement.

    Args:
        session: the database session.
        model: whose rows they are.
        key: the column or columns that no two rows share.
        rows: in an order that all agree on, so that no two writers wait for each other.
    """
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    columns = [key] if isinstance(key, InstrumentedAttribute) else list(key)
    statement = dialect.insert(model).on_conflict_do_nothing(index_elements=columns)
    session.execute(statement, rows)


@cache
def _insert(model: type[Base]) -> Insert:
    return insert(cast("Table", model.__table__))
