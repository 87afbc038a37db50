"""Where each claim of an essay stands for one person, as a subquery to build on."""

from sqlalchemy import ColumnElement, Integer, Subquery, and_, case, cast, func, select

from factcheck.models import Anchor, Claim, Essay, Review


def standings(
    essay: Essay,
    version_id: int,
    viewer_id: int,
    span: tuple[int, int] | None = None,
) -> Subquery:
    """Return the live claims of a version, a row each.

    Columns: claim_id, number, sentence_id, start, end, verdict_id (the viewer's own
    given verdict, else the settled one, else NULL), to_check (1 when it is not settled
    and the viewer gave no review), look (1 when a second look is asked for), settled.

    Args:
        essay: whose claims.
        version_id: the version their words stand in.
        viewer_id: for whom.
        span: only claims whose words start in text[span[0]:span[1]].
    """
    there = _there(essay, version_id, span)
    reviews = _outcomes(viewer_id, there)
    settled = and_(
        func.coalesce(reviews.c.given, 0) >= essay.reviews_needed,
        reviews.c.low == reviews.c.high,
    )
    open_to_viewer = and_(
        reviews.c.mine.is_(None), func.coalesce(cast(settled, Integer), 0) == 0
    )
    return (
        select(
            Claim.id.label("claim_id"),
            Claim.number,
            Anchor.sentence_id,
            Anchor.start,
            Anchor.end,
            func.coalesce(reviews.c.mine, case((settled, reviews.c.low))).label(
                "verdict_id"
            ),
            case((open_to_viewer, 1), else_=0).label("to_check"),
            func.coalesce(reviews.c.look, 0).label("look"),
            case((settled, 1), else_=0).label("settled"),
        )
        .join(Anchor, Anchor.claim_id == Claim.id)
        .outerjoin(reviews, reviews.c.claim_id == Claim.id)
        .where(there, Claim.withdrawn_at.is_(None))
        .subquery("standings")
    )


def _there(
    essay: Essay, version_id: int, span: tuple[int, int] | None
) -> ColumnElement[bool]:
    here = and_(Claim.essay_id == essay.id, Anchor.version_id == version_id)
    if span is None:
        return here
    return and_(here, Anchor.start >= span[0], Anchor.start < span[1])


def _outcomes(viewer_id: int, there: ColumnElement[bool]) -> Subquery:
    """Count each claim's given reviews, with the lowest and highest verdict id."""
    given = case((Review.given_at.is_not(None), Review.verdict_id))
    mine = Review.reviewer_id == viewer_id
    looked = and_(Review.second_look, mine | Review.given_at.is_not(None))
    return (
        select(
            Review.claim_id,
            func.count(Review.given_at).label("given"),
            func.min(given).label("low"),
            func.max(given).label("high"),
            func.max(case((mine, given))).label("mine"),
            func.max(case((looked, 1), else_=0)).label("look"),
        )
        .join(Claim, Claim.id == Review.claim_id)
        .join(Anchor, Anchor.claim_id == Claim.id)
        .where(there)
        .group_by(Review.claim_id)
        .subquery("outcomes")
    )
