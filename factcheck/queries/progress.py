"""The desk in numbers: verdicts, progress by day, and what waits longest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, case, func, or_, select, true
from sqlalchemy.orm import Session

from factcheck.models import Claim, Essay, Review, Ruling, User, Verdict
from factcheck.models.base import now
from factcheck.queries.settled import is_settled, outcomes
from factcheck.rules.permissions import Deed, Role, may
from factcheck.rules.scales import Standing

DAYS = 14
LONGEST = 8


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open claim and how many days ago it was marked."""

    slug: str
    title: str
    number: int
    days: int


@dataclass(frozen=True, slots=True)
class Progress:
    """The desk in numbers.

    Attributes:
        standings: claims by standing, in reading order of a scale; open ones last.
        days: the last fourteen, oldest first.
        marked: claims marked by the end of each day.
        checked: claims with a verdict by the end of each day.
        waiting: the claims that wait longest.
    """

    standings: tuple[tuple[Standing, int], ...]
    days: tuple[date, ...]
    marked: tuple[int, ...]
    checked: tuple[int, ...]
    waiting: tuple[Waiting, ...]


def progress_of(session: Session, viewer: User) -> Progress:
    """Return the desk's numbers as one person may know them, in four queries."""
    among = _known_to(viewer)
    today = now().date()
    days = tuple(today - timedelta(days=back) for back in reversed(range(DAYS)))
    marked = dict(_marked(session, among))
    checked = dict(_checked(session, among))
    return Progress(
        standings=_standings(session, among),
        days=days,
        marked=_cumulative(marked, days),
        checked=_cumulative(checked, days),
        waiting=_waiting(session, among, today),
    )


def _known_to(viewer: User) -> ColumnElement[bool]:
    """Leave out essays whose outcomes this person may not know yet."""
    if may(viewer.role or Role.REVIEWER, Deed.RULE):
        return true()
    return or_(Essay.reveal_at.is_(None), Essay.reveal_at <= now())


def _standings(
    session: Session, among: ColumnElement[bool]
) -> tuple[tuple[Standing, int], ...]:
    found = outcomes(among)
    standing = func.coalesce(Verdict.standing, Standing.OPEN.value)
    rows = session.execute(
        select(standing, func.count())
        .select_from(found)
        .outerjoin(Verdict, Verdict.id == found.c.verdict_id)
        .group_by(standing)
    ).all()
    counts = {Standing(name): count for name, count in rows}
    return tuple((standing, counts.get(standing, 0)) for standing in Standing)


def _marked(session: Session, among: ColumnElement[bool]) -> Sequence[tuple[str, int]]:
    day = func.date(Claim.marked_at)
    rows = session.execute(
        select(day, func.count())
        .join(Essay, Essay.id == Claim.essay_id)
        .where(among, Claim.withdrawn_at.is_(None))
        .group_by(day)
    )
    return [(str(found), count) for found, count in rows]


def _checked(session: Session, among: ColumnElement[bool]) -> Sequence[tuple[str, int]]:
    """Count settled claims by the day of their ruling or of their last review."""
    found = outcomes(among)
    last = (
        select(Review.claim_id, func.max(Review.given_at).label("at"))
        .where(Review.given_at.is_not(None))
        .group_by(Review.claim_id)
        .subquery("last")
    )
    ruled = (
        select(Ruling.claim_id, Ruling.ruled_at.label("at"))
        .where(Ruling.replaced_at.is_(None))
        .subquery("ruled")
    )
    day = func.date(case((ruled.c.at.is_not(None), ruled.c.at), else_=last.c.at))
    rows = session.execute(
        select(day, func.count())
        .select_from(found)
        .outerjoin(last, last.c.claim_id == found.c.claim_id)
        .outerjoin(ruled, ruled.c.claim_id == found.c.claim_id)
        .where(is_settled(found))
        .group_by(day)
    )
    return [(str(when), count) for when, count in rows]


def _waiting(
    session: Session, among: ColumnElement[bool], today: date
) -> tuple[Waiting, ...]:
    found = outcomes(among)
    rows = session.execute(
        select(Essay.slug, Essay.title, Claim.number, Claim.marked_at)
        .join(found, found.c.claim_id == Claim.id)
        .join(Essay, Essay.id == Claim.essay_id)
        .where(~is_settled(found))
        .order_by(Claim.marked_at, Claim.id)
        .limit(LONGEST)
    )
    return tuple(
        Waiting(slug, title, number, (today - marked.date()).days)
        for slug, title, number, marked in rows
    )


def _cumulative(counts: dict[str, int], days: Sequence[date]) -> tuple[int, ...]:
    return tuple(
        sum(count for when, count in counts.items() if when <= day.isoformat())
        for day in days
    )
