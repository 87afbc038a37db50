"""Importing the reviews of an annotated essay, with their sources, all at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.annotated_beside import moment
from factcheck.actions.fetches import ask_for
from factcheck.actions.mementos import add_mementos
from factcheck.actions.saving import add_rows
from factcheck.actions.sources import keep_sources
from factcheck.models import Citation, Claim, Essay, Review, User
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedReview
from factcheck.rules.annotating import facts_of
from factcheck.rules.evidence import quote_hash


@dataclass(frozen=True, slots=True)
class _Given:
    """A review of the file, with the ids of its claim and its reviewer here."""

    claim_id: int
    reviewer_id: int
    said: AnnotatedReview


def add_reviews(
    session: Session,
    essay: Essay,
    claims: Sequence[AnnotatedClaim],
    ids: Mapping[int, int],
    people: Sequence[User],
) -> None:
    """Store every review as it was given.

    Args:
        session: the database session.
        essay: the essay, with its scale loaded.
        claims: the file's.
        ids: of the stored claims, by number.
        people: the file's reviewers, in its order.
    """
    given = [
        _Given(ids[claim.number], people[review.reviewer].id, review)
        for claim in claims
        for review in claim.reviews
    ]
    verdicts = {verdict.key: verdict.id for verdict in essay.scale.verdicts}
    add_rows(session, Review, [_row(each, verdicts) for each in given])
    add_rows(session, Citation, list(_citations(session, essay, given)))


def _row(given: _Given, verdicts: Mapping[str, int]) -> dict[str, object]:
    """Return a review as a row: what it says now is what it said first."""
    verdict_id = verdicts.get(given.said.verdict)
    at = moment(given.said.given)
    return {
        "claim_id": given.claim_id,
        "reviewer_id": given.reviewer_id,
        "verdict_id": verdict_id,
        "finding": given.said.finding,
        "explanation": given.said.explanation,
        "first_verdict_id": verdict_id,
        "first_given_at": at,
        "given_at": at,
        "revision": 1,
    }


def _citations(
    session: Session, essay: Essay, given: Iterable[_Given]
) -> Iterator[dict[str, object]]:
    cited = [
        (each, position, source, facts_of(source))
        for each in given
        for position, source in enumerate(each.said.sources)
    ]
    sources = keep_sources(session, (facts for *_, facts in cited))
    ask_for(session, sources.values())
    add_mementos(
        session,
        (
            (sources[facts].key, source.archived)
            for _, _, source, facts in cited
            if source.archived not in {"", source.url}
        ),
    )
    reviews = _review_ids(session, essay)
    for each, position, source, facts in cited:
        yield {
            "review_id": reviews[each.claim_id, each.reviewer_id],
            "source_id": sources[facts].id,
            "position": position,
            "quote": source.quote,
            "quote_sha256": quote_hash(source.quote),
            "locator": source.locator,
            "stance": source.stance,
            "carried": asdict(source.quotation) if source.quotation else None,
        }


def _review_ids(session: Session, essay: Essay) -> dict[tuple[int, int], int]:
    rows = session.execute(
        select(Review.claim_id, Review.reviewer_id, Review.id)
        .join(Claim, Claim.id == Review.claim_id)
        .where(Claim.essay_id == essay.id)
    )
    return {(claim, reviewer): review for claim, reviewer, review in rows}
