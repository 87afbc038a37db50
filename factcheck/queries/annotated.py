"""The annotated essay, gathered in a number of queries that never grows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import (
    Anchor,
    Citation,
    Claim,
    Essay,
    Review,
    Sentence,
    Source,
    User,
    Verdict,
    Version,
)
from factcheck.queries.essays import current_version, whole_text
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedReview,
    AnnotatedSource,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.annotating import annotate
from factcheck.rules.sorting import Reason, Sorting


def annotated_essay(session: Session, essay: Essay) -> AnnotatedEssay:
    """Return the essay as it stands, with every settled claim's verdict."""
    version = current_version(session, essay)
    people, reviews = _given_reviews(session, essay.id)
    return annotate(
        facts_of(essay, version, whole_text(session, version.id)),
        _sentences(session, version.id),
        _claims(session, version.id, reviews),
        people,
    )


def facts_of(essay: Essay, version: Version, text: str) -> EssayFacts:
    """Return what identifies an essay; its scale must be loaded."""
    return EssayFacts(
        slug=essay.slug,
        title=essay.title,
        byline=essay.byline,
        appeared=essay.appeared,
        language=essay.language,
        direction=essay.direction,
        reviews_needed=essay.reviews_needed,
        version=version.number,
        sha256=version.sha256,
        text=text,
        scale=essay.scale.definition,
    )


def _sentences(session: Session, version_id: int) -> list[SentenceFacts]:
    rows = session.execute(
        select(
            Sentence.position,
            Sentence.paragraph,
            Sentence.start,
            Sentence.end,
            Sentence.sorting,
            Sentence.reason,
        )
        .where(Sentence.version_id == version_id)
        .order_by(Sentence.position)
    )
    return [
        SentenceFacts(
            position,
            paragraph,
            start,
            end,
            Sorting(sorting),
            Reason(reason) if reason else None,
        )
        for position, paragraph, start, end, sorting, reason in rows
    ]


def _claims(
    session: Session,
    version_id: int,
    reviews: Mapping[int, Sequence[AnnotatedReview]],
) -> list[AnnotatedClaim]:
    rows = session.execute(
        select(
            Claim.id,
            Claim.number,
            Sentence.position,
            Anchor.start,
            Anchor.end,
            Anchor.quote,
            Anchor.prefix,
            Anchor.suffix,
            Claim.statement,
        )
        .join(Anchor, Anchor.claim_id == Claim.id)
        .join(Sentence, Sentence.id == Anchor.sentence_id)
        .where(Anchor.version_id == version_id, Claim.withdrawn_at.is_(None))
        .order_by(Anchor.start, Claim.number)
    )
    return [
        AnnotatedClaim(*row[1:], reviews=tuple(reviews.get(row[0], ()))) for row in rows
    ]


def _given_reviews(
    session: Session, essay_id: int
) -> tuple[list[str], dict[int, list[AnnotatedReview]]]:
    """Return reviewers' names and, by claim id, the reviews that were given."""
    sources = _sources(session, essay_id)
    rows = session.execute(
        select(
            Review.id,
            Review.claim_id,
            Review.reviewer_id,
            User.name,
            Verdict.key,
            Review.finding,
            Review.explanation,
            Review.given_at,
        )
        .join(Claim, Claim.id == Review.claim_id)
        .join(User, User.id == Review.reviewer_id)
        .join(Verdict, Verdict.id == Review.verdict_id)
        .where(Claim.essay_id == essay_id, Review.given_at.is_not(None))
        .order_by(Review.given_at, Review.id)
    )
    names: list[str] = []
    index: dict[int, int] = {}
    reviews: dict[int, list[AnnotatedReview]] = defaultdict(list)
    for review, claim, person, name, verdict, finding, explanation, given in rows:
        if person not in index:
            index[person] = len(names)
            names.append(name)
        reviews[claim].append(
            AnnotatedReview(
                reviewer=index[person],
                verdict=verdict,
                finding=finding,
                explanation=explanation,
                given=f"{given:%Y-%m-%dT%H:%M:%SZ}",
                sources=tuple(sources.get(review, ())),
            )
        )
    return names, reviews


def _sources(session: Session, essay_id: int) -> dict[int, list[AnnotatedSource]]:
    rows = session.execute(
        select(
            Citation.review_id,
            Source.kind,
            Source.title,
            Source.url,
            Source.author,
            Source.publisher,
            Source.issued,
            Citation.quote,
            Citation.locator,
            Citation.stance,
        )
        .join(Source, Source.id == Citation.source_id)
        .join(Review, Review.id == Citation.review_id)
        .join(Claim, Claim.id == Review.claim_id)
        .where(Claim.essay_id == essay_id, Review.given_at.is_not(None))
        .order_by(Citation.review_id, Citation.position)
    )
    sources: dict[int, list[AnnotatedSource]] = defaultdict(list)
    for review_id, *fields in rows:
        sources[review_id].append(AnnotatedSource(*fields))
    return sources
