"""What a claim's own page shows: its words in their sentence, and its reviews."""

from dataclasses import dataclass

from sqlalchemy import select

from factcheck.models import Anchor, Claim, Sentence
from factcheck.queries.essays import words_between
from factcheck.queries.hand import ClaimInHand
from factcheck.queries.workbench import Bench


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim with its sentence, which is `before`, the claim's words, `after`."""

    claim: ClaimInHand
    position: int
    before: str
    after: str


def claim_page(bench: Bench, claim: Claim) -> ClaimPage:
    """Return a claim's page, blind where the viewer must be."""
    shown = bench.claim(claim.number)
    sentence = bench.session.scalars(
        select(Sentence)
        .join(Anchor, Anchor.sentence_id == Sentence.id)
        .where(Anchor.claim_id == claim.id, Anchor.version_id == shown.version_id)
    ).one()
    low, high = sentence.start, sentence.end
    text = words_between(bench.session, shown.version_id, low, high)
    return ClaimPage(
        claim=shown,
        position=sentence.position,
        before=text[: shown.start - low],
        after=text[shown.end - low :],
    )
