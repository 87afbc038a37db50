"""Flushing, with the database's objections put in the desk's words."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from factcheck.errors import StaleError

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
