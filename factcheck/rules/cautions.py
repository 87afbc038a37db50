"""What is worth a look before a verdict is given; it never stands in the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.rules.citations import CitationFacts
from factcheck.rules.dating import day_in, is_later
from factcheck.rules.evidence import Evidence, address_key, source_key
from factcheck.rules.mementos import memento_of
from factcheck.rules.sources import Level
from factcheck.text.quotations.checking import Outcome
from factcheck.translating import N_


class Caution(StrEnum):
    """Something about the sources of a review; the words are in CAUTIONS."""

    NO_SOURCE = "no source"
    ONE_SOURCE = "one source"
    SECONDARY = "secondary"
    ALTERED = "altered"
    ABSENT = "absent"
    GONE = "gone"
    UNSEEN = "unseen"
    NEWER = "newer"
    ONE_PUBLISHER = "one publisher"
    ITSELF = "itself"


CAUTIONS: dict[Caution, str] = {
    Caution.NO_SOURCE: N_("It rests on no source."),
    Caution.ONE_SOURCE: N_("It rests on one source alone."),
    Caution.SECONDARY: N_("All its sources are secondary."),
    Caution.ALTERED: N_("A quotation is not what its source says, word for word."),
    Caution.ABSENT: N_("A quotation does not stand in its source's copy."),
    Caution.GONE: N_("A source is gone from its address."),
    Caution.UNSEEN: N_("A source is not to be had, and no copy of it is kept."),
    Caution.NEWER: N_("A source is newer than the essay."),
    Caution.ONE_PUBLISHER: N_("All its sources have the same publisher."),
    Caution.ITSELF: N_("The essay itself is among its sources."),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """The essay that a verdict is about, as far as its sources are weighed by it.

    Attributes:
        appeared: where it appeared: in words, or an address.
        imported: the day it came to the desk, YYYY-MM-DD; it is not newer.
    """

    appeared: str
    imported: str

    @property
    def day(self) -> str:
        """When it appeared, as precise as that is known."""
        found = day_in(self.appeared)
        return self.imported if not found or is_later(found, self.imported) else found


def cautions_of(
    citations: Sequence[CitationFacts], evidence: Sequence[Evidence], essay: Checked
) -> tuple[Caution, ...]:
    """Return what is worth a look.

    Args:
        citations: of one review, or of all reviews that a ruling weighs.
        evidence: what is known of each, in the same order.
        essay: that is checked.
    """
    return (
        *_of_quotations(evidence),
        *_of_sources(citations, essay),
    )


def _of_quotations(evidence: Sequence[Evidence]) -> Iterator[Caution]:
    """Look at what is known of the citations one by one."""
    outcomes = {each.outcome for each in evidence}
    if Outcome.ALTERED in outcomes:
        yield Caution.ALTERED
    if Outcome.ABSENT in outcomes:
        yield Caution.ABSENT
    if any(each.gone for each in evidence):
        yield Caution.GONE
    lost = {"failed", "refused"}
    if any(e.fetch in lost and e.kept_at is None and not e.gone for e in evidence):
        yield Caution.UNSEEN


def _of_sources(
    citations: Sequence[CitationFacts], essay: Checked
) -> Iterator[Caution]:
    """Look at the sources together."""
    sources = {source_key(cited.source): cited.source for cited in citations}
    if len(sources) < 2:
        yield Caution.ONE_SOURCE if sources else Caution.NO_SOURCE
    if {source.details.level for source in sources.values()} == {Level.SECONDARY}:
        yield Caution.SECONDARY
    if any(is_later(source.issued, essay.day) for source in sources.values()):
        yield Caution.NEWER
    publishers = {" ".join(s.publisher.casefold().split()) for s in sources.values()}
    if len(sources) > 1 and len(publishers) == 1 and "" not in publishers:
        yield Caution.ONE_PUBLISHER
    if any(_is_same(source.url, essay.appeared) for source in sources.values()):
        yield Caution.ITSELF


def _is_same(url: str, appeared: str) -> bool:
    """Say whether a source is the page where the essay appeared, or a copy of it."""
    return bool(url and appeared) and _page(url) == _page(appeared)


def _page(url: str) -> str:
    memento = memento_of(url)
    return address_key(memento.original if memento else url)
