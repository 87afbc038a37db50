"""Proposed rewordings, for the desk and for the author."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import Claim, Essay, Rewording, User
from factcheck.queries.onlookers import Onlooker, Setting, complete
from factcheck.text.differences import Piece, differences
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class RewordingShown:
    """A proposal with its word diff; `who` made it."""

    id: int
    number: int
    who: str
    own: bool
    at: datetime
    original: str
    proposed: str
    pieces: tuple[Piece, ...]
    reason: str
    status: str
    answer: str
    answered_by: str
    answered_at: datetime | None
    revision: int


def rewordings_of(
    session: Session, essay: Essay, reader: Onlooker, claim: Claim | None = None
) -> Sequence[RewordingShown]:
    """Return an essay's proposals, or one claim's: unanswered first, then newest."""
    asked = (
        select(Rewording, Claim.number, User.name, complete().label("done"))
        .join(Claim, Claim.id == Rewording.claim_id)
        .join(Essay, Essay.id == Claim.essay_id)
        .outerjoin(User, User.id == Rewording.created_by_id)
        .where(Claim.essay_id == essay.id)
    )
    if claim is not None:
        asked = asked.where(Claim.id == claim.id)
    shown = [
        _shown(row, number, who or _("Import"), reader.id)
        for row, number, who, done in session.execute(asked)
        if reader.sees(
            Setting(essay.id, done, essay.reveal_at),
            row.created_by_id,
        )
    ]
    return sorted(shown, key=lambda r: (r.status != "proposed", -r.id))


def find_rewording(
    session: Session, essay: Essay, rewording_id: int
) -> tuple[Rewording, Claim]:
    """Return a proposal for this essay, and its claim.

    Raises:
        NotFoundError: there is none.
    """
    row = session.execute(
        select(Rewording, Claim)
        .join(Claim, Claim.id == Rewording.claim_id)
        .join(Essay, Essay.id == Claim.essay_id)
        .where(Rewording.id == rewording_id, Claim.essay_id == essay.id)
    ).first()
    if row is None:
        raise NotFoundError(_("There is no such proposal."))
    return row.Rewording, row.Claim


def _shown(row: Rewording, number: int, who: str, reader_id: int) -> RewordingShown:
    return RewordingShown(
        id=row.id,
        number=number,
        who=who,
        own=row.created_by_id == reader_id,
        at=row.created_at,
        original=row.original,
        proposed=row.proposed,
        pieces=differences(row.original, row.proposed),
        reason=row.reason,
        status=row.status,
        answer=row.answer,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        revision=row.revision,
    )
