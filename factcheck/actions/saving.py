"""Writing, with the database's objections put in the desk's words."""

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import Table, insert, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from factcheck.errors import StaleError
from factcheck.models import Essay
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
