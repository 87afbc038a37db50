"""Published editions, read back from what was frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import GoneError, NotFoundError
from factcheck.models import Edition, Essay, User
from factcheck.rules.annotated import Correction
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition in a list."""

    number: int
    published_at: datetime
    note: str
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """An edition that anyone may read, and the number of the newest."""

    id: int
    number: int
    latest: int
    published_at: datetime


@dataclass(frozen=True, slots=True)
class LastEdition:
    """The newest edition and who published it; number 0 where there is none."""

    number: int = 0
    note: str = ""
    published_at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class CorrectedEdition:
    """A later edition of some essay, with what it corrected."""

    slug: str
    title: str
    edition: EditionRow


def list_editions(session: Session, slug: str) -> Sequence[EditionRow]:
    """Return an essay's editions, newest first, also those that were taken down."""
    rows = session.execute(
        select(Edition.number, Edition.published_at, Edition.note, Edition.corrections)
        .join(Essay, Essay.id == Edition.essay_id)
        .where(Essay.slug == slug)
        .order_by(Edition.number.desc())
    )
    return [_row(*row) for row in rows]


def list_corrected(session: Session, most: int) -> Sequence[CorrectedEdition]:
    """Return the desk's later editions, newest first; none of what was taken down."""
    rows = session.execute(
        select(
            Essay.slug,
            Essay.title,
            Edition.number,
            Edition.published_at,
            Edition.note,
            Edition.corrections,
        )
        .join(Essay, Essay.id == Edition.essay_id)
        .where(Edition.number > 1, Essay.unpublished_at.is_(None))
        .order_by(Edition.published_at.desc(), Edition.id.desc())
        .limit(most)
    )
    return [CorrectedEdition(slug, title, _row(*row)) for slug, title, *row in rows]


def last_edition(session: Session, essay_id: int) -> LastEdition:
    """Return the newest edition of an essay, up or taken down."""
    row = session.execute(
        select(Edition.number, Edition.note, Edition.published_at, User.name)
        .outerjoin(User, User.id == Edition.published_by_id)
        .where(Edition.essay_id == essay_id)
        .order_by(Edition.number.desc())
        .limit(1)
    ).one_or_none()
    return LastEdition(*row) if row else LastEdition()


def last_document(session: Session, essay_id: int) -> str | None:
    """Return the newest edition as it was frozen, or None where there is none."""
    return session.scalar(
        select(Edition.document)
        .where(Edition.essay_id == essay_id)
        .order_by(Edition.number.desc())
        .limit(1)
    )


def edition_document(session: Session, edition_id: int) -> str:
    """Return an edition as it was frozen: its json export."""
    return session.scalars(
        select(Edition.document).where(Edition.id == edition_id)
    ).one()


def latest_edition(session: Session, slug: str) -> PublishedEdition:
    """Return the newest edition of an essay.

    Raises:
        NotFoundError: nothing is published under this slug.
        GoneError: what was published was taken down.
    """
    return _one(session, slug, None)


def find_edition(session: Session, slug: str, number: int) -> PublishedEdition:
    """Return one edition of an essay.

    Raises:
        NotFoundError: there is none of this number.
        GoneError: what was published was taken down.
    """
    return _one(session, slug, number)


def published_essay(session: Session, slug: str) -> int:
    """Return the id of an essay that anyone may read.

    Raises:
        NotFoundError: nothing is published under this slug.
        GoneError: what was published was taken down.
    """
    essay = session.scalar(select(Essay).where(Essay.slug == slug))
    if essay is None:
        raise NotFoundError(_("Nothing is published under %(slug)s.", slug=repr(slug)))
    if essay.unpublished_at is not None:
        raise GoneError(
            _("“%(title)s” was taken down.", title=essay.title),
            title=essay.title,
            note=essay.unpublished_note,
            at=essay.unpublished_at,
        )
    return essay.id


def _one(session: Session, slug: str, number: int | None) -> PublishedEdition:
    essay_id = published_essay(session, slug)
    newest = (
        select(Edition.id, Edition.number, Edition.published_at)
        .where(Edition.essay_id == essay_id)
        .order_by(Edition.number.desc())
        .limit(1)
    )
    wanted = newest if number is None else newest.where(Edition.number == number)
    row = session.execute(wanted).one_or_none()
    if row is None:
        raise NotFoundError(_("Nothing is published under %(slug)s.", slug=repr(slug)))
    latest = row.number
    if number is not None:
        latest = last_edition(session, essay_id).number
    return PublishedEdition(row.id, row.number, latest, row.published_at)


def _row(
    number: int, published_at: datetime, note: str, corrected: list[dict[str, Any]]
) -> EditionRow:
    found = tuple(Correction(**correction) for correction in corrected)
    return EditionRow(number, published_at, note, found)
