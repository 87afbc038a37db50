"""Which claims are settled, as SQL: the same rule as rules/settling.settle."""

from sqlalchemy import Select, Subquery, and_, func, select
from sqlalchemy.sql import ColumnElement

from factcheck.models import Essay, Review


def given_reviews(essays: Select[int] | None = None) -> Subquery:
    """Per claim: `given` reviews, `verdicts` that differ among them, and one of them.

    Columns: claim_id, given, verdicts, verdict_id.
    """
    query = (
        select(
            Review.claim_id,
            func.count().label("given"),
            func.count(Review.verdict_id.distinct()).label("verdicts"),
            func.min(Review.verdict_id).label("verdict_id"),
        )
        .where(Review.given_at.is_not(None))
        .group_by(Review.claim_id)
    )
    if essays is not None:
        query = query.where(Review.claim_id.in_(essays))
    return query.subquery("given_reviews")


def is_settled(given: Subquery) -> ColumnElement[bool]:
    """Whether enough reviews are in and agree; `given` is outer joined."""
    return and_(
        func.coalesce(given.c.given, 0) >= Essay.reviews_needed,
        given.c.verdicts == 1,
    )


def needs_reviews(given: Subquery) -> ColumnElement[bool]:
    """Whether the claim still waits for reviews."""
    return func.coalesce(given.c.given, 0) < Essay.reviews_needed
