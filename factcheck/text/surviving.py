"""Claims whose very words stand in the new version: where, and whether it is certain.

Words are attached without asking only where nothing else can be meant: in a sentence
that did not change; in what their sentence became; or elsewhere, if they are long
enough or their surroundings came along. Every place of the words in the old version
competes for every place in the new one, marked as a claim or not, so that words which
were cut are never attached to a passage that had the same words all along.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import product

from factcheck.text.context import Nearness
from factcheck.text.likeness import Group
from factcheck.text.relation import Relation
from factcheck.text.sides import CROWD, Bounds, Side, weight
from factcheck.text.sought import Sought, near

# Nearness runs from 0 to 300, of which 200 are loose.
_MARGIN = 15
_LOOSE_MARGIN = 20  # Where words were added or cut, what is exact may be by chance.
_SHORT, _LONG, _VERY_LONG = 20, 40, 100  # By weight: letters of an alphabet.
_SOME_CONTEXT, _MUCH_CONTEXT, _NEARLY_ALL, _ALL_BUT = 90, 140, 165, 195
_ALIKE = 80  # Sentences less alike may only share a turn of phrase.
_MOST_CANDIDATES = 8
_NEAR_BY = 3


class Certainty(Enum):
    """Whether words that survive are attached."""

    SURE = auto()
    ASK = auto()
    WEAK = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Survival:
    """Where a claim's words stand in the folded new text, best first."""

    certainty: Certainty
    starts: tuple[int, ...] = ()


_NONE = Survival(Certainty.NONE)


class Survivors:
    """Finds words in the new version, remembering where each quote stands."""

    def __init__(self, relation: Relation) -> None:
        self._relation = relation
        self._found: dict[tuple[str, Bounds], tuple[list[int], list[int]] | None] = {}

    def find(self, sought: Sought) -> Survival:
        """Find a claim's words where they survive unchanged."""
        if not sought.quote:
            return _NONE
        start = self.stayed(sought)
        if start is not None:
            return Survival(Certainty.SURE, (start,))
        inside = self._in_counterparts(sought)
        if inside.certainty is not Certainty.NONE:
            return inside
        return self._elsewhere(sought)

    def stayed(self, sought: Sought) -> int | None:
        """Return where the words are if all their sentences stayed together."""
        relation, sentences = self._relation, sought.sentences
        if not sentences or not all(map(relation.sure, sentences)):
            return None
        first = relation.matches.to_new[sentences.start]
        there = [relation.matches.to_new[i] for i in sentences]
        if there != list(range(first, first + len(sentences))):
            return None
        offset = sought.start - relation.old.spans[sentences.start][0]
        start = relation.new.spans[first][0] + offset
        text = relation.new.folded.text
        return start if start >= 0 and text.startswith(sought.quote, start) else None

    def _in_counterparts(self, sought: Sought) -> Survival:
        """Look in what the words' sentence was edited, split or merged into."""
        relation = self._relation
        group = relation.group_of.get(sought.sentences.start)
        if not group or group not in relation.firm:
            return _NONE
        olds = relation.old.beginning_in(sought.quote, sought.like, group.old)
        news = relation.new.beginning_in(sought.quote, sought.like, group.new)
        if sought.start not in olds or not news:
            return _NONE
        chosen = self._choose(sought, olds, news, group)
        if chosen.certainty is Certainty.WEAK and group.score >= _ALIKE:
            return Survival(Certainty.ASK, chosen.starts)
        return chosen

    def _elsewhere(self, sought: Sought) -> Survival:
        """Look in all sentences that have no certain partner."""
        places = self._places(sought)
        if places is None:
            return self._beside(sought)
        olds, news = places
        if not news:
            return _NONE
        if sought.start not in olds:
            olds = sorted([*olds, sought.start])
        return self._choose(sought, olds, news, None)

    def _places(self, sought: Sought) -> tuple[list[int], list[int]] | None:
        """Return where the words stand on both sides; none if in too many places."""
        key = sought.quote, sought.like
        if key not in self._found:
            self._found[key] = self._look(sought)
        return self._found[key]

    def _look(self, sought: Sought) -> tuple[list[int], list[int]] | None:
        old, new = self._relation.old, self._relation.new
        if len(sought.sentences) > 1:
            return (
                old.everywhere(sought.quote, sought.like),
                new.everywhere(sought.quote, sought.like),
            )
        holders = old.holding(sought.quote, sought.like)
        others = new.holding(sought.quote, sought.like)
        if holders is None or others is None:
            return None
        if max(len(holders), len(others)) > CROWD:
            return None
        olds = old.occurrences(sought.quote, sought.like, holders)
        news = new.occurrences(sought.quote, sought.like, others)
        return self._unexplained(olds, news, len(sought.quote))

    def _unexplained(
        self, olds: list[int], news: list[int], size: int
    ) -> tuple[list[int], list[int]]:
        """Leave out the places inside sentences whose counterparts hold the words."""
        relation = self._relation
        mine = [
            relation.group_of.get(relation.old.sentence_at(at, size)) for at in olds
        ]
        theirs = [
            relation.group_of_new.get(relation.new.sentence_at(at, size)) for at in news
        ]
        shared = set(mine) & set(theirs) & relation.firm
        return (
            [at for at, group in zip(olds, mine, strict=True) if group not in shared],
            [at for at, group in zip(news, theirs, strict=True) if group not in shared],
        )

    def _beside(self, sought: Sought) -> Survival:
        """Offer the nearest places of the words where there are too many to weigh."""
        new = self._relation.new
        holders = new.holding(sought.quote, sought.like)
        if not holders:
            return _NONE
        here = bisect_left(holders, self._expected(sought))
        near_by = holders[max(0, here - _NEAR_BY) : here + _NEAR_BY]
        starts = new.occurrences(sought.quote, sought.like, near_by)
        return Survival(Certainty.WEAK, tuple(starts[:_MOST_CANDIDATES]))

    def _expected(self, sought: Sought) -> int:
        """Return the new sentence at which the words would stand had nothing moved."""
        sentence = sought.sentences.start
        became = self._relation.becomes(sentence)
        old, new = len(self._relation.old.keys), len(self._relation.new.keys)
        return became[0] if became else sentence * new // old

    def _choose(
        self,
        sought: Sought,
        olds: Sequence[int],
        news: Sequence[int],
        group: Group | None,
    ) -> Survival:
        """Choose the place that fits best, if it is the only one that can be meant."""
        row = self._nearness([sought.start], news, sought)
        ranked = sorted(news, key=lambda at: (-row[sought.start, at].score, at))
        best = ranked[0]
        column = self._nearness(olds, [best], sought)
        candidates = tuple(ranked[:_MOST_CANDIDATES])
        mine = row.pop((sought.start, best))
        column.pop((sought.start, best))
        rivals = [*row.values(), *column.values()]
        uneven = len(olds) != len(news)
        if uneven and self._among_twins(sought, best):
            return Survival(Certainty.ASK, candidates)
        if not _stands_out(mine, rivals, loosely=uneven):
            ordered = self._in_order(sought, olds, news, mine.score)
            if ordered is None:
                return self._asked(sought, olds, candidates)
            best = ordered
            mine = self._nearness([sought.start], [best], sought)[sought.start, best]
        if self._believed(sought, best, mine, group):
            return Survival(Certainty.SURE, (best,))
        return Survival(Certainty.WEAK, candidates)

    def _asked(
        self, sought: Sought, olds: Sequence[int], candidates: Sequence[int]
    ) -> Survival:
        """Offer the places that no other words of the old version fit better."""
        scores = self._nearness(olds, candidates, sought)
        offered = tuple(
            at
            for at in candidates
            if scores[sought.start, at].score + _MARGIN
            > max(scores[other, at].score for other in olds)
        )
        return Survival(Certainty.ASK, offered) if offered else _NONE

    def _believed(
        self, sought: Sought, start: int, mine: Nearness, group: Group | None
    ) -> bool:
        """Say whether the words are long enough, or their surroundings alike enough."""
        heavy = weight(sought.quote)
        if group:
            plain = group.score >= _ALIKE and heavy >= _SHORT
            return heavy >= _LONG or mine.loose >= (
                _SOME_CONTEXT if plain else _MUCH_CONTEXT
            )
        if self._are_twins(sought, sought.start, start):
            return mine.loose >= _ALL_BUT
        if heavy >= _VERY_LONG and not self._doubtful(sought, start):
            return True
        return mine.loose >= (_SOME_CONTEXT if heavy >= _LONG else _NEARLY_ALL)

    def _in_order(
        self, sought: Sought, olds: Sequence[int], news: Sequence[int], top: float
    ) -> int | None:
        """Return the place of the same rank, if nothing else speaks against it."""
        if len(olds) != len(news):
            return None
        size = len(sought.quote)
        chosen = news[olds.index(sought.start)]
        column = self._nearness(olds, [chosen], sought)
        mine = column[sought.start, chosen].score
        others = (other.score for other in column.values())
        if mine < max(top, *others) - _MARGIN:
            return None
        old, new = self._relation.old, self._relation.new
        there = new.sentence_at(chosen, size)
        kept = self._relation.in_order(old.sentence_at(sought.start, size), there)
        return chosen if kept else None

    def _doubtful(self, sought: Sought, start: int) -> bool:
        """Say whether either sentence clearly became, or was, another one."""
        relation = self._relation
        theirs = relation.new.sentence_at(start, len(sought.quote))
        mine = relation.group_of.get(sought.sentences.start)
        other = relation.group_of_new.get(theirs)
        groups = [group for group in (mine, other) if group]
        clear = any(group.score >= _ALIKE for group in groups)
        return clear and mine is not other

    def _among_twins(self, sought: Sought, start: int) -> bool:
        """Say whether a sentence stands beside its like, of which one was cut."""
        old, new = self._relation.old, self._relation.new
        theirs = new.sentence_at(start, len(sought.quote))
        return old.beside_twin(sought.sentences.start) or new.beside_twin(theirs)

    def _are_twins(self, sought: Sought, old: int, new: int) -> bool:
        """Say whether the sentence at either place stands more than once."""
        relation, size = self._relation, len(sought.quote)
        return self._is_twin(relation.old, old, size) or self._is_twin(
            relation.new, new, size
        )

    def _is_twin(self, side: Side, at: int, size: int) -> bool:
        sentence = side.sentence_at(at, size)
        if not 0 <= sentence < len(side.keys):
            return False
        sides = self._relation.old, self._relation.new
        return any(other.count(side.keys[sentence]) > 1 for other in sides)

    def _nearness(
        self, olds: Iterable[int], news: Iterable[int], sought: Sought
    ) -> dict[tuple[int, int], Nearness]:
        """Compare the surroundings of places; for twins, those of their sentences."""
        relation, size = self._relation, len(sought.quote)
        found = {}
        for i, j in product(olds, news):
            wide = self._are_twins(sought, i, j)
            mine = relation.old.extent_at(i, size, wide=wide)
            theirs = relation.new.extent_at(j, size, wide=wide)
            found[i, j] = near(relation, mine, theirs)
        return found


def _stands_out(mine: Nearness, rivals: Iterable[Nearness], *, loosely: bool) -> bool:
    """Say whether a place fits clearly better than the others."""
    return all(
        rival.score <= mine.score - _MARGIN
        and (not loosely or rival.loose <= mine.loose - _LOOSE_MARGIN)
        for rival in rivals
    )
