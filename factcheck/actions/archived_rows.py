"""Rows of an archive on their way into the tables: typed, and with ids of this desk."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NoReturn

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    Integer,
    Table,
    func,
    insert,
    select,
)
from sqlalchemy.orm import Session

from factcheck.actions.saving import begin_to_write, tell_of
from factcheck.errors import UnreadableError
from factcheck.models import Base
from factcheck.models.base import UTCDateTime
from factcheck.queries.carried import CARRIED, LONG, SHARED, columns_of, target_of
from factcheck.rules.holdings import Row
from factcheck.translating import _

_LARGEST = 2**31
_AT_ONCE = 500
Values = dict[str, Any]
_TYPES: tuple[tuple[type, tuple[type, ...]], ...] = (
    (JSON, (dict, list)),
    (Boolean, (bool,)),
    (Integer, (int,)),
    (Float, (int, float)),
)


def contradicts(table: str) -> NoReturn:
    """Refuse an archive for what one of its tables says.

    Raises:
        UnreadableError: always.
    """
    raise UnreadableError(
        _(
            "The archive contradicts itself, in %(place)s. Nothing was stored.",
            place=f"records/{table}.jsonl",
        )
    )


def check_rows(rows: Mapping[str, Sequence[Row]]) -> None:
    """Refuse rows that have other columns or types than this desk's tables.

    Raises:
        UnreadableError: they have; a newer desk may have written them.
    """
    names = {model.__tablename__ for model in CARRIED}
    if set(rows) - names:
        _newer()
    for model in CARRIED:
        own = rows.get(model.__tablename__)
        if own is None or any(set(row) != set(own[0]) for row in own):
            contradicts(model.__tablename__)
        for row in own:
            _check_row(model, row, rows)


def _check_row(model: type[Base], row: Row, rows: Mapping[str, Sequence[Row]]) -> None:
    table = Base.metadata.tables[model.__tablename__]
    wanted = columns_of(model)
    if set(row) - set(wanted):
        _newer()
    for name in wanted:
        target = target_of(model, name)
        if name not in row:
            if name not in table.columns or _has_no_default(table.columns[name]):
                contradicts(table.name)
        elif target:
            _check_number(table, table.columns[name], row[name], len(rows[target]))
        elif not _fits(table.columns.get(name), row[name]):
            contradicts(table.name)


def _check_number(table: Table, column: Column[Any], value: object, count: int) -> None:
    """Refuse a number that leads to no row."""
    if value is None and column.nullable:
        return
    if type(value) is not int or not 0 < value <= count:
        contradicts(table.name)


def _has_no_default(column: Column[Any]) -> bool:
    given = column.default is not None or column.server_default is not None
    return not (given or column.nullable)


def _fits(column: Column[Any] | None, value: object) -> bool:
    if column is None:  # a person's key
        return isinstance(value, str) and value != ""
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, UTCDateTime):
        return _moment(value) is not None
    wanted = next((w for kind, w in _TYPES if isinstance(column.type, kind)), (str,))
    small = type(value) is not int or -_LARGEST <= value < _LARGEST
    return small and type(value) in wanted


def _moment(said: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(said))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _newer() -> NoReturn:
    raise UnreadableError(
        _(
            "This archive was written by a newer Factcheck than this one: it holds what"
            " is not known here. Nothing was stored. Upgrade this desk first."
        )
    )


class Numbering:
    """The ids that numbers of an archive have become, by table."""

    def __init__(self) -> None:
        self._ids: dict[str, Sequence[int]] = {}

    def became(self, table: str, ids: Sequence[int]) -> None:
        """Say which ids the rows of a table have, in their order."""
        self._ids[table] = ids

    def id_of(self, table: str, number: int) -> int:
        """Return an id; 0 for what did not come along."""
        ids = self._ids.get(table, ())
        return ids[number - 1] if 0 < number <= len(ids) else 0

    def values(self, model: type[Base], row: Row) -> Values:
        """Return a row as the tables of this desk have it."""
        columns = Base.metadata.tables[model.__tablename__].columns
        found: Values = {}
        for name, value in row.items():
            target = target_of(model, name)
            if target and value is not None:
                found[name] = self.id_of(target, value)
            elif value is not None and isinstance(columns[name].type, UTCDateTime):
                found[name] = _moment(value)
            else:
                found[name] = value
        return found


def add_all(session: Session, model: type[Base], rows: Sequence[Values]) -> list[int]:
    """Store rows, and return their ids in the same order.

    SQLite tells ids of one row at a time; but it has one writer, which knows before
    what ids many will have.
    """
    if not rows:
        return []
    table = Base.metadata.tables[model.__tablename__]
    if session.get_bind().dialect.name == "sqlite":
        begin_to_write(session)
        first = (session.scalar(select(func.max(table.c.id))) or 0) + 1
        ids = list(range(first, first + len(rows)))
        numbered = [row | {"id": at} for row, at in zip(rows, ids, strict=True)]
        session.execute(insert(table), numbered)
        return ids
    adding = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    ids = list(session.scalars(adding, rows))
    tell_of(session, model, len(rows))
    return ids


def add_shared(
    session: Session, model: type[Base], rows: Sequence[Values]
) -> list[int]:
    """Store rows that may be here already, and return the ids of all."""
    table = Base.metadata.tables[model.__tablename__]
    names = SHARED[table.name]
    known = dict(_known(session, table, names, rows))
    new = [row for row in rows if _name(names, row) not in known]
    fresh = add_all(session, model, new)
    known |= {_name(names, row): at for row, at in zip(new, fresh, strict=True)}
    return [known[_name(names, row)] for row in rows]


def _known(
    session: Session, table: Table, names: Sequence[str], rows: Sequence[Values]
) -> Iterator[tuple[tuple[Any, ...], int]]:
    first = sorted({row[names[0]] for row in rows})
    columns = [table.columns[name] for name in names]
    for at in range(0, len(first), _AT_ONCE):
        some = first[at : at + _AT_ONCE]
        for ident, *name in session.execute(
            select(table.c.id, *columns).where(columns[0].in_(some))
        ):
            yield tuple(name), ident


def _name(names: Sequence[str], row: Values) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


def long_values(
    model: type[Base], number: int, files: Mapping[str, bytes]
) -> dict[str, str | bytes]:
    """Return what of a row stands in a file of its own.

    Raises:
        UnreadableError: the file is missing, or is no text where one is needed.
    """
    found: dict[str, str | bytes] = {}
    for (table, column), place in LONG.items():
        if table != model.__tablename__:
            continue
        data = files.get(place.format(number))
        if data is None:
            contradicts(table)
        found[column] = data if column == "data" else _decoded(data, table)
    return found


def _decoded(data: bytes, table: str) -> str:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        contradicts(table)
    return contradicts(table) if "\0" in text else text
