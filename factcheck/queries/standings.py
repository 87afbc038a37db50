"""Where each claim of an essay stands for one person: to build on, and as a list."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Subquery, and_, case, false, func, select, true
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Claim, Essay, Review, Sentence
from factcheck.queries.settled import is_settled, outcomes
from factcheck.queries.viewers import Viewer


class ClaimStanding(NamedTuple):
    """One claim of an essay, as it stands for a person."""

    start: int
    number: int
    position: int
    verdict_id: int | None
    to_check: int
    look: int


def list_standings(
    session: Session, essay: Essay, version_id: int, viewer: Viewer
) -> Sequence[ClaimStanding]:
    """Return where each live claim of a version stands, in reading order."""
    claims = standings(essay, version_id, viewer)
    rows = session.execute(
        select(
            claims.c.start,
            claims.c.number,
            Sentence.position,
            claims.c.verdict_id,
            claims.c.to_check,
            claims.c.look,
        )
        .join(Sentence, Sentence.id == claims.c.sentence_id)
        .order_by(claims.c.start, claims.c.number)
    )
    return [ClaimStanding(*row) for row in rows]


def standings(
    essay: Essay,
    version_id: int,
    viewer: Viewer,
    span: tuple[int, int] | None = None,
) -> Subquery:
    """Return the live claims of a version, a row each.

    Columns: claim_id, number, sentence_id, start, end, verdict_id (the viewer's own
    given verdict, else the settled one, else NULL), to_check (1 when it is not settled
    and the viewer gave no review, or when its words wait to be confirmed), look (1
    when a second look is asked for), settled.
    A viewer to whom outcomes are not revealed finds every claim unsettled.

    Args:
        essay: whose claims.
        version_id: the version their words stand in.
        viewer: for whom.
        span: only claims whose words start in text[span[0]:span[1]].
    """
    there = and_(Anchor.version_id == version_id, _within(span))
    among = Claim.essay_id == essay.id
    if span is not None:
        among = and_(among, Claim.id.in_(select(Anchor.claim_id).where(there)))
    outcome = outcomes(among)
    mine = _mine(viewer, among)
    settled = is_settled(outcome) if viewer.revealed else false()
    verdict = outcome.c.verdict_id if viewer.revealed else None
    changed = Claim.unconfirmed.is_not(None)
    return (
        select(
            Claim.id.label("claim_id"),
            Claim.number,
            Anchor.sentence_id,
            Anchor.start,
            Anchor.end,
            case(
                (changed, None), else_=func.coalesce(mine.c.verdict_id, verdict)
            ).label("verdict_id"),
            case(
                (changed | (mine.c.verdict_id.is_(None) & ~settled), 1), else_=0
            ).label("to_check"),
            func.coalesce(mine.c.look, 0).label("look"),
            case((settled, 1), else_=0).label("settled"),
        )
        .join(Anchor, and_(Anchor.claim_id == Claim.id, there))
        .join(outcome, outcome.c.claim_id == Claim.id)
        .outerjoin(mine, mine.c.claim_id == Claim.id)
        .subquery("standings")
    )


def _within(span: tuple[int, int] | None) -> ColumnElement[bool]:
    if span is None:
        return true()
    return and_(Anchor.start >= span[0], Anchor.start < span[1])


def _mine(viewer: Viewer, among: ColumnElement[bool]) -> Subquery:
    """Return the viewer's given verdicts, and where somebody asks for a second look."""
    own = Review.reviewer_id == viewer.id
    looked = and_(Review.second_look, own | Review.given_at.is_not(None))
    given = case((own & Review.given_at.is_not(None), Review.verdict_id))
    return (
        select(
            Review.claim_id,
            func.max(given).label("verdict_id"),
            func.max(case((looked, 1), else_=0)).label("look"),
        )
        .join(Claim, Claim.id == Review.claim_id)
        .where(among)
        .group_by(Review.claim_id)
        .subquery("mine")
    )
