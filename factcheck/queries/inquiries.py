"""Inquiries about an essay's claims, as far as each person may know of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import Claim, Essay, Inquiry, User
from factcheck.queries.onlookers import Onlooker, Setting, complete
from factcheck.rules.inquiries import InquiryFacts
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class InquiryShown:
    """An inquiry with its claim's number and the name of who keeps it."""

    id: int
    number: int
    who: str
    revision: int
    facts: InquiryFacts


def facts_of(inquiry: Inquiry) -> InquiryFacts:
    """Return an inquiry as a value."""
    return InquiryFacts(
        whom=inquiry.whom,
        channel=inquiry.channel,
        question=inquiry.question,
        asked_on=inquiry.asked_on,
        due_on=inquiry.due_on,
        answer=inquiry.answer,
        answered_on=inquiry.answered_on,
        resolved=inquiry.resolved,
        printed=inquiry.printed,
    )


def inquiries_of(
    session: Session, essay: Essay, reader: Onlooker, claim: Claim | None = None
) -> Sequence[InquiryShown]:
    """Return an essay's inquiries, or one claim's: open ones first, then by due day."""
    asked = (
        select(Inquiry, Claim.number, User.name, complete().label("done"))
        .join(Claim, Claim.id == Inquiry.claim_id)
        .join(Essay, Essay.id == Claim.essay_id)
        .outerjoin(User, User.id == Inquiry.created_by_id)
        .where(Claim.essay_id == essay.id)
    )
    if claim is not None:
        asked = asked.where(Claim.id == claim.id)
    shown = [
        InquiryShown(row.id, number, who or _("Import"), row.revision, facts_of(row))
        for row, number, who, done in session.execute(asked)
        if reader.sees(_setting(essay, done), row.created_by_id)
    ]
    return sorted(shown, key=_order)


def find_inquiry(
    session: Session, essay: Essay, inquiry_id: int, reader: Onlooker
) -> tuple[Inquiry, Claim]:
    """Return an inquiry that this person may know of, and its claim.

    Raises:
        NotFoundError: there is none.
    """
    row = session.execute(
        select(Inquiry, Claim, complete().label("done"))
        .join(Claim, Claim.id == Inquiry.claim_id)
        .join(Essay, Essay.id == Claim.essay_id)
        .where(Inquiry.id == inquiry_id, Claim.essay_id == essay.id)
    ).first()
    if row is None or not reader.sees(
        _setting(essay, row.done), row.Inquiry.created_by_id
    ):
        raise NotFoundError(_("There is no such inquiry."))
    return row.Inquiry, row.Claim


def _order(inquiry: InquiryShown) -> tuple[bool, str, int]:
    facts = inquiry.facts
    return facts.resolved, facts.due_on or "9999", inquiry.id


def _setting(essay: Essay, done: bool) -> Setting:  # noqa: FBT001  (a column)
    return Setting(essay.id, done, essay.reveal_at)
