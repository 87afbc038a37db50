"""An author's link: whom it lets in, and the little that they may see."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import Anchor, Claim, Essay, Guest, Rewording, Sentence, Version
from factcheck.models.base import now
from factcheck.queries.essays import current_version, whole_text
from factcheck.text.differences import Piece, differences
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class Proposal:
    """Other words proposed to the author, with their answer so far."""

    id: int
    original: str
    proposed: str
    pieces: tuple[Piece, ...]
    reason: str
    status: str
    answer: str
    revision: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the essay; `proposal` is the id of one about them, or 0."""

    text: str
    proposal: int = 0


@dataclass(frozen=True, slots=True)
class GuestPage:
    """The essay's text and what is proposed about it: nothing else of the desk."""

    title: str
    byline: str
    language: str
    direction: str
    paragraphs: tuple[tuple[Stretch, ...], ...]
    proposals: tuple[Proposal, ...]


def find_guest(session: Session, secret: str) -> tuple[Guest, Essay]:
    """Return whom a link lets in, and to which essay.

    Raises:
        NotFoundError: it lets nobody in, or no longer.
    """
    row = session.execute(
        select(Guest, Essay)
        .join(Essay, Essay.id == Guest.essay_id)
        .where(Guest.secret_sha256 == hashlib.sha256(secret.encode()).hexdigest())
    ).first()
    if row is None:
        raise NotFoundError(
            _("This link is not one of ours. Ask the desk for a new one.")
        )
    if row.Guest.withdrawn_at is not None or row.Guest.expires_at <= now():
        raise NotFoundError(
            _(
                "This link has ended. What you answered is kept. Ask the desk for"
                " a new link."
            )
        )
    return row.Guest, row.Essay


def guests_of(session: Session, essay: Essay) -> Sequence[Guest]:
    """Return an essay's links, the newest first."""
    return session.scalars(
        select(Guest).where(Guest.essay_id == essay.id).order_by(Guest.id.desc())
    ).all()


def guest_by_id(session: Session, essay: Essay, guest_id: int) -> Guest:
    """Return one of an essay's links.

    Raises:
        NotFoundError: there is none.
    """
    guest = session.scalar(
        select(Guest).where(Guest.id == guest_id, Guest.essay_id == essay.id)
    )
    if guest is None:
        raise NotFoundError(_("There is no such link."))
    return guest


def guest_page(session: Session, essay: Essay) -> GuestPage:
    """Return what an author sees, in a constant number of queries."""
    version = current_version(session, essay)
    text = whole_text(session, version.id)
    rows = session.execute(
        select(Rewording, Anchor, Sentence)
        .join(Claim, Claim.id == Rewording.claim_id)
        .join(Anchor, Anchor.claim_id == Claim.id)
        .join(Sentence, Sentence.id == Anchor.sentence_id)
        .join(Version, Version.id == Anchor.version_id)
        .where(
            Claim.essay_id == essay.id,
            Version.id == version.id,
            Rewording.status != "withdrawn",
        )
        .order_by(Sentence.position, Rewording.id)
    ).all()
    marks = [
        (
            (row.Anchor.start, row.Anchor.end)
            if row.Rewording.original == row.Anchor.quote
            else (row.Sentence.start, row.Sentence.end),
            row.Rewording.id,
        )
        for row in rows
    ]
    return GuestPage(
        title=essay.title,
        byline=essay.byline,
        language=essay.language,
        direction=essay.direction,
        paragraphs=_paragraphs(session, version.id, text, marks),
        proposals=tuple(_proposal(row.Rewording) for row in rows),
    )


_Mark = tuple[tuple[int, int], int]


def _paragraphs(
    session: Session, version_id: int, text: str, marks: Sequence[_Mark]
) -> tuple[tuple[Stretch, ...], ...]:
    spans = session.execute(
        select(Sentence.paragraph, Sentence.start, Sentence.end)
        .where(Sentence.version_id == version_id)
        .order_by(Sentence.position)
    ).all()
    found = []
    for _paragraph, group in groupby(spans, key=lambda span: span.paragraph):
        members = list(group)
        found.append(_stretches(text, members[0].start, members[-1].end, marks))
    return tuple(found)


def _stretches(
    text: str, start: int, end: int, marks: Sequence[_Mark]
) -> tuple[Stretch, ...]:
    """Cut a paragraph at what proposals are about; of two that overlap, the first."""
    found, at = [], start
    for (low, high), proposal in sorted(marks):
        if at <= low and high <= end:
            if at < low:
                found.append(Stretch(text[at:low]))
            found.append(Stretch(text[low:high], proposal))
            at = high
    if at < end:
        found.append(Stretch(text[at:end]))
    return tuple(found)


def _proposal(row: Rewording) -> Proposal:
    return Proposal(
        id=row.id,
        original=row.original,
        proposed=row.proposed,
        pieces=differences(row.original, row.proposed),
        reason=row.reason,
        status=row.status,
        answer=row.answer,
        revision=row.revision,
    )
