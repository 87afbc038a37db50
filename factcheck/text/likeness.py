"""Sentences that were reworded, split or merged, found by how alike they are.

Two sentences are compared when they stand in the same gap between sentences that did
not change, or when they share rare words; comparing each with each would take an
hour for a book.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from factcheck.text.alignment import Matches, Pair, gaps, in_place
from factcheck.text.fuzzy import partial_ratio, ratio
from factcheck.text.sides import Side, weight

_RARE = 16  # A rare word stands in at most so many sentences.
_WORDS = 8  # So many of a sentence's rarest words are looked up,
_VOTES = 3  # and so many of the sentences that share most of them compared.
_SMALL_GAP = 64  # Up to so many comparisons each is compared with each.

# Scores run from 0 to 100; unrelated English sentences of one length reach 50.
_NEAR = 60
_FAR = 72
_CLEAR = 85  # A sentence found so near is not looked for elsewhere.
_FLOOR = 35
_HELD = 88
_SHORTEST_PART = 12
_BETTER = 2
_MARGIN = 8

Scored = tuple[float, int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences of one version that became those of the other.

    Attributes:
        old: neighbours in the old version.
        new: neighbours in the new version.
        score: how alike they are, from 0 to 100.
        sure: whether neither side is nearly as much like any other sentence.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    sure: bool

    def turned(self) -> "Group":
        """Return the same group seen from the other side."""
        return Group(self.new, self.old, self.score, self.sure)


@dataclass(slots=True)
class _Growing:
    old: list[int]
    new: list[int]
    score: float


def counterparts(old: Side, new: Side, matches: Matches) -> list[Group]:
    """Return which sentences without a match became which."""
    near = set(_near_pairs(matches))
    scored = _scored(old, new, near, _NEAR)
    found = {i for score, i, _ in scored if score >= _CLEAR}
    far = set(_far_pairs(old, new, matches, found)) - near
    scored += _scored(old, new, far, _FAR)
    scored.sort(key=lambda found: (-found[0], abs(found[1] - found[2]), *found[1:]))
    groups: list[_Growing] = []
    olds: set[int] = set()
    news: set[int] = set()
    for score, i, j in scored:
        if i not in olds and j not in news:
            groups.append(_Growing([i], [j], score))
            olds.add(i)
            news.add(j)
    olds.update(matches.to_new)
    news.update(matches.to_old)
    for group in sorted(groups, key=lambda group: group.old):
        while _grow(old, new, group, olds, news):
            pass
    return _finished(groups, scored)


def doubt_moves(old: Side, new: Side, matches: Matches) -> None:
    """Take back matches elsewhere of sentences that were edited in their place.

    Somebody who repeats a sentence in the summary and rewords the first one moved
    nothing.
    """
    kept = in_place(matches)
    turned = matches.turned()
    moved = [(i, j) for i, j in sorted(matches.to_new.items()) if i not in kept]
    for i, j in moved:
        alone = all(matches.to_new.get(i + step) != j + step for step in (-1, 1))
        if alone and (
            _stayed(old.keys[i], new.keys, _beside_place(matches, i))
            or _stayed(new.keys[j], old.keys, _beside_place(turned, j))
        ):
            matches.drop(i)


def settle_twins(matches: Matches, groups: list[Group]) -> bool:
    """Be sure of sentences beside the same reworded one; say whether there were any."""
    of_old = {i: group for group in groups for i in group.old if group.score >= _FAR}
    settled = set()
    for i, needed in matches.lone.items():
        j = matches.to_new[i]
        beside = [of_old.get(i - 1), of_old.get(i + 1)]
        found = sum(
            group is not None and j + step in group.new
            for group, step in zip(beside, (-1, 1), strict=True)
        )
        if found >= needed:
            settled.add(i)
    matches.unsure -= settled
    return bool(settled)


def _beside_place(matches: Matches, i: int) -> list[int]:
    """Return unmatched items of `new` next to where the neighbours of `i` went."""
    found = []
    for neighbour, step in ((i - 1, 1), (i + 1, -1)):
        at = matches.to_new.get(neighbour)
        if at is None:
            continue
        for other in range(at + step, at + 4 * step, step):
            if other in matches.to_old or not 0 <= other < len(matches.new):
                break
            found.append(other)
    return found


def _stayed(key: str, keys: Sequence[str], among: list[int]) -> bool:
    return any(
        max(ratio(key, keys[other]), partial_ratio(key, keys[other])) > _FAR
        for other in among
    )


def _finished(groups: list[_Growing], scored: list[Scored]) -> list[Group]:
    """Close the groups, comparing each with what else its sentences are like."""
    olds: defaultdict[int, list[Scored]] = defaultdict(list)
    news: defaultdict[int, list[Scored]] = defaultdict(list)
    for found in scored:
        olds[found[1]].append(found)
        news[found[2]].append(found)
    finished = []
    for group in groups:
        old, new = tuple(sorted(group.old)), tuple(sorted(group.new))
        rivals = [found for i in old for found in olds[i] if found[2] not in new]
        rivals += [found for j in new for found in news[j] if found[1] not in old]
        sure = all(score < group.score - _MARGIN for score, _, _ in rivals)
        finished.append(Group(old, new, group.score, sure))
    return finished


def _near_pairs(matches: Matches) -> Iterator[Pair]:
    """Yield the pairs in the same gap, of wide gaps those equally far from an end."""
    for xs, ys in gaps(matches):
        olds = [i for i in xs if i not in matches.to_new]
        news = [j for j in ys if j not in matches.to_old]
        if len(olds) * len(news) <= _SMALL_GAP:
            yield from product(olds, news)
        else:
            yield from _beside(olds, news)


def _beside(olds: list[int], news: list[int]) -> Iterator[Pair]:
    """Yield the pairs that stand about equally far from one end of a gap."""
    for at, i in enumerate(olds):
        ends = at, at + len(news) - len(olds)
        for other in {end + step for end in ends for step in (-1, 0, 1)}:
            if 0 <= other < len(news):
                yield i, news[other]


def _far_pairs(
    old: Side, new: Side, matches: Matches, found: set[int]
) -> Iterator[Pair]:
    """Yield the pairs, wherever they stand, that share rare words."""
    index = new.index
    for i in old.loose:
        if i in matches.to_new or i in found:
            continue
        words = [word for word in old.words(i) if word in index]
        rare = sorted(words, key=lambda word: (len(index[word]), word))[:_WORDS]
        votes = Counter(
            j for word in rare if len(index[word]) <= _RARE for j in index[word]
        )
        for j, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[
            :_VOTES
        ]:
            if j not in matches.to_old:
                yield i, j


def _scored(old: Side, new: Side, pairs: set[Pair], least: float) -> list[Scored]:
    """Return the pairs that are alike enough, with their scores."""
    return [
        (score, i, j)
        for i, j in pairs
        if (score := _score(old.keys[i], new.keys[j], least))
    ]


def _score(old: str, new: str, least: float) -> float:
    """Return how alike two sentences are, 0 when they are not counterparts."""
    score = ratio(old, new, least=_FLOOR)
    if score >= least or (score and _holds(score, *sorted((old, new), key=len))):
        return score
    return 0


def _holds(score: float, short: str, long: str) -> bool:
    """Say whether the longer sentence holds the shorter one, hardly changed."""
    if len(short) > 0.85 * len(long) or weight(short) < _SHORTEST_PART:
        return False
    if score < 1.9 * _HELD * len(short) / (len(short) + len(long)):
        return False  # The two have too little in common for that.
    return partial_ratio(short, long, least=_HELD) > 0


def _grow(
    old: Side, new: Side, group: _Growing, olds: set[int], news: set[int]
) -> bool:
    """Add one neighbour to a group if the two sides become more alike by it."""
    best = group.score + _BETTER
    found = None
    for mine, taken, size in (
        (group.old, olds, len(old.keys)),
        (group.new, news, len(new.keys)),
    ):
        for other in (min(mine) - 1, max(mine) + 1):
            if other in taken or not 0 <= other < size:
                continue
            mine.append(other)
            score = ratio(_joined(old, group.old), _joined(new, group.new))
            mine.pop()
            if score > best:
                best, found = score, (mine, taken, other)
    if found:
        mine, taken, other = found
        mine.append(other)
        taken.add(other)
        group.score = best
    return found is not None


def _joined(side: Side, sentences: list[int]) -> str:
    """Return the words of some neighbours, with what stands between them."""
    first, last = min(sentences), max(sentences)
    return side.folded.text[side.spans[first][0] : side.spans[last][1]]
