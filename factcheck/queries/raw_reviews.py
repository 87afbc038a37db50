"""Every review that was given, under pseudonyms, for research on how people judge."""

import hashlib
import hmac
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Claim, Essay, Review, Verdict
from factcheck.queries.annotated import sources_of_reviews
from factcheck.queries.beside import utc
from factcheck.queries.settled import outcomes
from factcheck.queries.viewers import Viewer
from factcheck.rules.holdings import RawReview
from factcheck.rules.settling import Settlement

_DIGITS = 12


def raw_reviews(
    session: Session, essay: Essay, *, viewer: Viewer | None, key: str
) -> Mapping[int, Sequence[RawReview]]:
    """Return given reviews by claim number, in an order that tells nothing of people.

    Args:
        session: the database session.
        essay: whose.
        viewer: who asks; they see no review of a claim that waits for more, nor any
            before outcomes are revealed. None is the machine's own administrator.
        key: the desk's secret, without which nobody can tell whose a pseudonym is.
    """
    if viewer is not None and not viewer.revealed:
        return {}
    asked = (
        select(
            Review.id,
            Claim.number,
            Review.reviewer_id,
            Verdict.key,
            Review.finding,
            Review.explanation,
            Review.first_given_at,
            Review.given_at,
        )
        .join(Claim, Claim.id == Review.claim_id)
        .join(Verdict, Verdict.id == Review.verdict_id)
        .where(
            Claim.essay_id == essay.id,
            Claim.withdrawn_at.is_(None),
            Review.given_at.is_not(None),
        )
    )
    if viewer is not None:
        found = outcomes(Claim.essay_id == essay.id)
        asked = asked.join(found, found.c.claim_id == Claim.id).where(
            found.c.settlement != Settlement.WAITING
        )
    sources = sources_of_reviews(session, essay.id)
    by_claim: dict[int, list[RawReview]] = {}
    for review, number, person, verdict, finding, why, first, given in session.execute(
        asked
    ):
        by_claim.setdefault(number, []).append(
            RawReview(
                annotator=_pseudonym(key, person),
                verdict=verdict,
                finding=finding,
                explanation=why,
                created=utc(first or given),
                modified=utc(given),
                sources=tuple(sources.get(review, ())),
            )
        )
    return {
        number: sorted(reviews, key=lambda review: review.annotator)
        for number, reviews in by_claim.items()
    }


def _pseudonym(key: str, person_id: int) -> str:
    said = f"annotator:{person_id}".encode()
    digest = hmac.new(key.encode(), said, hashlib.sha256).hexdigest()
    return f"a{digest[:_DIGITS]}"
