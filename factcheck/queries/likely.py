"""The list of sentences to sort with the likeliest claims first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.queries.windows import AFTER, BEFORE, MORE, Lister, Window


@dataclass(frozen=True, slots=True)
class LikelyLister(Lister):
    """Lists sentences by likelihood; each keeps its number, so that none gets lost.

    A sentence that was sorted a moment ago keeps its place while it is in hand.
    """

    def around(self, position: int) -> Window:
        """Return the window around a sentence."""
        order, at = self._place(position)
        return self._cut(order, max(0, at - BEFORE), at + AFTER + 1)

    def below(self, position: int) -> Window:
        """Return the rows that follow a sentence in the list."""
        order, at = self._place(position)
        return replace(self._cut(order, at + 1, at + 1 + MORE), earlier=False)

    def above(self, position: int) -> Window:
        """Return the rows that come before a sentence in the list."""
        order, at = self._place(position)
        return replace(self._cut(order, max(0, at - MORE), max(0, at)), later=False)

    def end(self, *, last: bool) -> int | None:
        """Return the position of the list's first or last row."""
        order = self.suggester.ranking(self.session, self.version_id)
        if not order:
            return None
        return order[-1] if last else order[0]

    def _place(self, position: int) -> tuple[Sequence[int], int]:
        """Return the whole order, and the place of a sentence in it; -1 if nowhere."""
        order = self.suggester.ranking(self.session, self.version_id, also=position)
        return order, order.index(position) if position in order else -1

    def _cut(self, order: Sequence[int], first: int, end: int) -> Window:
        wanted = order[first:end]
        rows = {row.position: row for row in self.at(wanted).rows}
        return Window(
            tuple(replace(rows[position], opens=False) for position in wanted),
            earlier=first > 0,
            later=end < len(order),
        )
