"""The labelled set: claims of essays, the edits, the right answers, and the count."""
# ruff: noqa: S311 - no secret is drawn here

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.text.anchoring import carry_over
from factcheck.text.carried import Anchored, Fate, FateKind, Place, anchored
from tests.text.carrying.drafts import Draft, Set, Token, typeset
from tests.text.carrying.edits import EDITS

Span = tuple[int, int]


class Truth(StrEnum):
    """What really became of a claim's words."""

    INTACT = "words intact"
    ALTERED = "words altered"
    GONE = "words gone"


class Verdict(StrEnum):
    """What was answered, and whether it is right."""

    RIGHT = "attached"
    WRONG = "attached wrongly"
    PROPOSED = "proposed"
    MISPROPOSED = "proposed wrongly"
    OFFERED = "asked"
    MISOFFERED = "asked, not offered"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Case:
    """A claim, and the numbers of its words."""

    claim: Anchored
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim's fate beside the truth."""

    case: Case
    truth: Truth
    span: Span | None
    fate: Fate
    verdict: Verdict


def cases(rng: random.Random, draft: Draft, old: Set) -> list[Case]:
    """Return claims of an essay: whole sentences, parts, and single words."""
    found = []
    for line in draft.lines():
        tokens = [token for token in line if not token.blank]
        if rng.random() < 0.6:
            found.append(_case(old, len(found) + 1, tokens))
        if rng.random() < 0.3:
            part = _part(rng, tokens)
            if any(map(str.isalnum, part[0].text)):
                found.append(_case(old, len(found) + 1, part))
        if rng.random() < 0.06:
            spoken = [each for each in tokens if any(map(str.isalnum, each.text))]
            if spoken:
                found.append(_case(old, len(found) + 1, [rng.choice(spoken)]))
    return found


def _part(rng: random.Random, tokens: list[Token]) -> list[Token]:
    """Return some words of a sentence, without marks at their ends."""
    start = rng.randrange(len(tokens))
    part = tokens[start : start + rng.randint(2, 12)]
    while len(part) > 1 and not any(map(str.isalnum, part[-1].text)):
        part.pop()
    while len(part) > 1 and not any(map(str.isalnum, part[0].text)):
        part.pop(0)
    return part


def _case(old: Set, number: int, tokens: list[Token]) -> Case:
    numbers = tuple(token.number for token in tokens)
    start = old.tokens[old.at[numbers[0]]][1]
    end = old.tokens[old.at[numbers[-1]]][2]
    return Case(anchored(old.version.text, number, start, end), numbers)


def judge(old: Set, claims: list[Case], new: Set) -> Iterator[Judged]:
    """Carry claims over and compare the answers with the truth."""
    carried = carry_over(old.version, [case.claim for case in claims], new.version)
    for case, fate in zip(claims, carried.fates, strict=True):
        truth, span = _truth(case, old, new)
        yield Judged(case, truth, span, fate, _verdict(truth, span, fate))


def _truth(case: Case, old: Set, new: Set) -> tuple[Truth, Span | None]:
    """Return what became of a claim's words, and where they stand."""
    there = [new.at[number] for number in case.numbers if number in new.at]
    if not there:
        return Truth.GONE, None
    first, last = min(there), max(there)
    span = new.tokens[first][1], new.tokens[last][2]
    said = [old.tokens[old.at[number]][0].canon for number in case.numbers]
    for start in sorted(range(first - 3, last + 4), key=lambda at: abs(at - first)):
        found = new.tokens[max(0, start) : start + len(said)]
        if [token.canon for token, _, _ in found] == said:
            # Typed anew, the same words in the same place are the same words.
            return Truth.INTACT, (found[0][1], found[-1][2])
    scattered = last - first > 3 * len(case.numbers) + 6
    if scattered or 2 * len(there) < len(case.numbers):
        return Truth.GONE, None
    return Truth.ALTERED, span


def _verdict(truth: Truth, span: Span | None, fate: Fate) -> Verdict:
    if fate.attached:
        right = truth is Truth.INTACT and _at(fate.place) == span
        return Verdict.RIGHT if right else Verdict.WRONG
    if fate.kind is FateKind.EDITED:
        right = span is not None and _overlap(_at(fate.place), span) >= 0.5
        return Verdict.PROPOSED if right else Verdict.MISPROPOSED
    if fate.kind is FateKind.AMBIGUOUS:
        offered = span in [_at(place) for place in fate.candidates]
        return Verdict.OFFERED if offered else Verdict.MISOFFERED
    return Verdict.LOST


def _at(place: Place | None) -> Span:
    return (place.start, place.end) if place else (-1, -1)


def _overlap(one: Span, other: Span) -> float:
    """Return the share of two spans that they have in common."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0]))


@dataclass
class Count:
    """Answers counted by truth."""

    cells: Counter[tuple[Truth, Verdict]]

    def total(self, *verdicts: Verdict) -> int:
        return sum(n for (_, verdict), n in self.cells.items() if verdict in verdicts)

    @property
    def precision(self) -> float:
        """Of the claims attached without asking, how many rightly."""
        right, wrong = self.total(Verdict.RIGHT), self.total(Verdict.WRONG)
        return right / (right + wrong) if right + wrong else 1.0

    @property
    def recall(self) -> float:
        """Of the claims whose words are intact, how many were attached rightly."""
        intact = [n for (truth, _), n in self.cells.items() if truth is Truth.INTACT]
        return self.total(Verdict.RIGHT) / sum(intact) if intact else 1.0

    @property
    def proposals(self) -> float:
        """Of the proposals, how many point to the right words."""
        right, wrong = self.total(Verdict.PROPOSED), self.total(Verdict.MISPROPOSED)
        return right / (right + wrong) if right + wrong else 1.0

    @property
    def found(self) -> float:
        """Of the claims whose words were altered, how many were proposed rightly."""
        altered = {v: n for (t, v), n in self.cells.items() if t is Truth.ALTERED}
        return altered.get(Verdict.PROPOSED, 0) / (sum(altered.values()) or 1)


def revisions(name: str, draft: Draft, edit: str, seed: int = 0) -> Iterator[Judged]:
    """Edit an essay in a known way and judge what became of its claims."""
    rng = random.Random(f"{name}, {edit}, {seed}")
    old = typeset(draft)
    claims = cases(rng, draft, old)
    revised = draft.copy()
    for change in EDITS[edit]:
        change(rng, revised)
    revised.tidy()
    yield from judge(old, claims, typeset(revised))


def count(judged: Iterator[Judged]) -> Count:
    """Count answers by truth."""
    return Count(Counter((each.truth, each.verdict) for each in judged))
