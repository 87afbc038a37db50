"""Settled claims, with what was found about each."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, select
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Claim, Essay, Review, Ruling, Verdict, Version
from factcheck.queries.settled import is_settled, outcomes
from factcheck.rules.scales import Standing


@dataclass(frozen=True, slots=True)
class SettledClaim:
    """A claim with its verdict, and the essay it stands in.

    Attributes:
        said: the statement, or the words where nobody wrote one.
        settled_at: when it was ruled, or the last review of those that agree given.
        reveal_at: before this day only editors of the essay may know of it.
    """

    claim_id: int
    number: int
    said: str
    finding: str
    verdict: str
    standing: Standing
    settled_at: datetime | None
    essay_id: int
    slug: str
    title: str
    language: str
    reveal_at: datetime | None


def settled_claims(
    session: Session, among: ColumnElement[bool] | None = None
) -> Sequence[SettledClaim]:
    """Return the claims that have a verdict, in two queries.

    Args:
        session: the database session.
        among: which, as a condition on Claim and Essay; all by default.
    """
    found = outcomes(among)
    rows = session.execute(
        select(
            Claim.id,
            Claim.number,
            Claim.statement,
            Anchor.quote,
            Verdict.label,
            Verdict.standing,
            Essay.id.label("essay_id"),
            Essay.slug,
            Essay.title,
            Essay.language,
            Essay.reveal_at,
            Ruling.finding,
            Ruling.ruled_at,
        )
        .join(found, found.c.claim_id == Claim.id)
        .join(Verdict, Verdict.id == found.c.verdict_id)
        .join(Essay, Essay.id == Claim.essay_id)
        .join(Version, and_(Version.essay_id == Essay.id, Version.current))
        .outerjoin(
            Anchor, and_(Anchor.claim_id == Claim.id, Anchor.version_id == Version.id)
        )
        .outerjoin(
            Ruling, and_(Ruling.claim_id == Claim.id, Ruling.replaced_at.is_(None))
        )
        .where(is_settled(found))
        .order_by(Claim.id)
    ).all()
    agreed = [row.id for row in rows if row.ruled_at is None]
    reviews = _reviews(session, agreed)
    return [_settled(row, reviews.get(row.id, [])) for row in rows]


_MOST_ASKED = 500  # ids at once; databases limit a statement's values
_Reviews = list[tuple[str, datetime | None]]


def _reviews(session: Session, claims: Collection[int]) -> Mapping[int, _Reviews]:
    """Return what was found in each claim's reviews and when, the first given first."""
    found: defaultdict[int, _Reviews] = defaultdict(list)
    ids = list(claims)
    for at in range(0, len(ids), _MOST_ASKED):
        rows = session.execute(
            select(Review.claim_id, Review.finding, Review.given_at)
            .where(
                Review.claim_id.in_(ids[at : at + _MOST_ASKED]),
                Review.given_at.is_not(None),
            )
            .order_by(Review.claim_id, Review.first_given_at, Review.id)
        )
        for claim_id, finding, given_at in rows:
            found[claim_id].append((finding, given_at))
    return found


def _settled(row: Row[*tuple[Any, ...]], reviews: _Reviews) -> SettledClaim:
    given = [at for _, at in reviews if at]
    return SettledClaim(
        claim_id=row.id,
        number=row.number,
        said=row.statement or row.quote or "",
        finding=row.finding or (reviews[0][0] if reviews else ""),
        verdict=row.label,
        standing=Standing(row.standing),
        settled_at=row.ruled_at or max(given, default=None),
        essay_id=row.essay_id,
        slug=row.slug,
        title=row.title,
        language=row.language,
        reveal_at=row.reveal_at,
    )
