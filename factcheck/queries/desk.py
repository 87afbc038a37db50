"""The desk: every essay, how far it is, and what waits for whom."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, and_, case, func, select
from sqlalchemy.orm import Session

from factcheck.models import (
    Anchor,
    Claim,
    Edition,
    Essay,
    Sentence,
    User,
    Verdict,
    Version,
)
from factcheck.models.base import now
from factcheck.queries.assignments import waiting_for
from factcheck.queries.settled import is_settled, outcomes
from factcheck.rules.permissions import Role, sees_outcomes
from factcheck.rules.scales import Standing
from factcheck.rules.settling import Settlement

PAGE = 50


@dataclass(frozen=True, slots=True)
class EssayRow:
    """An essay on the desk.

    Attributes:
        sentences: how many its current version has.
        sorted: how many of them are no longer to sort.
        waiting: claims that still need reviews and have none of the viewer's.
        changed: claims that wait for somebody since the text was revised.
        edition: number of the latest published edition, or 0.
        strip: (length in code points, standing of the claim or None) in reading
            order, for the verdict strip.
    """

    slug: str
    title: str
    byline: str
    language: str
    direction: str
    created_at: datetime
    sentences: int
    sorted: int
    claims: int
    settled: int
    waiting: int
    changed: int
    edition: int
    strip: tuple[tuple[int, Standing | None], ...]


@dataclass(frozen=True, slots=True)
class _Counts:
    claims: int = 0
    settled: int = 0
    waiting: int = 0
    changed: int = 0


def count_essays(session: Session) -> int:
    """Return how many essays the desk has."""
    return session.scalar(select(func.count()).select_from(Essay)) or 0


def list_essays(
    session: Session,
    *,
    viewer: User | None = None,
    slug: str = "",
    after: str = "",
    page: int = 1,
    page_size: int | None = PAGE,
) -> list[EssayRow]:
    """Return a page of essays, newest first; or all, or the one with this slug.

    `after` is the slug of an essay: the list goes on with those that are older.
    """
    query = (
        select(Essay, Version.id, Version.length)
        .join(Version, (Version.essay_id == Essay.id) & Version.current)
        .order_by(Essay.id.desc())
    )
    if slug:
        query = query.where(Essay.slug == slug)
    if after:
        known = select(Essay.id).where(Essay.slug == after).scalar_subquery()
        query = query.where(Essay.id < known)
    if page_size is not None:
        query = query.limit(page_size).offset((page - 1) * page_size)
    found = session.execute(query).all()
    ids = [essay.id for essay, _, _ in found]
    counts = _claim_counts(session, ids, viewer.id if viewer else None)
    sorting = _sorting_counts(session, [version for _, version, _ in found])
    strips = _strips(session, found)
    editions = _editions(session, ids)
    unknown = _unknown([essay for essay, _, _ in found], viewer)
    return [
        EssayRow(
            slug=essay.slug,
            title=essay.title,
            byline=essay.byline,
            language=essay.language,
            direction=essay.direction,
            created_at=essay.created_at,
            sentences=sorting[version][0],
            sorted=sorting[version][1],
            claims=counts[essay.id].claims,
            settled=0 if essay.id in unknown else counts[essay.id].settled,
            waiting=counts[essay.id].waiting,
            changed=counts[essay.id].changed,
            edition=editions.get(essay.id, 0),
            strip=_blind(strips[essay.id]) if essay.id in unknown else strips[essay.id],
        )
        for essay, version, _ in found
    ]


def _unknown(essays: Iterable[Essay], viewer: User | None) -> set[int]:
    """Return the essays of which this person may not know the outcomes yet."""
    if viewer is None:
        return set()
    role = viewer.role or Role.REVIEWER
    time = now()
    return {e.id for e in essays if not sees_outcomes(role, e.reveal_at, time)}


def _blind(
    strip: tuple[tuple[int, Standing | None], ...],
) -> tuple[tuple[int, Standing | None], ...]:
    return tuple((length, Standing.OPEN if bar else None) for length, bar in strip)


def _claim_counts(
    session: Session, essay_ids: Collection[int], viewer_id: int | None
) -> defaultdict[int, _Counts]:
    found = outcomes(Essay.id.in_(essay_ids))
    waits = and_(
        found.c.settlement == Settlement.WAITING, waiting_for(viewer_id or 0, now())
    )
    rows = session.execute(
        select(
            found.c.essay_id,
            func.count(),
            func.sum(case((is_settled(found), 1), else_=0)),
            func.sum(case((waits, 1), else_=0)),
            func.count(Claim.unconfirmed),
        )
        .join(Claim, Claim.id == found.c.claim_id)
        .join(Essay, Essay.id == found.c.essay_id)
        .group_by(found.c.essay_id)
    )
    counts: defaultdict[int, _Counts] = defaultdict(_Counts)
    counts.update({essay_id: _Counts(*numbers) for essay_id, *numbers in rows})
    return counts


def _sorting_counts(
    session: Session, version_ids: Collection[int]
) -> dict[int, tuple[int, int]]:
    rows = session.execute(
        select(
            Sentence.version_id,
            func.count(),
            func.sum(case((Sentence.sorting != "to_sort", 1), else_=0)),
        )
        .where(Sentence.version_id.in_(version_ids))
        .group_by(Sentence.version_id)
    )
    return {version_id: (total, done) for version_id, total, done in rows}


def _editions(session: Session, essay_ids: Collection[int]) -> dict[int, int]:
    rows = session.execute(
        select(Edition.essay_id, func.max(Edition.number))
        .join(Essay, Essay.id == Edition.essay_id)
        .where(Edition.essay_id.in_(essay_ids), Essay.unpublished_at.is_(None))
        .group_by(Edition.essay_id)
    )
    return dict(rows.all())


def _strips(
    session: Session, found: Sequence[Row[Essay, int, int]]
) -> dict[int, tuple[tuple[int, Standing | None], ...]]:
    outcome = outcomes(Essay.id.in_([essay.id for essay, _, _ in found]))
    standing = func.coalesce(Verdict.standing, Standing.OPEN.value)
    rows = session.execute(
        select(Claim.essay_id, Anchor.start, Anchor.end, standing)
        .join(Anchor, Anchor.claim_id == Claim.id)
        .join(outcome, outcome.c.claim_id == Claim.id)
        .outerjoin(Verdict, Verdict.id == outcome.c.verdict_id)
        .where(
            Anchor.version_id.in_([version for _, version, _ in found]),
        )
        .order_by(Anchor.start, Claim.number)
    )
    claims: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for essay_id, start, end, found_standing in rows:
        claims[essay_id].append((start, end, found_standing))
    return {
        essay.id: tuple(_strip(claims[essay.id], length)) for essay, _, length in found
    }


def _strip(
    claims: Iterable[tuple[int, int, str]], length: int
) -> Iterable[tuple[int, Standing | None]]:
    """Alternate bare text and claims; an overlapping claim gives up what is taken."""
    at = 0
    for start, end, standing in claims:
        if start > at:
            yield start - at, None
        if end > max(start, at):
            yield end - max(start, at), Standing(standing)
        at = max(at, end)
    if length > at:
        yield length - at, None
