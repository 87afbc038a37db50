"""Sources and citations as values, and those at hand in an essay."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, and_, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Citation, Claim, Essay, Review, Source
from factcheck.queries.standings import ESSAY, VIEWER, asked_of, standings
from factcheck.queries.viewers import Viewer
from factcheck.rules.citations import CitationFacts, SourceFacts, SourceKind, Stance
from factcheck.rules.reviews import ReviewFacts
from factcheck.rules.sources import details_from

MOST_SOURCES = 50
_FACTS = (
    *(Source.kind, Source.title, Source.url, Source.author, Source.publisher),
    *(Source.issued, Source.details),
)


def sources_used(
    session: Session, *, essay: Essay, version_id: int, viewer: Viewer
) -> Sequence[SourceFacts]:
    """Return sources with an address, the latest first, for the viewer to use again.

    They come from the viewer's own reviews and from claims that are settled: a source
    of a review that is still blind would give it away.
    """
    asked = _used(viewer.revealed)
    rows = session.execute(asked, asked_of(essay, version_id, viewer))
    return [source_facts(row) for row in rows]


@cache
def _used(revealed: bool) -> Select[*tuple[Any, ...]]:  # noqa: FBT001  (its key)
    claims = standings(revealed=revealed)
    open_to_all = Review.claim_id.in_(
        select(claims.c.claim_id).where(claims.c.settled == 1)
    )
    used = (
        select(Citation.source_id)
        .join(Review, Review.id == Citation.review_id)
        .join(Claim, Claim.id == Review.claim_id)
        .where(
            Claim.essay_id == ESSAY,
            or_(
                Review.reviewer_id == VIEWER,
                and_(Review.given_at.is_not(None), open_to_all),
            ),
        )
    )
    return (
        select(*_FACTS)
        .where(Source.id.in_(used), Source.url != "")
        .order_by(Source.id.desc())
        .limit(MOST_SOURCES)
    )


def citation_facts(citation: Citation) -> CitationFacts:
    """Return a stored citation as a value; its source must be loaded."""
    return CitationFacts(
        source_facts(citation.source),
        citation.quote,
        citation.locator,
        Stance(citation.stance),
    )


def review_facts(review: Review, verdict: str) -> ReviewFacts:
    """Return what a stored review says; its citations' sources must be loaded.

    Args:
        review: the row.
        verdict: its key in the essay's scale, or "".
    """
    return ReviewFacts(
        verdict=verdict,
        finding=review.finding,
        explanation=review.explanation,
        second_look=review.second_look,
        citations=tuple(map(citation_facts, review.citations)),
    )


def source_facts(source: Source | Row[*tuple[Any, ...]]) -> SourceFacts:
    """Return a stored source as a value."""
    return SourceFacts(
        kind=SourceKind(source.kind),
        title=source.title,
        url=source.url,
        author=source.author,
        publisher=source.publisher,
        issued=source.issued,
        details=details_from(source.details),
    )
