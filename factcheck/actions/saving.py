"""Writing, with the database's objections put in the desk's words."""

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import Table, insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from factcheck.errors import StaleError
from factcheck.models.base import Base

_MEANWHILE = (
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
        raise StaleError(_MEANWHILE) from error


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
        session.execute(insert(cast("Table", model.__table__)), rows)
    except IntegrityError as error:
        raise StaleError(_MEANWHILE) from error
