"""Importing an annotated essay: what the json export wrote, back in."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from factcheck.actions.annotated_beside import add_beside, add_imported
from factcheck.actions.annotated_reviews import add_reviews
from factcheck.actions.essays import (
    add_essay,
    add_paragraphs,
    add_sentences,
    add_version,
    note_event,
)
from factcheck.actions.indexing import follow_essay
from factcheck.actions.marks import anchor_row, claim_row
from factcheck.actions.quoting import Quoted
from factcheck.actions.saving import add_rows, flush
from factcheck.actions.scales import keep_scale
from factcheck.models import Anchor, Claim, Essay, User, Version
from factcheck.queries.claims import claim_ids, sentence_ids
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedEssay, SentenceFacts
from factcheck.rules.essays import EssayDetails, check_details
from factcheck.rules.permissions import Deed, require
from factcheck.rules.revising import Unconfirmed
from factcheck.rules.settling import Settlement


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
    ids = _add_claims(session, essay, version, annotated.claims)
    people = add_imported(session, annotated.reviewers, annotated.interests)
    add_reviews(session, essay, annotated.claims, ids, people)
    add_beside(session, essay, annotated, ids, people)
    flush(session)
    follow_essay(session, essay)
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
    add_paragraphs(session, version, {p.number: p.kind for p in annotated.paragraphs})
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
) -> Mapping[int, int]:
    """Store the claims and where their words stand; return their ids by number."""
    sentences = sentence_ids(session, version.id)
    changed = {
        c.number: Unconfirmed.EDITED
        for c in claims
        if c.settlement is Settlement.CHANGED
    }
    rows = [
        claim_row(essay, c.number, c.statement, unconfirmed=changed.get(c.number))
        for c in claims
    ]
    add_rows(session, Claim, rows)
    essay.last_claim_number = max((c.number for c in claims), default=0)
    ids = claim_ids(session, essay.id)
    add_rows(
        session,
        Anchor,
        [
            anchor_row(
                ids[c.number],
                version.id,
                sentences[c.sentence],
                _words(c),
                "edited" if c.number in changed else "marked",
                sure=c.number not in changed,
            )
            for c in claims
        ],
    )
    return ids


def _words(claim: AnnotatedClaim) -> Quoted:
    return Quoted(claim.start, claim.end, claim.quote, claim.prefix, claim.suffix)
