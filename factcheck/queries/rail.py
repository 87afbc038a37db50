"""The rail: a whole essay in at most two hundred bars, with the counts beside it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from factcheck.models import Essay, Sentence
from factcheck.queries.standings import standings
from factcheck.queries.viewers import Viewer
from factcheck.rules.scales import Standing
from factcheck.rules.sorting import Sorting

MOST_BARS = 200
HEIGHT = 1_000
_GAP = 0.25  # of a bar, left empty below it
_LOUDEST = (
    Standing.OPEN,
    Standing.REFUTED,
    Standing.CONTEXT,
    Standing.PARTLY,
    Standing.UNVERIFIED,
    Standing.HOLDS,
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One sentence, or in a long essay several that stand together.

    Attributes:
        position: of its first sentence.
        last: of its last.
        kind: a standing, "new" (still to sort) or "rest" (no claim).
        top: in thousandths of the rail.
        height: the same.
    """

    position: int
    last: int
    kind: str
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Counts:
    """Sentences in all and to sort; claims in all, to check, and to look at again."""

    all: int
    new: int
    claims: int
    open: int
    look: int

    @property
    def checked(self) -> int:
        """Claims that ask nothing more of the viewer."""
        return self.claims - self.open


@dataclass(frozen=True, slots=True)
class Rail:
    """The bars and the counts, which come from the same two queries."""

    bars: tuple[Bar, ...]
    counts: Counts


def rail_of(
    session: Session,
    essay: Essay,
    version_id: int,
    viewer: Viewer,
    looks: Mapping[int, Standing],
) -> Rail:
    """Return an essay's rail.

    Args:
        session: the database session.
        essay: the essay.
        version_id: of its text in force.
        viewer: whose own verdicts show first.
        looks: the standing of each verdict, by id.
    """
    total = _total(session, version_id)
    group = (Sentence.position - 1) * min(MOST_BARS, total) // max(total, 1)
    sentences = session.execute(
        select(
            func.min(Sentence.position),
            func.max(Sentence.position),
            func.sum(Sentence.end - Sentence.start),
            func.sum(case((Sentence.sorting == Sorting.TO_SORT.value, 1), else_=0)),
        )
        .where(Sentence.version_id == version_id)
        .group_by(group)
        .order_by(func.min(Sentence.position))
    ).all()
    claims = standings(essay, version_id, viewer)
    rows = session.execute(
        select(
            group,
            claims.c.verdict_id,
            func.count(),
            func.sum(claims.c.to_check),
            func.sum(claims.c.look),
        )
        .join(Sentence, Sentence.id == claims.c.sentence_id)
        .group_by(group, claims.c.verdict_id)
    ).all()
    held: dict[int, Counter[Standing]] = defaultdict(Counter)
    for index, verdict_id, count, _, _ in rows:
        held[index][looks.get(verdict_id, Standing.OPEN)] += count
    return Rail(
        bars=_bars([tuple(row) for row in sentences], held),
        counts=Counts(
            all=total,
            new=sum(row[3] for row in sentences),
            claims=sum(row[2] for row in rows),
            open=sum(row[3] for row in rows),
            look=sum(row[4] for row in rows),
        ),
    )


def _total(session: Session, version_id: int) -> int:
    """Return how many sentences there are; positions run from 1 without a hole."""
    last = select(func.max(Sentence.position)).where(Sentence.version_id == version_id)
    return session.scalar(last) or 0


def _bars(
    sentences: list[tuple[int, int, int, int]],
    held: Mapping[int, Counter[Standing]],
) -> tuple[Bar, ...]:
    whole = sum(length for _, _, length, _ in sentences) or 1
    bars, top = [], 0.0
    for index, (first, last, length, new) in enumerate(sentences):
        height = length * HEIGHT / whole
        kind = _kind(held.get(index), new)
        bar = Bar(first, last, kind, round(top, 1), round(height * (1 - _GAP), 1))
        bars.append(bar)
        top += height
    return tuple(bars)


def _kind(claims: Counter[Standing] | None, new: int) -> str:
    """Say what a bar looks like: its commonest standing, the loudest of equals."""
    if not claims:
        return "new" if new else "rest"
    most = max(claims.values())
    return next(s for s in _LOUDEST if claims[s] == most).value
