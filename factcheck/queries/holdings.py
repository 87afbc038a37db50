"""What a format is given beside the annotated essay: files and records of the desk."""

from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.errors import ForbiddenError
from factcheck.models import Claim, Essay, Review, User, Version
from factcheck.queries.originals import original_of
from factcheck.queries.raw_reviews import raw_reviews
from factcheck.queries.records import records_of
from factcheck.queries.settled import outcomes
from factcheck.queries.viewers import viewer_of
from factcheck.rules.holdings import NOTHING_HELD, Holding, Holdings, Original
from factcheck.rules.permissions import Deed, Role, may
from factcheck.rules.settling import Settlement
from factcheck.translating import _

_NAMED = (Settlement.SETTLED, Settlement.RULED, Settlement.REOPENED)


def holdings_of(
    session: Session,
    essay: Essay,
    asked: Holding | None,
    *,
    person: User | None,
    copies: Path,
    key: str,
) -> Holdings:
    """Return what a format asks for, of the essay as it stands.

    Args:
        session: the database session.
        essay: which one.
        asked: what the format asks for, if anything.
        person: who takes it away; None for the machine's own administrator.
        copies: the folder of the bytes of kept copies.
        key: the desk's secret, from which pseudonyms are made.

    Raises:
        ForbiddenError: records would tell names that are still hidden from editors.
    """
    if asked is Holding.ORIGINAL:
        return Holdings(original=_given(session, essay, person))
    if asked is Holding.RECORDS:
        viewer = viewer_of(session, person, essay) if person else None
        if viewer is not None and _names_hidden(session, essay):
            raise ForbiddenError(
                _(
                    "Reviewers' names are hidden in this essay until its claims are"
                    " settled, and an archive would tell them. Take it when they are,"
                    " or ask whoever runs this desk for it."
                )
            )
        records = records_of(session, essay, viewer=viewer, copies=copies)
        return Holdings(original=_original(session, essay), records=records)
    if asked is Holding.REVIEWS:
        viewer = viewer_of(session, person, essay) if person else None
        return Holdings(reviews=raw_reviews(session, essay, viewer=viewer, key=key))
    return NOTHING_HELD


def _names_hidden(session: Session, essay: Essay) -> bool:
    """Say whether an essay that hides names has any review whose writer is hidden."""
    if not essay.hide_names:
        return False
    found = outcomes(Claim.essay_id == essay.id)
    named = select(found.c.claim_id).where(found.c.settlement.in_(_NAMED))
    hidden = (
        select(func.count())
        .select_from(Review)
        .join(Claim, Claim.id == Review.claim_id)
        .where(
            Claim.essay_id == essay.id,
            Claim.withdrawn_at.is_(None),
            Review.given_at.is_not(None),
            Claim.id.not_in(named),
        )
    )
    return bool(session.scalar(hidden))


def _given(session: Session, essay: Essay, person: User | None) -> Original:
    """Return the Word file to editors; the comments in it may be others' checks."""
    found = _original(session, essay)
    role = viewer_of(session, person, essay).role if person else Role.ADMIN
    if not found.data or may(role, Deed.RULE):
        return found
    return Original(
        lacking=_(
            "The file that the essay came in as may hold other people's comments, so"
            " only editors get it back; this is a file of its own."
        )
    )


def _original(session: Session, essay: Essay) -> Original:
    """Return the Word file of the text in force, or say that an earlier one had it."""
    versions = session.execute(
        select(Version.id, Version.number, Version.current)
        .where(Version.essay_id == essay.id)
        .order_by(Version.number)
    ).all()
    found = {
        version.number: data
        for version in versions
        if (data := original_of(session, version.id)) is not None
    }
    current = next(version.number for version in versions if version.current)
    if current in found:
        return Original(found[current])
    if not found:
        return Original()
    return Original(
        lacking=_(
            "Version %(number)s of the text did not come in as a Word file, so the"
            " comments could not be put into one.",
            number=current,
        )
    )
