"""Essays and their current text."""

from sqlalchemy import bindparam, func, inspect, select
from sqlalchemy.orm import Session, joinedload
from sqlalchemy.orm.util import identity_key

from factcheck.errors import NotFoundError
from factcheck.models import Essay, Scale, Version
from factcheck.translating import _

# Built once: putting one of these together takes as long as running it.
_WHOLE = select(Essay).options(
    joinedload(Essay.scale, innerjoin=True).joinedload(Scale.verdicts)
)
_BY_SLUG = _WHOLE.where(Essay.slug == bindparam("slug"))
_BY_ID = _WHOLE.where(Essay.id == bindparam("essay_id"))
_CURRENT = select(Version).where(
    Version.essay_id == bindparam("essay_id"), Version.current
)


def find_essay(session: Session, slug: str) -> Essay:
    """Return the essay with its scale and verdicts loaded.

    Raises:
        NotFoundError: no essay has this slug.
    """
    found = session.scalars(_BY_SLUG, {"slug": slug})
    essay = found.unique().one_or_none()
    if essay is None:
        raise NotFoundError(_("There is no essay called %(slug)s.", slug=repr(slug)))
    return essay


def essay_of(session: Session, essay_id: int) -> Essay:
    """Return an essay by id, with its scale and verdicts loaded."""
    known = session.identity_map.get(identity_key(Essay, essay_id))
    if isinstance(known, Essay) and _is_whole(known):
        return known
    return session.scalars(_BY_ID, {"essay_id": essay_id}).unique().one()


def current_version(session: Session, essay: Essay) -> Version:
    """Return the version of the text in force, its text not loaded."""
    return session.scalars(_CURRENT, {"essay_id": essay.id}).one()


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


def _is_whole(essay: Essay) -> bool:
    """Say whether an essay of this session has its scale and verdicts loaded."""
    if "scale" in inspect(essay).unloaded:
        return False
    return "verdicts" not in inspect(essay.scale).unloaded
