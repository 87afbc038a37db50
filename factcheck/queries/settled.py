"""Where claims stand, as SQL: the same rule as rules/settling.settle."""

from sqlalchemy import ColumnElement, Subquery, and_, case, func, or_, select, true

from factcheck.models import Claim, Essay, Review, Ruling
from factcheck.rules.settling import Settlement


def outcomes(among: ColumnElement[bool] | None = None) -> Subquery:
    """Return each live claim with its outcome, a row each.

    Columns: claim_id, essay_id, given (how many reviews), settlement, verdict_id (NULL
    until it is settled).

    Args:
        among: which claims, as a condition on Claim and Essay; all by default.
    """
    given = (
        select(
            Review.claim_id,
            func.count().label("given"),
            func.min(Review.verdict_id).label("low"),
            func.max(Review.verdict_id).label("high"),
        )
        .join(Claim, Claim.id == Review.claim_id)
        .join(Essay, Essay.id == Claim.essay_id)
        .where(Review.given_at.is_not(None), true() if among is None else among)
        .group_by(Review.claim_id)
        .subquery("given")
    )
    settlement = _settlement(func.coalesce(given.c.given, 0), given)
    verdict = case(
        (settlement == Settlement.RULED, Ruling.verdict_id),
        (settlement == Settlement.SETTLED, given.c.low),
    )
    return (
        select(
            Claim.id.label("claim_id"),
            Claim.essay_id,
            func.coalesce(given.c.given, 0).label("given"),
            settlement.label("settlement"),
            verdict.label("verdict_id"),
        )
        .join(Essay, Essay.id == Claim.essay_id)
        .outerjoin(given, given.c.claim_id == Claim.id)
        .outerjoin(
            Ruling, and_(Ruling.claim_id == Claim.id, Ruling.replaced_at.is_(None))
        )
        .where(Claim.withdrawn_at.is_(None), true() if among is None else among)
        .subquery("outcomes")
    )


def is_settled(found: Subquery) -> ColumnElement[bool]:
    """Whether the claim has a verdict; `found` is outcomes()."""
    return found.c.verdict_id.is_not(None)


def for_an_editor(found: Subquery) -> ColumnElement[bool]:
    """Whether the claim waits for an editor's ruling."""
    return or_(
        found.c.settlement == Settlement.DIFFER,
        found.c.settlement == Settlement.REOPENED,
    )


def _settlement(count: ColumnElement[int], given: Subquery) -> ColumnElement[str]:
    return case(
        (Claim.unconfirmed.is_not(None), Settlement.CHANGED.value),
        (Ruling.reopened_at.is_not(None), Settlement.REOPENED.value),
        (Ruling.id.is_not(None), Settlement.RULED.value),
        (count < Essay.reviews_needed, Settlement.WAITING.value),
        (given.c.low != given.c.high, Settlement.DIFFER.value),
        else_=Settlement.SETTLED.value,
    )
