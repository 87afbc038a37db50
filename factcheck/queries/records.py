"""Every row that belongs to an essay, as an archive carries it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from factcheck.keeping import place
from factcheck.models import (
    Base,
    Essay,
    Event,
    Fetch,
    Review,
    Scale,
    Source,
    User,
)
from factcheck.queries.carried import (
    BROUGHT_IN,
    CARRIED,
    LONG,
    belonging,
    columns_of,
    person_key,
    table_of,
    target_of,
)
from factcheck.queries.viewers import Viewer
from factcheck.rules.event_names import renamed
from factcheck.rules.holdings import Records, Row
from factcheck.translating import ngettext

Stored = dict[str, Any]


def records_of(
    session: Session, essay: Essay, *, viewer: Viewer | None, copies: Path
) -> Records:
    """Return everything of an essay, as far as somebody may see it.

    Args:
        session: the database session.
        essay: which one.
        viewer: who asks; None for the machine's own administrator, who sees all. Of
            others' drafts, and of what reviews said before they were given, nobody
            else sees anything.
        copies: the folder of the bytes of kept copies.
    """
    hidden = _Hidden(session, essay, viewer)
    gathered = _Gathered()
    for model in CARRIED:
        if model is not User:
            gathered.take(model, _rows(session, essay, model, hidden))
    gathered.take(User, _people(session, gathered.people()))
    snapshots = gathered.rows["snapshots"]
    named = {row[each] for row in snapshots for each in ("sha256", "warc_sha256")}
    digests = sorted(named - {""})
    kept = [digest for digest in digests if place(copies, digest).is_file()]
    return Records(
        rows=gathered.written(),
        files=_files(session, gathered),
        copies=kept,
        copy=lambda digest: place(copies, digest).read_bytes(),
        left_out=hidden.said(),
    )


class _Hidden:
    """What somebody may not see: others' drafts, and what was said in them."""

    def __init__(self, session: Session, essay: Essay, viewer: Viewer | None) -> None:
        self.viewer_id = viewer.id if viewer else None
        if viewer is None:
            self._drafts: frozenset[int] = frozenset()
            self._others = self._drafts
            return
        others = select(Review.id).where(
            belonging(Review, essay.id, None), Review.reviewer_id != viewer.id
        )
        drafts = others.where(Review.given_at.is_(None))
        self._drafts = frozenset(session.scalars(drafts))
        self._others = frozenset(session.scalars(others))

    def said(self) -> list[str]:
        """Say what was left out."""
        if not self._drafts:
            return []
        return [
            ngettext(
                "%(num)s draft of a review is its writer's alone, and was left out.",
                "%(num)s drafts of reviews are their writers' alone, and were left"
                " out.",
                len(self._drafts),
            )
        ]

    def event(self, row: Stored) -> Stored | None:
        """Return an event without what a review said while it was a draft."""
        if row["review_id"] not in self._others:
            return row
        if row["review_id"] in self._drafts:
            return None
        kept = {half: _given(row[half]) for half in ("before", "after")}
        return row | kept if any(kept.values()) else None


def _given(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return half of an event with what a review said, if it was given then."""
    review = said.get("review", {})
    rest = {key: value for key, value in said.items() if key != "review"}
    if review.get("given"):
        return {**rest, "review": review}
    return rest | ({"review": {"given": None}} if "given" in review else {})


class _Gathered:
    """Rows as they are stored, and the number that each has in its table."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Stored]] = {}
        self._numbers: dict[str, dict[int, int]] = {}

    def take(self, model: type[Base], rows: Iterable[Stored]) -> None:
        """Take in all rows of a table."""
        name = model.__tablename__
        self.rows[name] = list(rows)
        self._numbers[name] = {
            row["id"]: number for number, row in enumerate(self.rows[name], 1)
        }

    def number(self, table: str, ident: int) -> int:
        """Return a row's number, or 0 where it does not come along."""
        return self._numbers.get(table, {}).get(ident, 0)

    def people(self) -> set[int]:
        """Return the ids of everybody who is named."""
        named: set[int] = set()

        def note(table: str, ident: int) -> int:
            named.update([ident] if table == "people" else [])
            return ident

        for model in CARRIED:
            own = [c for c in columns_of(model) if target_of(model, c) == "people"]
            for row in self.rows.get(model.__tablename__, ()):
                named.update(row[column] for column in own if row[column] is not None)
        for row in self.rows["events"]:
            for half in ("before", "after"):
                renamed(row["kind"], row[half], note)
        return named

    def written(self) -> dict[str, list[Row]]:
        """Return every table, with numbers where ids stood."""
        return {
            model.__tablename__: [
                self._row(model, row) for row in self.rows[model.__tablename__]
            ]
            for model in CARRIED
        }

    def _row(self, model: type[Base], row: Stored) -> Row:
        found = {name: self._value(model, name, row) for name in columns_of(model)}
        if model is Event:
            for half in ("before", "after"):
                found[half] = renamed(row["kind"], row[half], self.number)
        return found

    def _value(self, model: type[Base], column: str, row: Stored) -> Any:
        value = row[column]
        target = target_of(model, column)
        if target and value is not None:
            return self.number(target, value) or None
        return value.isoformat() if isinstance(value, datetime) else value


def _rows(
    session: Session, essay: Essay, model: type[Base], hidden: _Hidden
) -> Iterable[Stored]:
    table = table_of(model)
    names = ["id", *columns_of(model)]
    asked: Select[Any] = select(*(table.columns[name] for name in names))
    asked = asked.where(belonging(model, essay.id, hidden.viewer_id))
    if model is Event:
        asked = asked.where(table.columns.kind != BROUGHT_IN)
    asked = asked.order_by(*_order(model))
    found = (dict(zip(names, row, strict=True)) for row in session.execute(asked))
    if model is Event:
        return [row for row in map(hidden.event, found) if row is not None]
    return map(_at_rest, found) if model is Fetch else found


def _order(model: type[Base]) -> tuple[ColumnElement[Any], ...]:
    """Put what may be there already, or come in any order, in an order of its own."""
    columns = table_of(model).columns
    if model is Source:
        return (columns.fingerprint,)
    if model is Scale:
        return (columns.key, columns.version)
    if model is Fetch:
        return (columns.source_key,)
    return (columns.id,)


def _at_rest(row: Stored) -> Stored:
    """Return a fetch that nobody is at: what was under way is to be done again."""
    state = "waiting" if row["state"] == "running" else row["state"]
    return row | {"state": state, "turn": "", "began_at": None}


def _people(session: Session, ids: set[int]) -> list[Stored]:
    rows = session.execute(
        select(User.id, User.email, User.name, User.interests).where(User.id.in_(ids))
    )
    found = [
        {"id": ident, "key": person_key(email), "name": name, "interests": interests}
        for ident, email, name, interests in rows
    ]
    return sorted(found, key=lambda row: row["key"])


def _files(session: Session, gathered: _Gathered) -> dict[str, bytes]:
    """Return the texts of versions, and the files that they were read from."""
    files = {}
    for (name, column), at in LONG.items():
        columns = Base.metadata.tables[name].columns
        for number, row in enumerate(gathered.rows[name], 1):
            asked = select(columns[column]).where(columns.id == row["id"])
            long = session.scalars(asked).one()
            files[at.format(number)] = long.encode() if isinstance(long, str) else long
    return files
