"""What is carried from one version of a text to the next, and what becomes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from factcheck.text.spans import quote_context


class Placed(Protocol):
    """A sentence's place in its version, whoever keeps it."""

    @property
    def position(self) -> int:
        """Its number in the text, from 1."""

    @property
    def paragraph(self) -> int:
        """The number of its paragraph, from 1."""

    @property
    def start(self) -> int:
        """Offset of its first code point."""

    @property
    def end(self) -> int:
        """Offset after its last."""


@dataclass(frozen=True, slots=True)
class VersionText:
    """One exact text of an essay, and its sentences in order."""

    text: str
    sentences: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in a text, as a quote with 32 code points on both sides."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Place":
        """Return the place of the words from `start` to `end`."""
        return cls(start, end, text[start:end], *quote_context(text, start, end))


@dataclass(frozen=True, slots=True)
class Anchored(Place):
    """A claim's words in the version it was marked in, with the claim's number."""

    number: int


class ChangeKind(StrEnum):
    """What became of sentences; `new` and `cut` have no counterpart."""

    SAME = "same"
    MOVED = "moved"
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Change:
    """Sentences of the old version and their counterparts in the new one.

    Attributes:
        kind: what became of them.
        old: positions in the old version; none when the sentence is new.
        new: positions in the new version; none when the sentence was cut.
        score: how alike the two sides are, from 0 to 100.
    """

    kind: ChangeKind
    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float


class FateKind(StrEnum):
    """What became of a claim's words."""

    SAME = "same"
    MOVED = "moved"
    EDITED = "edited"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one claim.

    Attributes:
        number: the claim's number.
        kind: same and moved words are attached; a person confirms edited ones,
            chooses for ambiguous ones, and may attach lost ones by hand.
        place: where the words stand in the new version, or are proposed to stand;
            none when the claim is ambiguous or lost.
        score: how alike the words and their surroundings are, from 0 to 100.
        candidates: where the words of an ambiguous claim may stand, best first.
    """

    number: int
    kind: FateKind
    place: Place | None = None
    score: float = 0.0
    candidates: tuple[Place, ...] = ()

    @property
    def attached(self) -> bool:
        """Say whether the claim is attached without asking anybody."""
        return self.kind in {FateKind.SAME, FateKind.MOVED}


@dataclass(frozen=True, slots=True)
class CarryOver:
    """How a new version follows from an old one.

    Attributes:
        changes: the sentences of both versions, in the order of the new one; cut
            sentences stand where they stood.
        fates: one for each claim, in the order the claims were given.
    """

    changes: tuple[Change, ...]
    fates: tuple[Fate, ...]

    def of(self, number: int) -> Fate:
        """Return the fate of the claim with this number."""
        return next(fate for fate in self.fates if fate.number == number)

    def changed(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of these kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)


def anchored(text: str, number: int, start: int, end: int) -> Anchored:
    """Return a claim on the words from `start` to `end` of a text."""
    prefix, suffix = quote_context(text, start, end)
    return Anchored(start, end, text[start:end], prefix, suffix, number)


def positions(sentences: Iterable[Placed]) -> tuple[int, ...]:
    """Return the positions of some sentences."""
    return tuple(sentence.position for sentence in sentences)
