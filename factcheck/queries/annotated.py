"""The annotated essay, gathered in a number of queries that never grows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import (
    Anchor,
    Citation,
    Claim,
    Essay,
    Paragraph,
    QuotationCheck,
    Review,
    Sentence,
    Snapshot,
    Source,
    User,
    Verdict,
    Version,
)
from factcheck.queries.beside import Talk, rulings_of, talk_of, utc
from factcheck.queries.essays import current_version, whole_text
from factcheck.queries.evidence import CHECK, LATEST
from factcheck.queries.mementos import MEMENTO, archived_at
from factcheck.queries.viewers import viewer_of
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedReview,
    AnnotatedSource,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.annotating import annotate
from factcheck.rules.evidence import pieces_from, stood_there
from factcheck.rules.quoted import QuotationFound, found_from
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Reason, Sorting
from factcheck.rules.sources import details_from
from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.quotations.checking import Outcome


def annotated_essay(
    session: Session, essay: Essay, *, outcomes: bool = True
) -> AnnotatedEssay:
    """Return the essay as it stands, with every settled claim's verdict.

    Args:
        session: the database session.
        essay: with its scale loaded.
        outcomes: False leaves every claim open, for a reader who may not know yet
            what reviews led to (rules/permissions.sees_outcomes).
    """
    version = current_version(session, essay)
    reviews = _given_reviews(session, essay.id) if outcomes else _Given()
    return annotate(
        facts_of(essay, version, whole_text(session, version.id)),
        _sentences(session, version.id),
        _claims(session, version.id, reviews.by_claim, talk_of(session, essay.id)),
        reviews.names,
        interests=reviews.interests,
        rulings=rulings_of(session, essay.id) if outcomes else {},
        kinds=kinds_of(session, version.id),
    )


def annotated_for(session: Session, person: User, essay: Essay) -> AnnotatedEssay:
    """Return the essay as one person of the desk may see it now."""
    viewer = viewer_of(session, person, essay)
    return annotated_essay(session, essay, outcomes=viewer.revealed)


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


def kinds_of(session: Session, version_id: int) -> dict[int, ParagraphKind]:
    """Return what each paragraph of a version is, by its number."""
    rows = session.execute(
        select(Paragraph.number, Paragraph.kind)
        .where(Paragraph.version_id == version_id)
        .order_by(Paragraph.number)
    )
    return {number: ParagraphKind(kind) for number, kind in rows}


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
    talk: Mapping[int, Talk],
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
            Claim.unconfirmed,
        )
        .join(Anchor, Anchor.claim_id == Claim.id)
        .join(Sentence, Sentence.id == Anchor.sentence_id)
        .where(Anchor.version_id == version_id, Claim.withdrawn_at.is_(None))
        .order_by(Anchor.start, Claim.number)
    )
    nothing = Talk()
    return [
        AnnotatedClaim(
            *row[1:9],
            settlement=Settlement.CHANGED if row.unconfirmed else Settlement.WAITING,
            reviews=tuple(reviews.get(row[0], ())),
            inquiries=talk.get(row[0], nothing).inquiries,
            rewordings=talk.get(row[0], nothing).rewordings,
        )
        for row in rows
    ]


@dataclass(slots=True)
class _Given:
    """Given reviews by claim id, and who wrote them."""

    names: list[str] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)
    by_claim: dict[int, list[AnnotatedReview]] = field(default_factory=dict)


def _given_reviews(session: Session, essay_id: int) -> _Given:
    sources = sources_of_reviews(session, essay_id)
    rows = session.execute(
        select(
            Review.id,
            Review.claim_id,
            Review.reviewer_id,
            User.name,
            User.interests,
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
    given = _Given()
    index: dict[int, int] = {}
    for review, claim, person, name, interests, verdict, finding, why, at in rows:
        if person not in index:
            index[person] = len(given.names)
            given.names.append(name)
            given.interests.append(interests)
        given.by_claim.setdefault(claim, []).append(
            AnnotatedReview(
                reviewer=index[person],
                verdict=verdict,
                finding=finding,
                explanation=why,
                given=utc(at),
                sources=tuple(sources.get(review, ())),
            )
        )
    return given


def sources_of_reviews(
    session: Session, essay_id: int
) -> dict[int, list[AnnotatedSource]]:
    """Return what given reviews cite, by review id, in order."""
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
            QuotationCheck.outcome,
            Snapshot.taken_at,
            QuotationCheck.changed,
            QuotationCheck.pieces,
            Source.details,
            Citation.carried,
            MEMENTO,
        )
        .join(Source, Source.id == Citation.source_id)
        .outerjoin(Snapshot, Snapshot.id == LATEST)
        .outerjoin(QuotationCheck, CHECK)
        .join(Review, Review.id == Citation.review_id)
        .join(Claim, Claim.id == Review.claim_id)
        .where(Claim.essay_id == essay_id, Review.given_at.is_not(None))
        .order_by(Citation.review_id, Citation.position)
    )
    sources: dict[int, list[AnnotatedSource]] = defaultdict(list)
    for review_id, *row in rows:
        fields, check, (details, carried, noted) = row[:9], row[9:13], row[13:]
        outcome, taken_at, changed, pieces = check
        found = found_from(carried)
        if outcome and outcome != Outcome.NOTHING:
            stands = stood_there(pieces_from(pieces))
            kept = utc(taken_at)[:10]
            found = QuotationFound(outcome, kept, changed, stands)
        more = (details_from(details), found, archived_at(fields[2], noted))
        sources[review_id].append(AnnotatedSource(*(*fields, *more)))
    return sources
