"""Corrections of sentences and paragraphs by hand: what becomes of a run of them.

A text's layout is a run of units in reading order; each is a sentence, and may open a
paragraph of some kind. Every correction puts one short run in place of another over
the same words, so one way of storing it, and one of undoing it, serves them all.

What was said of words stays on them: a claim keeps its words and with them its
reviews, and a unit keeps its sorting as far as it was said of all its words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from factcheck.errors import InvalidError
from factcheck.rules.sorting import Reason, Sorted, Sorting, parse_sorting
from factcheck.text.cutting import cut_before
from factcheck.text.markup import has_words
from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.spans import Passage, Span, trim
from factcheck.translating import _

# How history draws where a sentence begins, and where a paragraph does.
_BORDER, _PARAGRAPH = "‖", "¶"
_AROUND = 80


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, text[start:end], how it is sorted, which paragraph it opens."""

    start: int
    end: int
    sorted: Sorted
    opens: ParagraphKind | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """The words of a claim in force."""

    number: int
    start: int
    end: int


def split(
    passage: Passage, unit: Unit, at: int, claims: Iterable[Held]
) -> tuple[Unit, Unit]:
    """Split a unit before the word that begins at an offset.

    A half that holds a claim is a claim. What was sorted as no claim stays so in both
    halves; whatever nobody has said anything of is to be sorted.

    Raises:
        InvalidError: no word begins there, or a claim's words go across.
    """
    held = [c for c in claims if unit.start <= c.start and c.end <= unit.end]
    cut = cut_before(passage.words(unit.start, unit.end), at - unit.start)
    if cut is None:
        raise InvalidError(
            "at",
            _(
                "A sentence can be split before any of its words but the first. Choose"
                " the word that begins the second sentence."
            ),
        )
    place = unit.start + cut
    across = [claim for claim in held if claim.start < place < claim.end]
    if across:
        raise InvalidError("at", _across(across[0].number))
    left = _trimmed(passage, unit.start, place)
    right = _trimmed(passage, place, unit.end)
    return (
        replace(_half(passage, unit, left, held), opens=unit.opens),
        _half(passage, unit, right, held),
    )


def join(passage: Passage, units: Sequence[Unit], kind: ParagraphKind | None) -> Unit:
    """Join two units that stand side by side; their paragraphs too, if they are two.

    Args:
        passage: the text that holds both.
        units: the two.
        kind: of the first unit's paragraph.

    Raises:
        InvalidError: the second opens a paragraph of another kind.
    """
    first, second = units
    if second.opens not in {None, kind}:
        raise InvalidError(
            "sentences",
            _(
                "The next sentence opens a paragraph of another kind. Change the kind"
                " of one of the two paragraphs first; then they can be joined."
            ),
        )
    said = [u.sorted for u in (first, second) if has_words(passage.words(*_span(u)))]
    return Unit(first.start, second.end, _joined(said or [first.sorted]), first.opens)


def change_kind(
    passage: Passage, units: Sequence[Unit], kind: ParagraphKind
) -> tuple[Unit, ...]:
    """Make a paragraph another kind; `units` are all of its sentences.

    In a heading, a byline or a separator nothing waits to be sorted; what was set
    aside as not prose waits again when the paragraph turns out to be prose.
    """
    first, *others = units
    opened = [replace(first, opens=kind), *others]
    return tuple(
        replace(unit, sorted=_resorted(passage.words(*_span(unit)), unit.sorted, kind))
        for unit in opened
    )


def part(unit: Unit, kind: ParagraphKind) -> Unit:
    """Let a paragraph of this kind begin with a unit.

    Raises:
        InvalidError: one does already.
    """
    if unit.opens:
        raise InvalidError("s", _("A paragraph begins with this sentence already."))
    return replace(unit, opens=kind)


def merge(unit: Unit, before: ParagraphKind | None) -> Unit:
    """Let the paragraph that a unit opens go on from the one before, of this kind.

    Raises:
        InvalidError: it opens none, nothing stands before, or that is of another kind.
    """
    if unit.opens is None or before is None:
        raise InvalidError(
            "s", _("No paragraph before it could go on with this sentence.")
        )
    if unit.opens is not before:
        raise InvalidError(
            "s",
            _(
                "The paragraph before is of another kind. Change the kind of one of the"
                " two first; then they can be joined."
            ),
        )
    return replace(unit, opens=None)


def cover(passage: Passage, start: int, end: int) -> Unit:
    """Make a unit of words that stood in no sentence.

    Raises:
        InvalidError: there is nothing but white space.
    """
    span = trim(passage.words(start, end), 0, end - start)
    if span.start == span.end:
        raise InvalidError(
            "at", _("There are no words here that stand in no sentence.")
        )
    words = Span(start + span.start, start + span.end)
    sorted_as = Sorted(Sorting.TO_SORT)
    if not has_words(passage.words(words.start, words.end)):
        sorted_as = Sorted(Sorting.NOT_A_CLAIM, Reason.NOT_PROSE)
    return Unit(words.start, words.end, sorted_as)


def as_state(units: Iterable[Unit]) -> list[list[Any]]:
    """Write units as an event keeps them."""
    return [
        [unit.start, unit.end, unit.sorted.sorting, unit.sorted.reason, unit.opens]
        for unit in units
    ]


def from_state(state: Iterable[Sequence[Any]]) -> tuple[Unit, ...]:
    """Read units that an event kept."""
    return tuple(
        Unit(
            start,
            end,
            parse_sorting(sorting, reason or ""),
            ParagraphKind(opens) if opens else None,
        )
        for start, end, sorting, reason, opens in state
    )


def excerpts(
    passage: Passage, before: Sequence[Unit], after: Sequence[Unit]
) -> tuple[str, str]:
    """Show a run as it was and as it becomes, a line each, around what changed."""
    both = [*before, *after]
    first, last = min(u.start for u in both), max(u.end for u in both)
    borders = {unit.start for unit in both} - {first} or {first}
    low, high = max(first, min(borders) - _AROUND), min(last, max(borders) + _AROUND)
    was, becomes = (_drawn(passage, units, low, high) for units in (before, after))
    return was, becomes


def _drawn(passage: Passage, units: Sequence[Unit], low: int, high: int) -> str:
    pieces = []
    for index, unit in enumerate(units):
        if unit.start >= low and (index or unit.opens):
            pieces.append(_PARAGRAPH if unit.opens else _BORDER)
        pieces.append(passage.words(max(low, unit.start), min(high, unit.end)))
    return " ".join(" ".join(pieces).split())


def check_held(units: Sequence[Unit], claims: Iterable[Held]) -> None:
    """See that the words of each claim lie inside one of the units.

    Raises:
        InvalidError: those of one do not.
    """
    for claim in claims:
        if not any(u.start <= claim.start and claim.end <= u.end for u in units):
            raise InvalidError("at", _across(claim.number))


def _across(number: int) -> str:
    return _(
        "The words of claim %(number)s go across this place, and a claim lies in one"
        " sentence. Choose other words for it first, or take its mark back; its reviews"
        " are kept either way.",
        number=number,
    )


def _span(unit: Unit) -> tuple[int, int]:
    return unit.start, unit.end


def _trimmed(passage: Passage, start: int, end: int) -> Span:
    inner = trim(passage.words(start, end), 0, end - start)
    return Span(start + inner.start, start + inner.end)


def _half(passage: Passage, unit: Unit, span: Span, held: Sequence[Held]) -> Unit:
    words = passage.words(span.start, span.end)
    marked = any(span.start <= c.start and c.end <= span.end for c in held)
    if marked:
        sorted_as = Sorted(Sorting.CLAIM)
    elif not has_words(words):
        sorted_as = Sorted(Sorting.NOT_A_CLAIM, Reason.NOT_PROSE)
    elif held:
        sorted_as = Sorted(Sorting.TO_SORT)
    else:
        sorted_as = unit.sorted
    return Unit(span.start, span.end, sorted_as)


def _joined(said: Sequence[Sorted]) -> Sorted:
    """Keep what was said of both; a claim in either makes the whole a claim."""
    if any(each.sorting is Sorting.CLAIM for each in said):
        return Sorted(Sorting.CLAIM)
    return said[0] if len(set(said)) == 1 else Sorted(Sorting.TO_SORT)


def _resorted(words: str, was: Sorted, kind: ParagraphKind) -> Sorted:
    aside = Sorted(Sorting.NOT_A_CLAIM, Reason.NOT_PROSE)
    if not kind.has_sentences:
        return aside if was.sorting is Sorting.TO_SORT else was
    return Sorted(Sorting.TO_SORT) if was == aside and has_words(words) else was
