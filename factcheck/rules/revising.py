"""What a revised text leaves of sortings and of claims' places: pure rules.

Nothing is decided for a person: sentences that did not change stay sorted, words that
were edited wait to be confirmed, and a claim whose words cannot be placed has none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.rules.sorting import Reason, Sorted, Sorting
from factcheck.text.carried import (
    Change,
    ChangeKind,
    Fate,
    FateKind,
    Placed,
    VersionText,
)
from factcheck.text.markup import has_words
from factcheck.text.sentences import Sentence
from factcheck.text.spans import trim
from factcheck.translating import N_


class Unconfirmed(StrEnum):
    """Why a claim waits for a person after its text was revised.

    EDITED: its words stand where they are proposed to stand. AMBIGUOUS: they may
    stand in several places. LOST: they were not found.
    """

    EDITED = "edited"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


UNCONFIRMED_LABELS: dict[Unconfirmed, str] = {
    Unconfirmed.EDITED: N_("Words changed"),
    Unconfirmed.AMBIGUOUS: N_("Found in several places"),
    Unconfirmed.LOST: N_("Words gone"),
}

_UNTOUCHED = frozenset((ChangeKind.SAME, ChangeKind.MOVED))
_ATTACHED = frozenset((FateKind.SAME, FateKind.MOVED))


@dataclass(frozen=True, slots=True)
class Landing:
    """What becomes of one claim in the new text.

    Attributes:
        number: the claim's.
        fate: what carrying it over found.
        unconfirmed: what a person has to decide; None when nothing.
        sentence: position of the new sentence its words stand in; 0 for none.
        start: first code point of its words there.
        end: the code point after the last.
    """

    number: int
    fate: Fate
    unconfirmed: Unconfirmed | None
    sentence: int = 0
    start: int = 0
    end: int = 0


def land(fates: Iterable[Fate], new: VersionText) -> list[Landing]:
    """Place claims in the sentences of the new text.

    A claim lies in one sentence. Words that reach into several are put on the part in
    the one that holds most of them, and wait to be confirmed.
    """
    starts = [sentence.start for sentence in new.sentences]
    return [_land(fate, new, starts) for fate in fates]


def carried_sortings(
    changes: Iterable[Change],
    was: Mapping[int, Sorted],
    sentences: Sequence[Sentence],
    claimed: Collection[int],
) -> list[Sorted]:
    """Return how each sentence of the new text is sorted.

    Args:
        changes: what became of the old sentences.
        was: how they were sorted, by position.
        sentences: of the new text.
        claimed: positions of those that hold a claim.
    """
    kept = {
        change.new[0]: was[change.old[0]]
        for change in changes
        if change.kind in _UNTOUCHED
    }
    return [_sorting(unit, kept.get(unit.position), claimed) for unit in sentences]


def _sorting(unit: Sentence, kept: Sorted | None, claimed: Collection[int]) -> Sorted:
    if unit.position in claimed:
        return Sorted(Sorting.CLAIM)
    if kept is not None and kept.sorting is not Sorting.CLAIM:
        return kept
    if kept is None and not unit.prose:
        return Sorted(Sorting.NOT_A_CLAIM, Reason.NOT_PROSE)
    return Sorted(Sorting.TO_SORT)


def _land(fate: Fate, new: VersionText, starts: Sequence[int]) -> Landing:
    if fate.place is None:
        ambiguous = fate.kind is FateKind.AMBIGUOUS
        waits = Unconfirmed.AMBIGUOUS if ambiguous else Unconfirmed.LOST
        return Landing(fate.number, fate, waits)
    start, end = fate.place.start, fate.place.end
    touched = _touched(start, end, new.sentences, starts)
    most = max(
        touched, key=lambda s: min(end, s.end) - max(start, s.start), default=None
    )
    if most is None:
        return Landing(fate.number, fate, Unconfirmed.LOST)
    words = trim(new.text, max(start, most.start), min(end, most.end))
    if not has_words(words.of(new.text)):
        return Landing(fate.number, fate, Unconfirmed.LOST)
    inside = most.start <= start and end <= most.end
    sure = inside and fate.kind in _ATTACHED
    return Landing(
        number=fate.number,
        fate=fate,
        unconfirmed=None if sure else Unconfirmed.EDITED,
        sentence=most.position,
        start=words.start,
        end=words.end,
    )


def _touched(
    start: int, end: int, sentences: Sequence[Placed], starts: Sequence[int]
) -> Sequence[Placed]:
    first = max(0, bisect_right(starts, start) - 1)
    found = sentences[first : bisect_left(starts, end)]
    return [sentence for sentence in found if sentence.end > start]
