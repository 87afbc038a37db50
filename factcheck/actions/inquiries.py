"""Inquiries: questions to somebody outside, and what came of them."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.saving import flush
from factcheck.errors import StaleError
from factcheck.models import Claim, Event, Inquiry, User
from factcheck.queries.essays import essay_of
from factcheck.queries.inquiries import facts_of
from factcheck.rules.inquiries import InquiryFacts, check_inquiry
from factcheck.rules.permissions import Deed
from factcheck.translating import _


def ask(session: Session, *, actor: User, claim: Claim, facts: InquiryFacts) -> Inquiry:
    """Write down a question that was put to somebody.

    Raises:
        InvalidError: it says not whom, what or when.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.TALK)
    facts = check_inquiry(facts)
    inquiry = Inquiry(claim_id=claim.id, created_by_id=actor.id, **asdict(facts))
    session.add(inquiry)
    flush(session)
    _note(session, actor, claim, inquiry, {}, _said(facts))
    return inquiry


def edit_inquiry(
    session: Session,
    *,
    actor: User,
    inquiry: Inquiry,
    facts: InquiryFacts,
    revision: int,
) -> Inquiry:
    """Write down what came of it, or what it prints.

    Raises:
        InvalidError: a field cannot be kept.
        StaleError: somebody changed it in between; `theirs` has what is stored.
    """
    claim = session.get_one(Claim, inquiry.claim_id)
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.TALK)
    facts = check_inquiry(facts)
    before, after = asdict(facts_of(inquiry)), asdict(facts)
    if before == after:
        return inquiry
    if inquiry.revision != revision:
        raise StaleError(
            _(
                "Somebody changed this inquiry while you had it open. Nothing of"
                " theirs was overwritten."
            ),
            theirs=before,
        )
    changed = [name for name in after if before[name] != after[name]]
    for name in changed:
        setattr(inquiry, name, after[name])
    flush(session)
    was, becomes = ({name: half[name] for name in changed} for half in (before, after))
    _note(session, actor, claim, inquiry, was, becomes)
    return inquiry


def _said(facts: InquiryFacts) -> dict[str, object]:
    """Return what is filled in."""
    return {name: value for name, value in asdict(facts).items() if value}


def _note(
    session: Session,
    actor: User,
    claim: Claim,
    inquiry: Inquiry,
    before: dict[str, object],
    after: dict[str, object],
) -> None:
    session.add(
        Event(
            kind="inquiry.changed" if before else "inquiry.asked",
            actor_id=actor.id,
            essay_id=claim.essay_id,
            claim_id=claim.id,
            before={"inquiry": before} if before else {},
            after={"inquiry": after, "id": inquiry.id},
        )
    )
