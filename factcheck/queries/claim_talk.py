"""Everything that stands beside a claim's reviews on its own page."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from factcheck.models import Claim, Essay, User
from factcheck.models.base import now
from factcheck.queries.inquiries import InquiryShown, inquiries_of
from factcheck.queries.onlookers import onlooker
from factcheck.queries.rewordings import RewordingShown, rewordings_of
from factcheck.queries.ruling_page import RulingShown, rulings_on
from factcheck.queries.talk import CommentShown, comments_on, setting_of
from factcheck.rules.permissions import Deed, Role, higher, may, sees_outcomes


@dataclass(frozen=True, slots=True)
class ClaimTalk:
    """Rulings and talk, as far as the reader may know of them.

    Attributes:
        blind: the reader sees only what they said themselves, and no count.
        rules: the reader may rule on this claim.
    """

    blind: bool
    rules: bool
    rulings: Sequence[RulingShown]
    comments: Sequence[CommentShown]
    inquiries: Sequence[InquiryShown]
    rewordings: Sequence[RewordingShown]


def claim_talk(
    session: Session, *, essay: Essay, claim: Claim, viewer: User
) -> ClaimTalk:
    """Return what stands beside a claim's reviews."""
    reader = onlooker(session, viewer)
    setting = setting_of(session, essay, claim)
    role = higher(reader.role, reader.roles.get(essay.id)) or Role.REVIEWER
    outcomes = sees_outcomes(role, essay.reveal_at, now())
    return ClaimTalk(
        blind=not reader.sees(setting, None),
        rules=may(role, Deed.RULE),
        rulings=rulings_on(session, claim) if outcomes else (),
        comments=comments_on(session, claim, setting, reader),
        inquiries=inquiries_of(session, essay, reader, claim),
        rewordings=rewordings_of(session, essay, reader, claim),
    )
