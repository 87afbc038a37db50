"""Essays for tests, imported through the desk's own action."""

from sqlalchemy.orm import Session

from factcheck.actions.claims import mark_claim
from factcheck.actions.essays import import_essay
from factcheck.actions.reviews import save_review
from factcheck.models import Claim, Essay, Review, User
from factcheck.queries.claims import find_claim, review_of
from factcheck.queries.essays import current_version, whole_text
from factcheck.rules.citations import CitationFacts, SourceFacts, Stance
from factcheck.rules.essays import EssayDetails
from factcheck.rules.reviews import ReviewFacts
from factcheck.text.documents import read_pasted

TEXT = """\
The river rose in 1949. Nobody measured it 🌊 until June.
Was it the rain?

The town voted to move, and it moved within a year."""


def essay(
    session: Session,
    *,
    actor: User | None = None,
    text: str = TEXT,
    title: str = "The river",
    reviews_needed: int = 1,
    mark: str = "none",
    language: str = "en",
) -> Essay:
    """Import a small essay: four sentences in two paragraphs."""
    return import_essay(
        session,
        actor=actor,
        document=read_pasted(text),
        details=EssayDetails(
            title=title, language=language, reviews_needed=reviews_needed
        ),
        mark=mark,
    )


def mark(session: Session, essay: Essay, actor: User, words: str) -> Claim:
    """Mark the first place where these words stand."""
    text = whole_text(session, current_version(session, essay).id)
    start = text.index(words)
    return mark_claim(
        session, actor=actor, essay=essay, start=start, end=start + len(words)
    )


def first_claim(session: Session) -> Claim:
    """Return the desk's first claim as it is now."""
    return session.get_one(Claim, 1, populate_existing=True)


def claim(session: Session, essay: Essay, number: int) -> Claim:
    """Return a claim by its number."""
    return find_claim(session, essay, number)


def facts(
    verdict: str = "true", finding: str = "It did.", **more: object
) -> ReviewFacts:
    """Return a complete review."""
    source = SourceFacts(title="Gauge book", url="https://example.org/gauge")
    citation = CitationFacts(source, quote="the river rose", stance=Stance.SUPPORTS)
    values = {"verdict": verdict, "finding": finding, "citations": (citation,)} | more
    return ReviewFacts(**values)


def save(
    session: Session,
    claim: Claim,
    actor: User,
    said: ReviewFacts | None = None,
    *,
    statement: str | None = None,
    give: bool = True,
) -> Review:
    """Save a review as somebody who has seen what is stored."""
    stored = review_of(session, claim.id, actor.id)
    saved = save_review(
        session,
        actor=actor,
        claim=claim,
        facts=said or facts(),
        statement=statement,
        revision=stored.revision if stored else 0,
        claim_revision=claim.revision,
        give=give,
    )
    return saved.review
