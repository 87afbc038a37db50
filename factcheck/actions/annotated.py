"""Importing an annotated essay: what the json export wrote, back in."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from factcheck.actions.annotated_beside import add_beside, add_imported, moment
from factcheck.actions.essays import (
    add_essay,
    add_sentences,
    add_version,
    note_event,
)
from factcheck.actions.reviews import write_review
from factcheck.actions.saving import flush
from factcheck.actions.scales import keep_scale
from factcheck.models import Anchor, Claim, Essay, Review, User, Version
from factcheck.queries.claims import all_sentences
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedReview,
    AnnotatedSource,
    SentenceFacts,
)
from factcheck.rules.citations import CitationFacts, SourceFacts, SourceKind, Stance
from factcheck.rules.essays import EssayDetails, check_details
from factcheck.rules.permissions import Deed, require
from factcheck.rules.reviews import ReviewFacts


def import_annotated(
    session: Session, *, actor: User | None, annotated: AnnotatedEssay
) -> Essay:
    """Store an annotated essay: text, sentences, claims, reviews and rulings.

    Reviewers and editors come in as people by name who cannot sign in. Exported again
    from an empty database, it gives the same bytes; except that a claim which waited
    for an editor waits for reviews, because those it had are not in the file.

    Raises:
        InvalidError: a detail is not one there can be.
    """
    if actor is not None:
        require(actor.role, Deed.IMPORT)
    essay, version = _add_text(session, annotated)
    claims = _add_claims(session, essay, version, annotated.claims)
    people = add_imported(session, annotated.reviewers, annotated.interests)
    for claim in annotated.claims:
        for review in claim.reviews:
            reviewer = people[review.reviewer]
            _add_review(session, essay, claims[claim.number], reviewer, review)
    add_beside(session, essay, annotated, claims, people)
    flush(session)
    note_event(session, actor, essay, "essay.imported")
    return essay


def _add_text(session: Session, annotated: AnnotatedEssay) -> tuple[Essay, Version]:
    facts = annotated.facts
    details = EssayDetails(
        title=facts.title,
        byline=facts.byline,
        appeared=facts.appeared,
        language=facts.language,
        direction=facts.direction,
        reviews_needed=facts.reviews_needed,
    )
    scale = keep_scale(session, facts.scale)
    essay = add_essay(session, check_details(details), scale, facts.slug)
    version = add_version(session, essay, facts.text, number=facts.version)
    sentences = [
        SentenceFacts(s.position, s.paragraph, s.start, s.end, s.sorting, s.reason)
        for s in annotated.sentences
    ]
    add_sentences(session, version, sentences)
    return essay, version


def _add_claims(
    session: Session,
    essay: Essay,
    version: Version,
    claims: Sequence[AnnotatedClaim],
) -> Mapping[int, Claim]:
    ids = {s.position: s.id for s in all_sentences(session, version.id)}
    rows = {
        claim.number: Claim(
            essay_id=essay.id, number=claim.number, statement=claim.statement
        )
        for claim in claims
    }
    session.add_all(rows.values())
    essay.last_claim_number = max(rows, default=0)
    flush(session)
    session.add_all(
        Anchor(
            claim_id=rows[claim.number].id,
            version_id=version.id,
            sentence_id=ids[claim.sentence],
            start=claim.start,
            end=claim.end,
            quote=claim.quote,
            prefix=claim.prefix,
            suffix=claim.suffix,
            origin="marked",
        )
        for claim in claims
    )
    flush(session)
    return rows


def _add_review(
    session: Session,
    essay: Essay,
    claim: Claim,
    reviewer: User,
    facts: AnnotatedReview,
) -> None:
    review = Review(claim_id=claim.id, reviewer_id=reviewer.id, citations=[])
    said = ReviewFacts(
        verdict=facts.verdict,
        finding=facts.finding,
        explanation=facts.explanation,
        citations=tuple(_citation(source) for source in facts.sources),
    )
    write_review(session, review, said, essay, moment(facts.given))


def _citation(source: AnnotatedSource) -> CitationFacts:
    facts = SourceFacts(
        kind=SourceKind(source.kind),
        title=source.title,
        url=source.url,
        author=source.author,
        publisher=source.publisher,
        issued=source.issued,
    )
    return CitationFacts(facts, source.quote, source.locator, Stance(source.stance))
