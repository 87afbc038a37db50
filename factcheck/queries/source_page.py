"""What a cited source's own page shows: its kept copies, the passage in the latest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.errors import NotFoundError
from factcheck.models import Source
from factcheck.queries.evidence import Copy, copies_of, latest_copy, passages_in
from factcheck.queries.hand import ClaimInHand
from factcheck.queries.workbench import Bench
from factcheck.rules.citations import CitationFacts
from factcheck.rules.evidence import Evidence, Shown, quote_hash, window

AROUND = 3_000  # code points of the copy's text on either side of the passage


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A citation, and what is kept of its source.

    Attributes:
        shown: the latest copy's text, or the part of it around the passage.
        length: of the whole text in code points.
    """

    cited: CitationFacts
    evidence: Evidence
    copies: Sequence[Copy]
    shown: Shown
    length: int


def source_page(
    bench: Bench, number: int, citation_id: int, *, whole: bool
) -> SourcePage:
    """Return the page of a source as one citation of a claim uses it.

    Raises:
        NotFoundError: there is no such citation, or the viewer may not see it yet.
    """
    cited, evidence = _cited(bench.claim(number), citation_id)
    key = bench.session.get_one(Source, evidence.source_id).key
    copies = copies_of(bench.session, key)
    latest = latest_copy(bench.session, key)
    text = latest.text if latest else ""
    spans: Sequence[tuple[int, int]] = ()
    if latest:
        spans = passages_in(bench.session, latest.id, quote_hash(cited.quote))
    around = len(text) if whole else AROUND
    return SourcePage(cited, evidence, copies, window(text, spans, around), len(text))


def cited_source(bench: Bench, number: int, citation_id: int) -> Source:
    """Return the source that a citation uses.

    Raises:
        NotFoundError: there is no such citation, or the viewer may not see it yet.
    """
    _, evidence = _cited(bench.claim(number), citation_id)
    return bench.session.get_one(Source, evidence.source_id)


def _cited(claim: ClaimInHand, citation_id: int) -> tuple[CitationFacts, Evidence]:
    for cited, evidence in _visible(claim):
        if evidence.citation_id == citation_id:
            return cited, evidence
    raise NotFoundError(
        f"There is no such source at claim {claim.number}, or its review was changed."
    )


def _visible(claim: ClaimInHand) -> Iterator[tuple[CitationFacts, Evidence]]:
    mine = claim.mine
    yield from zip(mine.facts.citations, mine.evidence, strict=True)
    for review in claim.others:
        yield from zip(review.facts.citations, review.evidence, strict=True)
