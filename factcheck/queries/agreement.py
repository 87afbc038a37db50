"""What is needed to say how far an essay's reviewers agree."""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from factcheck.models import Claim, Essay, Review, User, Verdict


@dataclass(frozen=True, slots=True)
class Ratings:
    """Verdicts by claim number and reviewer: as first given, and as they stand.

    Attributes:
        first: before discussion, each given without sight of the others.
        now: after it.
        names: reviewers' names by id.
    """

    first: dict[int, dict[int, str]] = field(default_factory=dict)
    now: dict[int, dict[int, str]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)


def ratings_of(session: Session, essay: Essay) -> Ratings:
    """Return the verdicts given on an essay's live claims, in one query."""
    first = aliased(Verdict)
    rows = session.execute(
        select(
            Claim.number, User.id, User.name, first.key, Verdict.key, Review.given_at
        )
        .join(Claim, Claim.id == Review.claim_id)
        .join(User, User.id == Review.reviewer_id)
        .join(first, first.id == Review.first_verdict_id)
        .outerjoin(Verdict, Verdict.id == Review.verdict_id)
        .where(Claim.essay_id == essay.id, Claim.withdrawn_at.is_(None))
        .order_by(Claim.number, User.id)
    )
    found = Ratings()
    for number, person, name, before, after, given_at in rows:
        found.names[person] = name
        found.first.setdefault(number, {})[person] = before
        if given_at is not None and after is not None:
            found.now.setdefault(number, {})[person] = after
    return found
