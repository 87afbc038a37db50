"""The rail: a whole essay in at most two hundred bars, with the counts beside it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from factcheck.models import Sentence
from factcheck.queries.standings import ClaimStanding
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
    """The bars and the counts, which come from the same queries."""

    bars: tuple[Bar, ...]
    counts: Counts


def rail_of(
    session: Session,
    version_id: int,
    claims: Sequence[ClaimStanding],
    looks: Mapping[int, Standing],
) -> Rail:
    """Return an essay's rail.

    Args:
        session: the database session.
        version_id: of its text in force.
        claims: as they stand for the viewer.
        looks: the standing of each verdict, by id.
    """
    total = _total(session, version_id)
    bars, most = min(MOST_BARS, total), max(total, 1)
    group = (Sentence.position - 1) * bars // most
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
    held: dict[int, Counter[Standing]] = defaultdict(Counter)
    for claim in claims:
        look = looks.get(claim.verdict_id or 0, Standing.OPEN)
        held[(claim.position - 1) * bars // most][look] += 1
    return Rail(
        bars=_bars([tuple(row) for row in sentences], held),
        counts=Counts(
            all=total,
            new=sum(row[3] for row in sentences),
            claims=len(claims),
            open=sum(claim.to_check for claim in claims),
            look=sum(claim.look for claim in claims),
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
