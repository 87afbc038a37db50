"""Published editions, read back from what was frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import Edition, Essay


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition in a list."""

    number: int
    published_at: datetime
    note: str


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """An edition as frozen: `document` is its json export."""

    number: int
    latest: int
    published_at: datetime
    document: str


def list_editions(session: Session, slug: str) -> Sequence[EditionRow]:
    """Return an essay's editions, newest first."""
    rows = session.execute(
        select(Edition.number, Edition.published_at, Edition.note)
        .join(Essay, Essay.id == Edition.essay_id)
        .where(Essay.slug == slug)
        .order_by(Edition.number.desc())
    )
    return [EditionRow(*row) for row in rows]


def latest_edition(session: Session, slug: str) -> PublishedEdition:
    """Return the newest edition of an essay.

    Raises:
        NotFoundError: nothing is published under this slug.
    """
    return _one(session, _editions(slug), slug)


def find_edition(session: Session, slug: str, number: int) -> PublishedEdition:
    """Return one edition of an essay.

    Raises:
        NotFoundError: there is none of this number.
    """
    return _one(session, _editions(slug).where(Edition.number == number), slug)


def _editions(slug: str) -> Select[Edition]:
    return (
        select(Edition)
        .join(Essay, Essay.id == Edition.essay_id)
        .where(Essay.slug == slug)
        .order_by(Edition.number.desc())
        .limit(1)
    )


def _one(session: Session, query: Select[Edition], slug: str) -> PublishedEdition:
    edition = session.scalar(query)
    if edition is None:
        raise NotFoundError(f"Nothing is published under {slug!r}.")
    latest = session.scalars(
        select(Edition.number)
        .where(Edition.essay_id == edition.essay_id)
        .order_by(Edition.number.desc())
        .limit(1)
    ).one()
    document = session.scalars(
        select(Edition.document).where(Edition.id == edition.id)
    ).one()
    return PublishedEdition(edition.number, latest, edition.published_at, document)
