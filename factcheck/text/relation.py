"""Two versions related: which sentence became which, whichever one is called old."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from factcheck.text.alignment import Matches, in_place, match
from factcheck.text.carried import Change, ChangeKind, VersionText, positions
from factcheck.text.likeness import Group, counterparts, doubt_moves, settle_twins
from factcheck.text.sides import Side, weight

_WEAK = 15  # A sentence of less weight ("Yes.") is not found by its words alone.


@dataclass(frozen=True)
class Relation:
    """What two versions have in common.

    Attributes:
        old: the version before.
        new: the version after.
        matches: sentences that have the same words.
        groups: sentences that were edited, split or merged.
    """

    old: Side
    new: Side
    matches: Matches
    groups: list[Group]

    @cached_property
    def group_of(self) -> dict[int, Group]:
        """Return the group of each old sentence that is in one."""
        return {i: group for group in self.groups for i in group.old}

    @cached_property
    def group_of_new(self) -> dict[int, Group]:
        """Return the group of each new sentence that is in one."""
        return {j: group for group in self.groups for j in group.new}

    @cached_property
    def firm(self) -> set[Group]:
        """Return the groups that no twin of their sentences makes doubtful.

        A sentence that stands twice, of which one was reworded, may be either.
        """
        return {
            group
            for group in self.groups
            if group.sure
            and not any(map(self.old.is_twin, group.old))
            and not any(map(self.new.is_twin, group.new))
        }

    @cached_property
    def kept(self) -> set[int]:
        """Return the old sentences that are the same, in the same order."""
        return in_place(self.matches)

    @cached_property
    def _kept_ranks(self) -> tuple[list[int], list[int]]:
        return sorted(self.kept), sorted(self.matches.to_new[i] for i in self.kept)

    def in_order(self, old: int, new: int) -> bool:
        """Say whether two sentences stand between the same ones that kept place."""
        olds, news = self._kept_ranks
        return bisect_left(olds, old) == bisect_left(news, new)

    def sure(self, old: int) -> bool:
        """Say whether an old sentence is one certain sentence of the new version."""
        return old in self.matches.to_new and old not in self.matches.unsure

    def becomes(self, old: int) -> tuple[int, ...]:
        """Return the new sentences that an old one became."""
        if old in self.matches.to_new:
            return (self.matches.to_new[old],)
        group = self.group_of.get(old)
        return group.new if group else ()

    def turned(self) -> "Relation":
        """Return the same two versions, the new one called old."""
        groups = [group.turned() for group in self.groups]
        return Relation(self.new, self.old, self.matches.turned(), groups)

    def changes(self) -> tuple[Change, ...]:
        """Return what became of every sentence, in the order of the new version."""
        found = [
            ((j, 0), self._change(self._match_kind(i), (i,), (j,), 100.0))
            for i, j in self.matches.to_new.items()
        ]
        for group in self.groups:
            kind = _group_kind(group)
            change = self._change(kind, group.old, group.new, group.score)
            found.append(((group.new[0], 0), change))
        placed = {j for group in self.groups for j in group.new}
        found += [
            ((j, 0), self._change(ChangeKind.NEW, (), (j,), 0.0))
            for j in range(len(self.new.keys))
            if j not in placed and j not in self.matches.to_old
        ]
        found += self._cuts()
        return tuple(change for _, change in sorted(found, key=lambda item: item[0]))

    def _cuts(self) -> list[tuple[tuple[int, int], Change]]:
        """Return the cut sentences, each after what became of the one before it."""
        found = []
        after = -1
        for i in range(len(self.old.keys)):
            became = self.becomes(i)
            if became:
                after = became[-1]
            else:
                change = self._change(ChangeKind.CUT, (i,), (), 0.0)
                found.append(((after, i + 1), change))
        return found

    def _match_kind(self, old: int) -> ChangeKind:
        return ChangeKind.SAME if old in self.kept else ChangeKind.MOVED

    def _change(
        self, kind: ChangeKind, old: Iterable[int], new: Iterable[int], score: float
    ) -> Change:
        olds, news = self.old.version.sentences, self.new.version.sentences
        return Change(
            kind,
            positions(olds[i] for i in old),
            positions(news[j] for j in new),
            round(score, 1),
        )


def relate(old: VersionText, new: VersionText) -> Relation:
    """Find what two versions have in common.

    The work is always done from the same one of the two, so that what is found from
    the new version to the old one is the inverse of what is found the other way.
    """
    turned = (len(old.text), old.text) > (len(new.text), new.text)
    one, other = Side(new if turned else old), Side(old if turned else new)
    keys = {*one.keys, *other.keys}
    weak = frozenset(key for key in keys if weight(key) < _WEAK)
    matches = match(one.keys, other.keys, weak)
    doubt_moves(one, other, matches)
    _loosen(one, other, matches)
    groups = counterparts(one, other, matches)
    if settle_twins(matches, groups):
        _loosen(one, other, matches)
    found = Relation(one, other, matches, groups)
    return found.turned() if turned else found


def _loosen(one: Side, other: Side, matches: Matches) -> None:
    """Tell both versions which of their sentences have no certain partner."""
    for side, found in ((one, matches), (other, matches.turned())):
        sure = found.to_new.keys() - found.unsure
        side.set_loose([i for i in range(len(side.keys)) if i not in sure])


def _group_kind(group: Group) -> ChangeKind:
    if len(group.old) == 1 < len(group.new):
        return ChangeKind.SPLIT
    if len(group.new) == 1 < len(group.old):
        return ChangeKind.MERGED
    return ChangeKind.EDITED
