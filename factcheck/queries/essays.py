"""Essays and their current text."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager, selectinload

from factcheck.errors import NotFoundError
from factcheck.models import Essay, Scale, Version


def find_essay(session: Session, slug: str) -> Essay:
    """Return the essay with its scale and verdicts loaded.

    Raises:
        NotFoundError: no essay has this slug.
    """
    essay = session.scalar(
        select(Essay)
        .join(Essay.scale)
        .options(contains_eager(Essay.scale).selectinload(Scale.verdicts))
        .where(Essay.slug == slug)
    )
    if essay is None:
        raise NotFoundError(f"There is no essay called {slug!r}.")
    return essay


def essay_of(session: Session, essay_id: int) -> Essay:
    """Return an essay by id, with its scale and verdicts loaded."""
    return session.scalars(
        select(Essay)
        .where(Essay.id == essay_id)
        .options(selectinload(Essay.scale).selectinload(Scale.verdicts))
    ).one()


def current_version(session: Session, essay: Essay) -> Version:
    """Return the version of the text in force, its text not loaded."""
    return session.scalars(
        select(Version).where(Version.essay_id == essay.id, Version.current)
    ).one()


def words_between(session: Session, version_id: int, start: int, end: int) -> str:
    """Return text[start:end] of a version without loading all of it."""
    found = session.scalar(
        select(func.substr(Version.text, start + 1, end - start)).where(
            Version.id == version_id
        )
    )
    return found or ""


def whole_text(session: Session, version_id: int) -> str:
    """Return a version's whole text."""
    return session.scalars(select(Version.text).where(Version.id == version_id)).one()


def slugs_like(session: Session, slug: str) -> set[str]:
    """Return the slugs that start with this one."""
    return set(session.scalars(select(Essay.slug).where(Essay.slug.startswith(slug))))
