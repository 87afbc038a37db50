"""Claims of an essay as a list, each as it stands for one person."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.errors import NotFoundError
from factcheck.models import Anchor, Claim, Essay, Sentence, Version
from factcheck.queries.standings import asked_of, standings
from factcheck.queries.viewers import Viewer
from factcheck.rules.scales import Standing
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim whose words stand in the present text.

    Attributes:
        version: number of that text.
        sentence: position of the sentence it stands in.
        verdict: key of the viewer's own given verdict, else of the settled one.
        settled: whether its reviews agree or an editor ruled, as far as the viewer
            may know.
        to_check: whether it waits for the viewer.
        unconfirmed: what of its words waits to be decided since a revision.
        words_revision: of its anchor, which other words need.
    """

    number: int
    version: int
    sentence: int
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    statement: str
    verdict: str | None
    standing: Standing
    settled: bool
    to_check: bool
    unconfirmed: str | None
    words_revision: int


def claim_rows(
    session: Session,
    essay: Essay,
    version: Version,
    viewer: Viewer,
    *,
    after: int = 0,
    limit: int,
) -> Sequence[ClaimRow]:
    """Return claims by number, from the one after `after`."""
    return _rows(session, essay, version, viewer, after + 1, None, limit)


def claim_row(
    session: Session, essay: Essay, version: Version, viewer: Viewer, number: int
) -> ClaimRow:
    """Return the claim of this number.

    Raises:
        NotFoundError: there is none in the present text.
    """
    found = _rows(session, essay, version, viewer, number, number, 1)
    if not found:
        raise NotFoundError(
            _(
                "This essay has no claim %(number)s in its present text, or its mark"
                " was taken back.",
                number=number,
            )
        )
    return found[0]


def _rows(  # noqa: PLR0913, PLR0917  (whose, for whom, which)
    session: Session,
    essay: Essay,
    version: Version,
    viewer: Viewer,
    low: int,
    high: int | None,
    limit: int,
) -> Sequence[ClaimRow]:
    stand = standings(revealed=viewer.revealed)
    asked = (
        select(Claim, Anchor, Sentence.position, stand)
        .join(stand, stand.c.claim_id == Claim.id)
        .join(Anchor, (Anchor.claim_id == Claim.id) & (Anchor.version_id == version.id))
        .join(Sentence, Sentence.id == Anchor.sentence_id)
        .where(Claim.number >= low)
        .order_by(Claim.number)
        .limit(limit)
        .execution_options(populate_existing=True)
    )
    if high is not None:
        asked = asked.where(Claim.number <= high)
    labels = {verdict.id: verdict.as_label for verdict in essay.scale.verdicts}
    rows = []
    for row in session.execute(asked, asked_of(essay, version.id, viewer)):
        label = labels.get(row.verdict_id)
        rows.append(
            ClaimRow(
                number=row.Claim.number,
                version=version.number,
                sentence=row.position,
                start=row.Anchor.start,
                end=row.Anchor.end,
                quote=row.Anchor.quote,
                prefix=row.Anchor.prefix,
                suffix=row.Anchor.suffix,
                statement=row.Claim.statement,
                verdict=label.key if label else None,
                standing=label.standing if label else Standing.OPEN,
                settled=bool(row.settled),
                to_check=bool(row.to_check),
                unconfirmed=row.Claim.unconfirmed,
                words_revision=row.Anchor.revision,
            )
        )
    return rows
