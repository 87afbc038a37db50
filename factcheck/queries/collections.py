"""Collections of what other desks found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import Collection, User
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class CollectionRow:
    """A collection in a list; `by` is "" where the command imported it."""

    id: int
    name: str
    claims: int
    imported_at: datetime
    by: str


def list_collections(session: Session) -> Sequence[CollectionRow]:
    """Return the collections, the latest first."""
    rows = session.execute(
        select(Collection, User.name)
        .outerjoin(User, User.id == Collection.imported_by_id)
        .order_by(Collection.id.desc())
    )
    return [
        CollectionRow(row.id, row.name, row.claims, row.imported_at, by or "")
        for row, by in rows
    ]


def find_collection(session: Session, collection_id: int) -> Collection:
    """Return a collection.

    Raises:
        NotFoundError: there is none with this id.
    """
    found = session.get(Collection, collection_id)
    if found is None:
        raise NotFoundError(_("There is no such collection; it may be removed."))
    return found


def find_named(session: Session, name: str) -> Collection | None:
    """Return the collection of this name, if there is one."""
    return session.scalar(select(Collection).where(Collection.name == name))
