"""What a cited source's own page shows: its kept copies, the passage in the latest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.errors import NotFoundError
from factcheck.models import Source
from factcheck.queries.evidence import Copy, copies_of, latest_copy, passages_in
from factcheck.queries.hand import ClaimInHand
from factcheck.queries.mementos import MementoNoted, mementos_of
from factcheck.queries.workbench import Bench
from factcheck.rules.citations import CitationFacts
from factcheck.rules.evidence import Evidence, Shown, quote_hash, window
from factcheck.rules.mementos import Memento, memento_of
from factcheck.text.quotations.checking import Outcome
from factcheck.translating import _

AROUND = 3_000  # code points of the copy's text on either side of the passage


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A citation, and what is kept of its source.

    Attributes:
        latest: the copy that is shown.
        shown: its text, or the part of it around the passage.
        length: of the whole text in code points.
        mementos: archived copies elsewhere, the one that is printed first.
        itself: what archived copy the source's own address is of, if it is.
    """

    cited: CitationFacts
    evidence: Evidence
    copies: Sequence[Copy]
    latest: Copy | None
    shown: Shown
    length: int
    mementos: Sequence[MementoNoted]
    itself: Memento | None

    @property
    def stood_before(self) -> Copy | None:
        """The last earlier copy in which the quotation stands, if it does not now."""
        if self.evidence.outcome not in {Outcome.ALTERED, Outcome.ABSENT}:
            return None
        stands = {Outcome.EXACT, Outcome.ELIDED}
        return next((copy for copy in self.copies if copy.outcome in stands), None)


def source_page(
    bench: Bench, number: int, citation_id: int, *, whole: bool
) -> SourcePage:
    """Return the page of a source as one citation of a claim uses it.

    Raises:
        NotFoundError: there is no such citation, or the viewer may not see it yet.
    """
    cited, evidence = _cited(bench.claim(number), citation_id)
    key = bench.session.get_one(Source, evidence.source_id).key
    copies = copies_of(bench.session, key, quote_hash(cited.quote))
    latest = latest_copy(bench.session, key)
    text = latest.text if latest else ""
    spans: Sequence[tuple[int, int]] = ()
    if latest:
        spans = passages_in(bench.session, latest.id, quote_hash(cited.quote))
    around = len(text) if whole else AROUND
    return SourcePage(
        cited=cited,
        evidence=evidence,
        copies=copies,
        latest=next((copy for copy in copies if latest and copy.id == latest.id), None),
        shown=window(text, spans, around),
        length=len(text),
        mementos=mementos_of(bench.session, key),
        itself=memento_of(cited.source.url),
    )


def kept_copy(bench: Bench, number: int, citation_id: int, copy_id: int) -> Copy:
    """Return a kept copy of the source that a citation uses.

    Raises:
        NotFoundError: there is none, or the viewer may not see the citation yet.
    """
    key = cited_source(bench, number, citation_id).key
    for copy in copies_of(bench.session, key, ""):
        if copy.id == copy_id:
            return copy
    raise NotFoundError(_("There is no such copy of this source."))


def cited_source(bench: Bench, number: int, citation_id: int) -> Source:
    """Return the source that a citation uses.

    Raises:
        NotFoundError: there is no such citation, or the viewer may not see it yet.
    """
    _cite, evidence = _cited(bench.claim(number), citation_id)
    return bench.session.get_one(Source, evidence.source_id)


def _cited(claim: ClaimInHand, citation_id: int) -> tuple[CitationFacts, Evidence]:
    for cited, evidence in _visible(claim):
        if evidence.citation_id == citation_id:
            return cited, evidence
    raise NotFoundError(
        _(
            "There is no such source at claim %(number)s, or its review was changed.",
            number=claim.number,
        )
    )


def _visible(claim: ClaimInHand) -> Iterator[tuple[CitationFacts, Evidence]]:
    mine = claim.mine
    yield from zip(mine.facts.citations, mine.evidence, strict=True)
    for review in claim.others:
        yield from zip(review.facts.citations, review.evidence, strict=True)
