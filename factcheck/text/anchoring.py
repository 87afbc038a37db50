"""Claims carried over from one version of a text to the next.

The order is: the same words in the same place, the same words elsewhere, edited words,
lost. Only the first two are attached without a person; edited words are a proposal,
and where the same words may be meant in several places a person chooses. Words are
compared folded, so that new quotation marks or line breaks change nothing.
"""

from collections.abc import Sequence
from functools import cached_property

from factcheck.text.carried import (
    Anchored,
    CarryOver,
    Fate,
    FateKind,
    Place,
    VersionText,
    anchored,
)
from factcheck.text.proposals import Proposal, Proposals
from factcheck.text.relation import Relation, relate
from factcheck.text.sides import weight
from factcheck.text.sought import Sought, exact_place, place, seek
from factcheck.text.surviving import Certainty, Survivors

__all__ = ["Anchored", "CarryOver", "Fate", "FateKind", "VersionText", "carry_over"]

_ASKED_AT_LEAST = 20  # By weight; shorter words stand anywhere by chance.


def carry_over(
    old: VersionText, claims: Sequence[Anchored], new: VersionText
) -> CarryOver:
    """Say what became of each sentence and each claim of an old version.

    The result depends on nothing but the two versions: not on the order of the
    claims, nor on which other claims there are.

    Args:
        old: the version the claims stand in.
        claims: their words there.
        new: the version they are carried to.

    Raises:
        InvalidError: on the field `claims`, if a claim's quote is not at its place.
    """
    relation = relate(old, new)
    carrier = _Carrier(relation)
    return CarryOver(relation.changes(), tuple(map(carrier.fate, claims)))


class _Carrier:
    """Carries one claim after the other between the same two versions."""

    def __init__(self, relation: Relation) -> None:
        self._relation = relation
        self._survivors = Survivors(relation)
        self._proposals = Proposals(relation)
        self._unchanged = relation.old.version.text == relation.new.version.text

    def fate(self, claim: Anchored) -> Fate:
        """Say what became of a claim."""
        sought = seek(self._relation, claim)
        if self._unchanged:
            stays = Place.of(self._relation.new.version.text, claim.start, claim.end)
            return Fate(claim.number, FateKind.SAME, stays, 100.0)
        survival = self._survivors.find(sought)
        sure = survival.certainty is Certainty.SURE
        if sure and self._comes_back(sought, survival.starts[0]):
            return self._attached(sought, survival.starts[0])
        if sure or survival.certainty is Certainty.ASK:
            return self._asked(sought, survival.starts)
        return self._unattached(sought, survival.starts)

    def _comes_back(self, sought: Sought, start: int) -> bool:
        """Say whether words found here are found there again, seen from the new text.

        Among many repeats a place can be the best for a claim, and the claim's old
        place not the best for it; then somebody is asked.
        """
        if self._survivors.stayed(sought) is not None:
            return True
        found = exact_place(self._relation, sought, start)
        text = self._relation.new.version.text
        claim = anchored(text, sought.claim.number, found.start, found.end)
        back = self._returning.find(seek(self._turned, claim))
        return back.certainty is Certainty.SURE and back.starts[0] == sought.start

    @cached_property
    def _turned(self) -> Relation:
        return self._relation.turned()

    @cached_property
    def _returning(self) -> Survivors:
        return Survivors(self._turned)

    def _unattached(self, sought: Sought, starts: Sequence[int]) -> Fate:
        """Propose edited words, or ask about words found where little fits."""
        proposal = self._proposals.find(sought)
        if proposal and self._says_the_same(proposal, sought):
            others = [at for at in starts if at != proposal.start]
            return self._asked(sought, [proposal.start, *others])
        if proposal:
            found = place(self._relation, proposal.start, proposal.end)
            return Fate(sought.claim.number, FateKind.EDITED, found, proposal.score)
        if starts and weight(sought.quote) >= _ASKED_AT_LEAST:
            return self._asked(sought, starts)
        return Fate(sought.claim.number, FateKind.LOST)

    def _says_the_same(self, proposal: Proposal, sought: Sought) -> bool:
        text = self._relation.new.folded.text
        return text[proposal.start : proposal.end] == sought.quote

    def _attached(self, sought: Sought, start: int) -> Fate:
        """Attach words that are the same, in the same order or elsewhere."""
        relation = self._relation
        there = relation.new.covering(start, start + len(sought.quote))
        kept = relation.in_order(sought.sentences.start, there.start)
        kind = FateKind.SAME if kept else FateKind.MOVED
        found = exact_place(relation, sought, start)
        score = self._proposals.score(sought, start)
        return Fate(sought.claim.number, kind, found, score)

    def _asked(self, sought: Sought, starts: Sequence[int]) -> Fate:
        places = tuple(exact_place(self._relation, sought, at) for at in starts)
        score = self._proposals.score(sought, starts[0])
        kind = FateKind.AMBIGUOUS
        return Fate(sought.claim.number, kind, None, score, places)
