"""How the fetching of cited pages stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.models import Citation, Claim, Essay, Fetch, Review, Snapshot, Source
from factcheck.models.base import now
from factcheck.queries.mementos import MEMENTO, archived_at


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking at pages: how many of each kind."""

    kept: int
    new: int
    failed: int


@dataclass(frozen=True, slots=True)
class Lost:
    """A page that was not to be had, and a claim whose review cites it.

    `archived` is the address of a copy in an archive elsewhere, or "".
    """

    url: str
    said: str
    slug: str
    title: str
    claim: int
    archived: str


def looked_since(session: Session, start: datetime) -> Looked:
    """Count the pages looked at since a time, and the new copies made of them."""
    ended = Fetch.ended_at >= start
    kept = select(func.count(Fetch.id)).where(ended, Fetch.state == "kept")
    lost = select(func.count(Fetch.id)).where(ended, Fetch.state != "kept")
    new = select(func.count(Snapshot.id)).where(
        Snapshot.taken_at >= start, Snapshot.taken_by_id.is_(None)
    )
    return Looked(
        session.scalar(kept) or 0, session.scalar(new) or 0, session.scalar(lost) or 0
    )


def lost_pages(
    session: Session, *, reviewer_id: int | None = None, limit: int | None = None
) -> Sequence[Lost]:
    """Return the pages that were not to be had, with the claims that cite them.

    Args:
        session: the database session.
        reviewer_id: leave out what only others cite, who may still be unseen.
        limit: how many at most.
    """
    asked = (
        select(Fetch.url, Fetch.said, Essay.slug, Essay.title, Claim.number, MEMENTO)
        .distinct()
        .join(Source, Source.key == Fetch.source_key)
        .join(Citation, Citation.source_id == Source.id)
        .join(Review, Review.id == Citation.review_id)
        .join(Claim, Claim.id == Review.claim_id)
        .join(Essay, Essay.id == Claim.essay_id)
        .where(
            Fetch.state == "failed",
            Review.given_at.is_not(None),
            Claim.withdrawn_at.is_(None),
        )
        .order_by(Essay.slug, Claim.number, Fetch.url)
        .limit(limit)
    )
    if reviewer_id is not None:
        asked = asked.where(Review.reviewer_id == reviewer_id)
    rows = session.execute(asked)
    return [
        Lost(url, said, slug, title, claim, archived_at(url, noted))
        for url, said, slug, title, claim, noted in rows
    ]


def next_due(session: Session, within: timedelta) -> datetime | None:
    """Return when the next page is due, if that is soon."""
    found = session.scalar(
        select(func.min(Fetch.due_at)).where(Fetch.state == "waiting")
    )
    return found if found is not None and found <= now() + within else None
