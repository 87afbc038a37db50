"""Where each claim of an essay stands for one person: to build on, and as a list."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    false,
    func,
    select,
    true,
)
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Claim, Essay, Review, Sentence
from factcheck.queries.settled import is_settled, outcomes
from factcheck.queries.viewers import Viewer

ESSAY, _VERSION, VIEWER, _LOW, _HIGH = (
    bindparam(f"standings_{name}", type_=Integer)
    for name in ("essay", "version", "viewer", "low", "high")
)


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
    asked = _listed(viewer.revealed)
    rows = session.execute(asked, asked_of(essay, version_id, viewer))
    return [ClaimStanding(*row) for row in rows]


def asked_of(
    essay: Essay, version_id: int, viewer: Viewer, span: tuple[int, int] = (0, 0)
) -> dict[str, int]:
    """Return the parameters of a statement that is built on `standings`.

    Args:
        essay: whose claims.
        version_id: the version their words stand in.
        viewer: for whom.
        span: only claims whose words start in text[span[0]:span[1]], where it is
            built on claims within a span.
    """
    return {
        ESSAY.key: essay.id,
        _VERSION.key: version_id,
        VIEWER.key: viewer.id,
        _LOW.key: span[0],
        _HIGH.key: span[1],
    }


@cache
def standings(*, revealed: bool, spanned: bool = False) -> Subquery:
    """Return the live claims of a version, a row each, for `asked_of` to fill in.

    Columns: claim_id, number, sentence_id, start, end, verdict_id (the viewer's own
    given verdict, else the settled one, else NULL), to_check (1 when it is not settled
    and the viewer gave no review, or when its words wait to be confirmed), look (1
    when a second look is asked for), settled.
    It is built once: building took longer than a database of a thousand claims takes
    to answer.

    Args:
        revealed: a viewer to whom outcomes are not revealed finds every claim
            unsettled.
        spanned: only claims whose words start within a span.
    """
    within = and_(Anchor.start >= _LOW, Anchor.start < _HIGH) if spanned else true()
    there = and_(Anchor.version_id == _VERSION, within)
    among = Claim.essay_id == ESSAY
    if spanned:
        among = and_(among, Claim.id.in_(select(Anchor.claim_id).where(there)))
    outcome = outcomes(among)
    mine = _mine(among)
    settled = is_settled(outcome) if revealed else false()
    verdict = outcome.c.verdict_id if revealed else None
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


def _mine(among: ColumnElement[bool]) -> Subquery:
    """Return the viewer's given verdicts, and where somebody asks for a second look."""
    own = Review.reviewer_id == VIEWER
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


@cache
def _listed(revealed: bool) -> Select[*tuple[Any, ...]]:  # noqa: FBT001  (its key)
    claims = standings(revealed=revealed)
    return (
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
