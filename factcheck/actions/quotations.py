"""Checking quotations against kept copies."""

from collections.abc import Sequence

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from factcheck.actions.saving import add_unless_there
from factcheck.models import Citation, QuotationCheck, Snapshot
from factcheck.models.base import now
from factcheck.queries.evidence import unchecked
from factcheck.rules.evidence import quote_hash
from factcheck.text.quotations.checking import Checked, check_quotations

Found = Sequence[tuple[str, Checked]]


def check_next(session: Session) -> bool:
    """Check the quotations that one copy was not searched for yet, if there is one.

    Two workers may check the same at the same time; one result is kept. Nothing is
    written before the searching is done, so nobody waits for it.
    """
    waiting = unchecked(session)
    if waiting is None:
        return False
    snapshot_id, quotes = waiting
    text = session.scalars(
        select(Snapshot.text).where(Snapshot.id == snapshot_id)
    ).one()
    keep_checks(session, snapshot_id, search(quotes, text))
    return True


def search(quotes: Sequence[str], text: str) -> Found:
    """Look for quotations in a text that is about to be kept; nothing is written."""
    return list(zip(quotes, check_quotations(quotes, text), strict=True))


def keep_checks(session: Session, snapshot_id: int, found: Found) -> None:
    """Store what was found in a copy."""
    if not found:
        return
    at = now()
    add_unless_there(
        session,
        QuotationCheck,
        (QuotationCheck.snapshot_id, QuotationCheck.quote_sha256),
        [
            {
                "snapshot_id": snapshot_id,
                "quote_sha256": quote_hash(quote),
                "outcome": checked.outcome.value,
                "passages": [list(span) for span in checked.passages],
                "pieces": [
                    [piece.change.value, piece.text] for piece in checked.pieces
                ],
                "changed": checked.changed,
                "checked_at": at,
            }
            for quote, checked in found
        ],
    )


def forget_unquoted(session: Session) -> None:
    """Drop the checks of words that nobody quotes any more, such as half-typed ones."""
    quoted = exists().where(Citation.quote_sha256 == QuotationCheck.quote_sha256)
    session.execute(delete(QuotationCheck).where(~quoted))
