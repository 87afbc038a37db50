"""The editor's queue: claims whose reviews differ, the widest disagreement first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Claim, Essay, Review, Ruling, Version
from factcheck.queries.settled import for_an_editor, outcomes
from factcheck.rules.rulings import spread
from factcheck.rules.scales import VerdictLabel
from factcheck.rules.settling import Settlement


@dataclass(frozen=True, slots=True)
class QueuedClaim:
    """A claim that waits for an editor.

    Attributes:
        verdicts: of its given reviews, in the scale's order; whose is not said.
        spread: how far apart they are.
        since: when it came here: the last review, or the change that reopened it.
    """

    number: int
    quote: str
    statement: str
    settlement: Settlement
    verdicts: tuple[VerdictLabel, ...]
    spread: float
    since: datetime

    @property
    def reopened(self) -> bool:
        """Whether a review changed after the ruling."""
        return self.settlement is Settlement.REOPENED


def count_queue(session: Session, slug: str) -> int:
    """Return how many claims of an essay wait for an editor."""
    found = outcomes(Essay.slug == slug)
    asked = select(func.count()).select_from(found).where(for_an_editor(found))
    return session.scalar(asked) or 0


def ruling_queue(session: Session, essay: Essay) -> Sequence[QueuedClaim]:
    """Return the claims that wait for an editor: widest first, then oldest."""
    found = outcomes(Claim.essay_id == essay.id)
    rows = session.execute(
        select(
            Claim.id,
            Claim.number,
            Anchor.quote,
            Claim.statement,
            found.c.settlement,
            Ruling.reopened_at,
        )
        .join(found, found.c.claim_id == Claim.id)
        .join(Anchor, Anchor.claim_id == Claim.id)
        .join(Version, Version.id == Anchor.version_id)
        .outerjoin(Ruling, (Ruling.claim_id == Claim.id) & Ruling.replaced_at.is_(None))
        .where(Version.current, for_an_editor(found))
    ).all()
    given = _given(session, essay)
    labels = {v.id: v.as_label for v in essay.scale.verdicts}
    queue = [
        QueuedClaim(
            number=row.number,
            quote=row.quote,
            statement=row.statement,
            settlement=Settlement(row.settlement),
            verdicts=_in_order(given[row.id], labels),
            spread=spread(
                [labels[v] for v, _ in given[row.id]], essay.scale.definition
            ),
            since=_since(given[row.id], row.reopened_at),
        )
        for row in rows
    ]
    return sorted(queue, key=lambda c: (-c.spread, c.since, c.number))


_Given = Mapping[int, Sequence[tuple[int, datetime]]]


def _given(session: Session, essay: Essay) -> _Given:
    """Return verdict and time of each given review on claims in the queue."""
    found = outcomes(Claim.essay_id == essay.id)
    rows = session.execute(
        select(Review.claim_id, Review.verdict_id, Review.given_at)
        .join(found, found.c.claim_id == Review.claim_id)
        .where(Review.given_at.is_not(None), for_an_editor(found))
    )
    given = defaultdict(list)
    for claim_id, verdict_id, at in rows:
        if verdict_id is not None and at is not None:
            given[claim_id].append((verdict_id, at))
    return given


def _in_order(
    given: Sequence[tuple[int, datetime]], labels: Mapping[int, VerdictLabel]
) -> tuple[VerdictLabel, ...]:
    """Put verdicts in the scale's order, which says nothing about who gave which."""
    order = list(labels)
    return tuple(labels[v] for v in sorted((v for v, _ in given), key=order.index))


def _since(
    given: Sequence[tuple[int, datetime]], reopened_at: datetime | None
) -> datetime:
    """A claim reopened by a review taken back may have no given one left."""
    times = [at for _, at in given]
    return reopened_at or max(times)
