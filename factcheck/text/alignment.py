"""Two sequences of sentences matched by their words, in their order and out of it.

First whatever is the same and occurs once on both sides, as in patience and Heckel's
diffs; then, again and again, what occurs equally often in the gaps between two
neighbours already matched. Every step reads both sides alike, so that matching B with
A gives the inverse of matching A with B.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

_ROUNDS = 8
_NARROW = 16  # In a gap of so few items even a weak one is known by its place.

Pair = tuple[int, int]


@dataclass(slots=True)
class Matches:
    """Which item of one sequence is which item of the other.

    Attributes:
        old: the sequence before.
        new: the sequence after.
        weak: items that say too little to be found again without neighbours.
        to_new: index in `new` of an item of `old`.
        to_old: the inverse.
        unsure: items of `old` whose partner is one of several that are all alike.
        lone: those of them that reworded neighbours may decide, and how many it takes.
    """

    old: Sequence[Hashable]
    new: Sequence[Hashable]
    weak: frozenset[Hashable] = frozenset()
    to_new: dict[int, int] = field(default_factory=dict)
    to_old: dict[int, int] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)
    lone: dict[int, int] = field(default_factory=dict)

    def add(self, pairs: Iterable[Pair]) -> bool:
        """Match pairs; say whether there was any."""
        before = len(self.to_new)
        for i, j in pairs:
            self.to_new[i] = j
            self.to_old[j] = i
        return len(self.to_new) > before

    def drop(self, i: int) -> None:
        """Take a match back."""
        del self.to_old[self.to_new.pop(i)]
        self.unsure.discard(i)
        self.lone.pop(i, None)

    def turned(self) -> "Matches":
        """Return the same matches seen from the other side."""
        turned = Matches(self.new, self.old, self.weak, self.to_old, self.to_new)
        turned.unsure.update(self.to_new[i] for i in self.unsure)
        turned.lone.update((self.to_new[i], need) for i, need in self.lone.items())
        return turned


def match(
    old: Sequence[Hashable], new: Sequence[Hashable], weak: frozenset[Hashable]
) -> Matches:
    """Match equal items.

    Args:
        old: the sequence before.
        new: the sequence after.
        weak: items that say too little to be found again without neighbours.
    """
    matches = Matches(old, new, weak)
    if old == new:
        matches.add((i, i) for i in range(len(old)))
        return matches
    matches.add(_unique_pairs(matches))
    for _ in range(_ROUNDS):
        found = [
            matches.add(_in_order(_equal_counts(matches, xs, ys)))
            for xs, ys in gaps(matches)
        ]
        if not any(found):
            break
    matches.lone.update(_lone_twins(matches))
    matches.unsure.update(matches.lone)
    for xs, ys in gaps(matches):
        pairs = _in_order(_equal_counts(matches, xs, ys, equal=False))
        matches.add(pairs)
        matches.unsure.update(i for i, _ in pairs)
    return matches


def gaps(matches: Matches) -> list[tuple[range, range]]:
    """Return runs without a sure match that have a neighbour in common."""
    sure = {i: j for i, j in matches.to_new.items() if i not in matches.unsure}
    olds = _runs(len(matches.old), sure)
    news = _runs(len(matches.new), sure.values())
    after = {run.start - 1: run for run in news}
    before = {run.stop: run for run in news}
    to_new = {**sure, -1: -1, len(matches.old): len(matches.new)}
    found = []
    for run in olds:
        first = after.get(to_new[run.start - 1])
        last = before.get(to_new[run.stop])
        found += [(run, other) for other in (first, last) if other]
        if first == last and first:
            found.pop()
    return found


def _runs(length: int, matched: Iterable[int]) -> list[range]:
    """Return the longest runs of items that have no match."""
    found = []
    start = 0
    for end in [*sorted(matched), length]:
        if end > start:
            found.append(range(start, end))
        start = end + 1
    return found


def _unique_pairs(matches: Matches) -> list[Pair]:
    """Pair the items that occur once on both sides."""
    here = _places(matches.old, range(len(matches.old)))
    there = _places(matches.new, range(len(matches.new)))
    return [
        (found[0], there[item][0])
        for item, found in here.items()
        if len(found) == 1 == len(there.get(item, ())) and item not in matches.weak
    ]


def _lone_twins(matches: Matches) -> dict[int, int]:
    """Return items that occur more than once and were matched without neighbours.

    In what gap they stand says little when much was moved around them. What moved needs
    both neighbours. What kept its place needs one, which must be unchanged if one of
    the twins was cut or added.
    """
    kept = in_place(matches)
    olds, news = Counter(matches.old), Counter(matches.new)
    ends = {-1: -1, len(matches.old): len(matches.new)}
    found = {}
    for i, j in matches.to_new.items():
        count, other = olds[matches.old[i]], news[matches.new[j]]
        if count == other == 1:
            continue
        beside = sum(
            matches.to_new.get(i + step, ends.get(i + step)) == j + step
            for step in (-1, 1)
        )
        wanted = 1 if count == other and i in kept else 2
        if beside < wanted and not (beside and i in kept):
            found[i] = wanted - beside
    return found


def _equal_counts(
    matches: Matches, xs: range, ys: range, *, equal: bool = True
) -> list[Pair]:
    """Pair items, first with first, that occur equally often in a gap."""
    free = [i for i in xs if i not in matches.to_new]
    here = _places(matches.old, free)
    there = _places(matches.new, [j for j in ys if j not in matches.to_old])
    wide = len(xs) + len(ys) > _NARROW
    weak = matches.weak if wide and equal else frozenset()
    return [
        pair
        for item, found in here.items()
        if item in there
        and item not in weak
        and (not equal or len(found) == len(there[item]))
        for pair in zip(found, there[item], strict=equal)
    ]


def _places(
    items: Sequence[Hashable], among: Iterable[int]
) -> dict[Hashable, list[int]]:
    found = defaultdict(list)
    for index in among:
        found[items[index]].append(index)
    return dict(found)


def _in_order(pairs: list[Pair]) -> list[Pair]:
    """Return the most pairs whose order is the same on both sides."""
    return heaviest([(i, j, 1) for i, j in sorted(pairs)])


def heaviest(blocks: Sequence[tuple[int, int, int]]) -> list[Pair]:
    """Return the heaviest chain of blocks (i, j, weight) that rises in both.

    Args:
        blocks: in the order of i.
    """
    ends: list[int] = []  # Where chains end, rising; each is heavier than the last.
    chains: list[tuple[int, int]] = []  # Of these: their weight, their last block.
    before: list[int] = []
    for index, (_, j, weight) in enumerate(blocks):
        at = bisect_left(ends, j)
        best, last = chains[at - 1] if at else (0, -1)
        before.append(last)
        beaten = at
        while beaten < len(ends) and chains[beaten][0] <= best + weight:
            beaten += 1
        ends[at:beaten] = [j]
        chains[at:beaten] = [(best + weight, index)]
    chain: list[Pair] = []
    index = chains[-1][1] if chains else -1
    while index >= 0:
        chain.append(blocks[index][:2])
        index = before[index]
    return chain[::-1]


def in_place(matches: Matches) -> set[int]:
    """Return the items of `old` that kept their place; the other matches moved.

    What moved is as little as possible, counted in items.
    """
    blocks: list[tuple[int, int, int]] = []
    for i, j in sorted(matches.to_new.items()):
        if blocks:
            first, other, size = blocks[-1]
            if (first + size, other + size) == (i, j):
                blocks[-1] = (first, other, size + 1)
                continue
        blocks.append((i, j, 1))
    sizes = {i: size for i, _, size in blocks}
    return {index for i, _ in heaviest(blocks) for index in range(i, i + sizes[i])}
