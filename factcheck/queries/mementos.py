"""Archived copies of sources elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from factcheck.models import Memento, Source
from factcheck.rules import mementos

# What somebody gave comes before what was found, and the latest of it first.
_ORDER = (Memento.given_by_id.is_(None), Memento.id.desc())
MEMENTO = (
    select(Memento.url)
    .where(Memento.source_key == Source.key)
    .order_by(*_ORDER)
    .limit(1)
    .correlate(Source)
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True)
class MementoNoted:
    """An archived copy, and who named it; nobody where it was found.

    Whoever it was is not told to others: who cites a source may still be hidden.
    """

    id: int
    memento: mementos.Memento
    by_id: int | None


def memento_known(session: Session, source_key: str) -> bool:
    """Say whether an archived copy of a source is known."""
    known = exists().where(Memento.source_key == source_key)
    return bool(session.scalar(select(known)))


def mementos_of(session: Session, source_key: str) -> Sequence[MementoNoted]:
    """Return a source's archived copies, the one that is printed first."""
    rows = session.execute(
        select(Memento.id, Memento.url, Memento.given_by_id)
        .where(Memento.source_key == source_key)
        .order_by(*_ORDER)
    )
    return [
        MementoNoted(number, memento, by_id)
        for number, url, by_id in rows
        if (memento := mementos.memento_of(url)) is not None
    ]


def archived_at(url: str, noted: str | None) -> str:
    """Return where a source's archived copy is: its own address, if it is of one."""
    return url if mementos.memento_of(url) else noted or ""
