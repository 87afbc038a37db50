"""What the workbench shows: an essay's rail, a window of its sentences, a claim.

The number of queries does not grow with the essay, and neither does the page: at most
two hundred bars, a window of a hundred and twenty sentences, one claim.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Claim, Essay, Event, Sentence, User, Version
from factcheck.queries.essays import current_version, find_essay
from factcheck.queries.hand import (
    ClaimInHand,
    SentenceInHand,
    claim_in_hand,
    sentence_in_hand,
)
from factcheck.queries.layouts import positions_of
from factcheck.queries.lessons import weights_in_force
from factcheck.queries.likely import LikelyLister
from factcheck.queries.places import (
    Place,
    claims_around,
    no_claim,
    no_sentence,
    place_of,
)
from factcheck.queries.rail import Counts, Rail, rail_of
from factcheck.queries.rows import Mark, Row
from factcheck.queries.sources import sources_used
from factcheck.queries.standings import ClaimStanding, list_standings
from factcheck.queries.suggestions import Suggester
from factcheck.queries.viewers import Viewer, viewer_of
from factcheck.queries.windows import Lister, Show, Window
from factcheck.rules.citations import SourceFacts
from factcheck.rules.layouts import Layout
from factcheck.rules.scales import VerdictLabel
from factcheck.rules.sorting import Sorting
from factcheck.text.checkable import Suggestion

__all__ = [
    "Bench",
    "Counts",
    "Hand",
    "Place",
    "Show",
    "Window",
    "WorkbenchPage",
    "open_bench",
]


@dataclass(frozen=True, slots=True)
class Hand:
    """The sentence in hand, its claim in hand if it has one, and the way on."""

    sentence: SentenceInHand
    claim: ClaimInHand | None
    claim_before: Place | None
    next_to_check: Place | None
    sources: Sequence[SourceFacts]
    suggestion: Suggestion | None

    @property
    def place(self) -> Place:
        """Where this is."""
        number = self.claim.number if self.claim else 0
        return Place(self.sentence.row.position, number)


@dataclass(frozen=True, slots=True)
class WorkbenchPage:
    """A whole page."""

    window: Window
    rail: Rail
    hand: Hand


@dataclass(frozen=True)
class Bench:
    """One person's workbench on one essay, under one filter.

    What a save does not ask for is only looked up when something does.
    """

    session: Session
    essay: Essay
    person: User
    show: Show

    @cached_property
    def version(self) -> Version:
        """The version of the text in force."""
        return current_version(self.session, self.essay)

    @property
    def version_id(self) -> int:
        """Its id."""
        return self.version.id

    @property
    def layout(self) -> Layout:
        """Which layout of its sentences this page shows; its forms say so."""
        return Layout(self.version.number, self.version.layout)

    @cached_property
    def suggester(self) -> Suggester:
        """Says which sentences look like something that can be checked."""
        found = weights_in_force(self.session)
        language = self.essay.language
        return Suggester(self.version.sha256, language, found.weights, found.digest)

    @cached_property
    def viewer(self) -> Viewer:
        """The person, and what they may know here."""
        return viewer_of(self.session, self.person, self.essay)

    @property
    def verdicts(self) -> Sequence[VerdictLabel]:
        """The verdicts of the essay's scale, in order."""
        return [verdict.as_label for verdict in self.essay.scale.verdicts]

    def _standing(self) -> Sequence[ClaimStanding]:
        """Return where each claim stands now; a page asks once and hands it on."""
        return list_standings(self.session, self.essay, self.version_id, self.viewer)

    @property
    def lister(self) -> Lister:
        """Lists the sentences of this bench."""
        lister = LikelyLister if self.show is Show.LIKELY else Lister
        return lister(
            session=self.session,
            essay=self.essay,
            version_id=self.version_id,
            viewer=self.viewer,
            show=self.show,
            labels=self._labels,
            suggester=self.suggester,
        )

    @property
    def _labels(self) -> Mapping[int, VerdictLabel]:
        return {v.id: v.as_label for v in self.essay.scale.verdicts}

    @property
    def length(self) -> int:
        """How many sentences there are."""
        asked = select(func.max(Sentence.position))
        found = self.session.scalar(asked.where(Sentence.version_id == self.version_id))
        return found or 1

    def page(self, place: Place | None) -> WorkbenchPage:
        """Return the whole page around a place, or around where to begin."""
        claims = self._standing()
        place = place or self._start(claims)
        window = self.lister.around(place.position)
        row = next(r for r in window.rows if r.position == place.position)
        hand = self._hand(row, place.claim, claims)
        return WorkbenchPage(window, self._rail(claims), hand)

    def hand(self, place: Place) -> Hand:
        """Return what is in hand at a place, without the rest of the page.

        Raises:
            NotFoundError: there is no such sentence.
        """
        rows = self.lister.at([place.position]).rows
        if not rows:
            raise no_sentence(place.position)
        return self._hand(rows[0], place.claim, self._standing())

    def rail(self) -> Rail:
        """Return the bars and counts."""
        return self._rail(self._standing())

    def _rail(self, claims: Sequence[ClaimStanding]) -> Rail:
        looks = {key: label.standing for key, label in self._labels.items()}
        return rail_of(self.session, self.version_id, claims, looks)

    def start(self) -> Place:
        """Return where to begin: the first claim to check, else a sentence to sort."""
        return self._start(self._standing())

    def _start(self, claims: Sequence[ClaimStanding]) -> Place:
        waiting = (claim for claim in claims if claim.to_check)
        first = place_of(next(waiting, None))
        if first:
            return first
        unsorted = self.session.scalar(
            select(Sentence.position)
            .where(
                Sentence.version_id == self.version_id,
                Sentence.sorting == Sorting.TO_SORT.value,
            )
            .order_by(Sentence.position)
            .limit(1)
        )
        return Place(unsorted or 1, 0)

    def place_of(self, number: int) -> Place:
        """Return where a claim is.

        Raises:
            NotFoundError: the essay has no such claim in force.
        """
        position = self.session.scalar(
            select(Sentence.position)
            .join(Anchor, Anchor.sentence_id == Sentence.id)
            .join(Claim, Claim.id == Anchor.claim_id)
            .where(
                Claim.essay_id == self.essay.id,
                Claim.number == number,
                Claim.withdrawn_at.is_(None),
                Anchor.version_id == self.version_id,
            )
        )
        if position is None:
            raise no_claim(number)
        return Place(position, number)

    def place_at(self, offset: int) -> Place:
        """Return the sentence in which an offset lies, or the one before it."""
        position = self.session.scalar(
            select(func.max(Sentence.position)).where(
                Sentence.version_id == self.version_id, Sentence.start <= offset
            )
        )
        return Place(position or 1, 0)

    def claim(self, number: int) -> ClaimInHand:
        """Return a claim, also one whose mark was taken back."""
        return claim_in_hand(
            self.session, essay=self.essay, number=number, viewer=self.viewer
        )

    def touched(self, event: Event) -> Sequence[Place]:
        """Return where an event's sentences and claims are, in reading order."""
        changed = [event.before, event.after]
        numbers = {int(n) for c in changed for n in c.get("claims", {})}
        rows = self.session.execute(
            select(Sentence.position, Claim.number)
            .join(Anchor, Anchor.sentence_id == Sentence.id)
            .join(Claim, Claim.id == Anchor.claim_id)
            .where(
                Anchor.version_id == self.version_id,
                Claim.essay_id == self.essay.id,
                or_(Claim.number.in_(numbers), Claim.id == event.claim_id),
            )
        )
        places = {Place(*row) for row in rows}
        found = {place.position for place in places}
        there = positions_of(self.session, self.version_id, event)
        places.update(Place(position, 0) for position in there - found)
        return sorted(places, key=lambda place: (place.position, place.claim))

    def _hand(self, row: Row, number: int, claims: Sequence[ClaimStanding]) -> Hand:
        mark = _choose(row.marks, number)
        claim = self.claim(mark.number) if mark else None
        sentence = sentence_in_hand(self.session, self.version_id, row, claim)
        at = (claim.start, claim.number) if claim else (sentence.start, 0)
        before, after = claims_around(claims, at)
        sources = self._sources() if claim else ()
        suggestion = (
            self.suggester.suggestion(row.text)
            if row.sorting is Sorting.TO_SORT
            else None
        )
        return Hand(sentence, claim, before, after, sources, suggestion)

    def _sources(self) -> Sequence[SourceFacts]:
        return sources_used(
            self.session,
            essay=self.essay,
            version_id=self.version_id,
            viewer=self.viewer,
        )


def open_bench(
    session: Session, *, slug: str, viewer: User, show: Show = Show.ALL
) -> Bench:
    """Open the workbench of an essay for a person.

    Raises:
        NotFoundError: no essay has this slug.
    """
    return Bench(session, find_essay(session, slug), viewer, show)


def _choose(marks: Sequence[Mark], number: int) -> Mark | None:
    """Return the mark of this number, else the first to check, else the first."""
    named = (mark for mark in marks if mark.number == number)
    waiting = (mark for mark in marks if mark.to_check)
    return next(named, None) or next(waiting, None) or next(iter(marks), None)
