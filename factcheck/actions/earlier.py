"""Earlier verdicts answered: linked or dismissed, and the answer taken back.

Nothing is carried over by itself. A source of a linked verdict comes into a review
when its reviewer asks for that source, as a citation without quoted words.
"""

from dataclasses import replace

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.reviews import SavedReview, save_review
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError, NotFoundError
from factcheck.models import Claim, EarlierAnswer, Essay, Event, Review, User
from factcheck.queries.claims import review_of
from factcheck.queries.earlier import earlier_verdict
from factcheck.queries.earlier_pages import answer_about, find_answer, sources_of
from factcheck.queries.essays import essay_of
from factcheck.queries.scales import scale_of
from factcheck.queries.sources import review_facts
from factcheck.rules.citations import CitationFacts
from factcheck.rules.earlier import Answer, EarlierKey, EarlierVerdict
from factcheck.rules.permissions import Deed
from factcheck.rules.reviews import ReviewFacts
from factcheck.translating import _


def answer_earlier(
    session: Session, *, actor: User, claim: Claim, key: EarlierKey, answer: Answer
) -> EarlierAnswer:
    """Link an earlier verdict to a claim, or dismiss it; a later answer replaces one.

    Raises:
        InvalidError: it is the claim itself.
        NotFoundError: it has no verdict now, or the actor may not know of it.
        StaleError: the same person answered in another window at the same moment.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.REVIEW)
    if key == EarlierKey.here(claim.id):
        raise InvalidError("earlier", _("A claim is not its own earlier verdict."))
    found = earlier_verdict(session, key, actor)
    stored = answer_about(session, claim, actor, key)
    if stored is not None and stored.answer == answer:
        return stored
    if stored is None:
        stored = EarlierAnswer(
            claim_id=claim.id,
            person_id=actor.id,
            earlier_id=key.id if key.own else None,
            collected_id=None if key.own else key.id,
        )
        session.add(stored)
    stored.answer, stored.said = answer.value, found.as_state()
    flush(session)
    _note(session, actor, claim, f"earlier.{answer.value}", found)
    return stored


def take_back(session: Session, *, actor: User, claim: Claim, answer_id: int) -> None:
    """Take back one's own link or dismissal; the verdict may be offered again.

    Raises:
        NotFoundError: there is none, or it is somebody else's.
    """
    require_on(session, actor, essay_of(session, claim.essay_id), Deed.REVIEW)
    stored = find_answer(session, claim, actor, answer_id)
    found = EarlierVerdict.from_state(stored.said)
    session.delete(stored)
    flush(session)
    _note(session, actor, claim, "earlier.taken_back", found)


def cite_again(
    session: Session, *, actor: User, claim: Claim, answer_id: int, source_id: int
) -> SavedReview:
    """Cite a source of a linked verdict in one's own review.

    The citation quotes nothing: the words that were quoted there were about another
    claim. A review that was given stays given.

    Raises:
        InvalidError: the review cites it already.
        NotFoundError: the verdict is not linked by this person, or has no such source.
        StaleError: the review was saved elsewhere at the same moment.
    """
    stored = find_answer(session, claim, actor, answer_id)
    if stored.answer != Answer.LINKED or stored.earlier_id is None:
        raise NotFoundError(_("Link the earlier verdict first."))
    earlier_verdict(session, EarlierKey.here(stored.earlier_id), actor)
    found = sources_of(session, [stored.earlier_id]).get(stored.earlier_id, ())
    facts = next((facts for id_, facts in found if id_ == source_id), None)
    if facts is None:
        raise NotFoundError(
            _("The earlier claim does not rest on that source any more.")
        )
    review = review_of(session, claim.id, actor.id)
    said = _said(session, claim, review)
    if any(citation.source == facts for citation in said.citations):
        raise InvalidError("citations", _("Your review cites this source already."))
    return save_review(
        session,
        actor=actor,
        claim=claim,
        facts=replace(said, citations=(*said.citations, CitationFacts(facts))),
        statement=None,
        revision=review.revision if review else 0,
        claim_revision=claim.revision,
        give=bool(review and review.given_at),
    )


def _said(session: Session, claim: Claim, review: Review | None) -> ReviewFacts:
    """Return what a review says now, or nothing where there is none yet."""
    if review is None:
        return ReviewFacts()
    scale = scale_of(session, session.get_one(Essay, claim.essay_id))
    return review_facts(review, scale.key_of(review.verdict_id))


def _note(
    session: Session, actor: User, claim: Claim, kind: str, found: EarlierVerdict
) -> None:
    """Note which claim it was, without its verdict, which readers may not know yet."""
    session.add(
        Event(
            kind=kind,
            actor_id=actor.id,
            essay_id=claim.essay_id,
            claim_id=claim.id,
            after={"earlier": found.claim, "key": str(found.key)},
        )
    )
