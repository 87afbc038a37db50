"""The desk's sources: those somebody may know of, found by words, with their uses.

Who cites what is as blind as the review that cites it. A source that only such a review
cites would give it away, so it is not there for others until they may read the review;
what was imported into the list, or written into it, is there for everybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, true
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import Citation, Claim, Essay, Event, Review, Source, User
from factcheck.models.base import now
from factcheck.queries.onlookers import complete
from factcheck.queries.sources import source_facts
from factcheck.rules.citations import SourceFacts, SourceKind, source_from_state
from factcheck.rules.evidence import address_key
from factcheck.rules.permissions import Deed, may
from factcheck.rules.sources import plainly
from factcheck.translating import _

PAGE = 50
MOST_FOUND = 8
_MOST_WORDS = 8
_MOST_USES = 100
_MOST_ROWS = 2**31 - 1  # what PostgreSQL takes for an id


@dataclass(frozen=True, slots=True)
class Listed:
    """A source in a list; `uses` counts the citations that the viewer may know of."""

    id: int
    revision: int
    facts: SourceFacts
    uses: int = 0


@dataclass(frozen=True, slots=True)
class Use:
    """A claim whose review cites a source."""

    slug: str
    title: str
    claim: int


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of a source's history."""

    id: int
    kind: str
    at: datetime
    who: str
    before: SourceFacts | None
    after: SourceFacts | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What a list of sources is narrowed to; "" and False are everything."""

    words: str = ""
    kind: str = ""
    twice: bool = False


def list_sources(
    session: Session,
    viewer: User | None,
    sought: Sought,
    *,
    page: int = 1,
    before: int = 0,
    most: int = PAGE,
) -> Sequence[Listed]:
    """Return a page of the desk's sources, the newest first.

    Args:
        session: the database session.
        viewer: who looks; None sees all.
        sought: what is looked for; `twice` finds those that share an address or name.
        page: from 1; 0 for all of them.
        before: instead of a page, the id of a source: those that are older.
        most: how many a page has.
    """
    uses = (
        _uses(viewer)
        .with_only_columns(func.count(), maintain_column_froms=True)
        .scalar_subquery()
    )
    asked = select(Source, uses).where(_among(viewer, sought))
    order = (Source.key, Source.id) if sought.twice else (Source.id.desc(),)
    asked = asked.order_by(*order)
    if before:
        asked = asked.where(Source.id < before)
    if page:
        asked = asked.limit(most).offset(most * (page - 1))
    return [
        Listed(source.id, source.revision, source_facts(source), count)
        for source, count in session.execute(asked)
    ]


def count_sources(session: Session, viewer: User | None, sought: Sought) -> int:
    """Count the sources that list_sources would return."""
    asked = select(func.count(Source.id)).where(_among(viewer, sought))
    return session.scalar(asked) or 0


def find_sources(session: Session, viewer: User, typed: str) -> Sequence[Listed]:
    """Return the few sources that fit what is being typed, the newest first.

    All the words must be found, in title, author, address, or wherever it appeared; an
    address finds its page however it is written.
    """
    if not typed.strip():
        return []
    return list_sources(session, viewer, Sought(typed))[:MOST_FOUND]


def source_seen(session: Session, viewer: User, source_id: int) -> Source:
    """Return a source that somebody may know of; of a former one, what it became.

    Raises:
        NotFoundError: there is none, or it is not theirs to know of yet.
    """
    found = session.get(Source, source_id) if source_id <= _MOST_ROWS else None
    if found is not None and found.became_id is not None:
        found = session.get(Source, found.became_id)
    if found is None or not session.scalar(
        select(Source.id).where(Source.id == found.id, _known(viewer))
    ):
        raise NotFoundError(_("There is no such source at this desk."))
    return found


def uses_of(session: Session, viewer: User, source: Source) -> Sequence[Use]:
    """Return the claims at which somebody may know that a source is cited."""
    rows = session.execute(
        _uses(viewer)
        .with_only_columns(Essay.slug, Essay.title, Claim.number)
        .correlate(None)
        .where(Citation.source_id == source.id)
        .distinct()
        .order_by(Essay.slug, Claim.number)
        .limit(_MOST_USES)
    )
    return [Use(*row) for row in rows]


def history_of(session: Session, viewer: User, source: Source) -> Sequence[Happened]:
    """Return what happened to a source, the newest first.

    What was merged into it is told to editors and to who did it: another may not know
    yet that somebody cited it.
    """
    rows = session.execute(
        select(Event, User.name)
        .outerjoin(User, User.id == Event.actor_id)
        .where(Event.source_id == source.id)
        .order_by(Event.id.desc())
    )
    everything = may(viewer.role, Deed.RULE)
    return [
        _happened(event, name or "", told=everything or event.actor_id == viewer.id)
        for event, name in rows
    ]


def last_change(session: Session, source: Source) -> Event | None:
    """Return the newest change of a source that was not undone, if there is one."""
    undone = select(Event.undoes_id).where(Event.undoes_id.is_not(None))
    return session.scalars(
        select(Event)
        .where(
            Event.source_id == source.id,
            Event.kind.in_(("source.edited", "source.merged")),
            Event.id.not_in(undone.where(Event.source_id == source.id)),
        )
        .order_by(Event.id.desc())
        .limit(1)
    ).first()


def _happened(event: Event, who: str, *, told: bool) -> Happened:
    before, after = (half.get("source") for half in (event.before, event.after))
    shown = told or event.kind == "source.edited"
    return Happened(
        id=event.id,
        kind=event.kind,
        at=event.at,
        who=who,
        before=_facts(before) if shown else None,
        after=_facts(after) if shown else None,
    )


def _facts(state: dict[str, Any] | None) -> SourceFacts | None:
    return source_from_state(state) if state and "title" in state else None


def _among(viewer: User | None, sought: Sought) -> ColumnElement[bool]:
    kinds = [Source.kind == sought.kind] if sought.kind in set(SourceKind) else []
    twice = [_again(viewer)] if sought.twice else []
    return and_(_known(viewer), _worded(sought.words), *kinds, *twice)


def _worded(typed: str) -> ColumnElement[bool]:
    words = plainly(typed).split()[:_MOST_WORDS]
    found = and_(true(), *(Source.found_by.contains(w, autoescape=True) for w in words))
    if "://" in typed:
        return or_(Source.key == address_key(typed), found)
    return found


def _again(viewer: User | None) -> ColumnElement[bool]:
    """Whether there is another source of the same address, or of the same name."""
    keys = (
        select(Source.key)
        .where(_known(viewer))
        .group_by(Source.key)
        .having(func.count() > 1)
    )
    return Source.key.in_(keys)


def _known(viewer: User | None) -> ColumnElement[bool]:
    cited = exists().where(Citation.source_id == Source.id)
    if viewer is not None:
        cited = _uses(viewer).with_only_columns(Citation.id).exists()
    return and_(Source.became_id.is_(None), or_(Source.listed, cited))


def _uses(viewer: User | None) -> Select[Citation]:
    """Select the citations of the outer query's source that somebody may know of.

    The rule is rules/permissions.may_see_review's, a row at a time.
    """
    asked = (
        select(Citation)
        .join(Review, Review.id == Citation.review_id)
        .join(Claim, Claim.id == Review.claim_id)
        .join(Essay, Essay.id == Claim.essay_id)
        .where(Citation.source_id == Source.id)
        .correlate(Source)
    )
    if viewer is None:
        return asked
    given: ColumnElement[bool] = Review.given_at.is_not(None)
    if not may(viewer.role, Deed.RULE):
        revealed = or_(Essay.reveal_at.is_(None), Essay.reveal_at <= now())
        given = and_(given, complete(), revealed)
    return asked.where(or_(Review.reviewer_id == viewer.id, given))
