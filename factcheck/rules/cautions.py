"""What is worth a look before a verdict is given; it never stands in the way."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from factcheck.rules.citations import CitationFacts
from factcheck.rules.evidence import Evidence, address_key
from factcheck.text.quotations.checking import Outcome
from factcheck.translating import N_


class Caution(StrEnum):
    """Something about the sources of a review; the words are in CAUTIONS."""

    NO_SOURCE = "no source"
    ONE_SOURCE = "one source"
    ALTERED = "altered"
    ABSENT = "absent"
    GONE = "gone"
    ONE_PUBLISHER = "one publisher"
    ITSELF = "itself"


CAUTIONS: dict[Caution, str] = {
    Caution.NO_SOURCE: N_("It rests on no source."),
    Caution.ONE_SOURCE: N_("It rests on one source alone."),
    Caution.ALTERED: N_("A quotation is not what its source says, word for word."),
    Caution.ABSENT: N_("A quotation does not stand in its source's copy."),
    Caution.GONE: N_("A source is not to be had, and no copy of it is kept."),
    Caution.ONE_PUBLISHER: N_("All its sources have the same publisher."),
    Caution.ITSELF: N_("The essay itself is among its sources."),
}


def cautions_of(
    citations: Sequence[CitationFacts], evidence: Sequence[Evidence], appeared: str
) -> tuple[Caution, ...]:
    """Return what is worth a look.

    Args:
        citations: of one review.
        evidence: what is known of each, in the same order.
        appeared: where the essay appeared: in words, or an address.
    """
    return tuple(_found(citations, evidence, appeared))


def _found(
    citations: Sequence[CitationFacts], evidence: Sequence[Evidence], appeared: str
) -> Iterator[Caution]:
    if len(citations) < 2:
        yield Caution.ONE_SOURCE if citations else Caution.NO_SOURCE
    outcomes = {each.outcome for each in evidence}
    if Outcome.ALTERED in outcomes:
        yield Caution.ALTERED
    if Outcome.ABSENT in outcomes:
        yield Caution.ABSENT
    if any(each.fetch == "failed" and each.kept_at is None for each in evidence):
        yield Caution.GONE
    publishers = {cited.source.publisher.casefold() for cited in citations}
    if len(citations) > 1 and len(publishers) == 1 and "" not in publishers:
        yield Caution.ONE_PUBLISHER
    if appeared and any(_same(cited.source.url, appeared) for cited in citations):
        yield Caution.ITSELF


def _same(url: str, appeared: str) -> bool:
    return bool(url) and address_key(url) == address_key(appeared)
