"""A window of an essay's sentences around one of them, each a row of the workbench."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from factcheck.models import Essay, Paragraph, Sentence
from factcheck.queries.essays import words_between
from factcheck.queries.rows import END, Mark, Row, lie_of, row_of
from factcheck.queries.standings import asked_of, standings
from factcheck.queries.suggestions import Suggester
from factcheck.queries.viewers import Viewer
from factcheck.rules.scales import VerdictLabel
from factcheck.rules.sorting import Sorting
from factcheck.text.spans import Passage

BEFORE, AFTER = 40, 79
MORE = 80


class Show(StrEnum):
    """Which sentences the list shows; "likely" those to sort, the likeliest first."""

    ALL = "all"
    NEW = "new"
    LIKELY = "likely"
    CLAIMS = "claims"
    OPEN = "open"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Window:
    """Rows of the list, and whether it goes on on either side."""

    rows: tuple[Row, ...]
    earlier: bool = False
    later: bool = False


@dataclass(frozen=True, slots=True)
class Lister:
    """Lists sentences of one version for one person under one filter."""

    session: Session
    essay: Essay
    version_id: int
    viewer: Viewer
    show: Show
    labels: Mapping[int, VerdictLabel]
    suggester: Suggester

    def around(self, position: int) -> Window:
        """Return the window around a sentence, which is in it whatever the filter."""
        before = self._fetch(Sentence.position < position, BEFORE, backwards=True)
        after = self._fetch(Sentence.position >= position, AFTER + 1, keep=position)
        found = [*before[:BEFORE][::-1], *after[: AFTER + 1]]
        return self._window(
            found, earlier=len(before) > BEFORE, later=len(after) > AFTER + 1
        )

    def below(self, position: int) -> Window:
        """Return the rows that follow a sentence in the list."""
        found = self._fetch(Sentence.position > position, MORE)
        return self._window(found[:MORE], later=len(found) > MORE)

    def above(self, position: int) -> Window:
        """Return the rows that come before a sentence in the list."""
        found = self._fetch(Sentence.position < position, MORE, backwards=True)
        return self._window(found[:MORE][::-1], earlier=len(found) > MORE)

    def at(self, positions: Iterable[int]) -> Window:
        """Return just these rows, whatever the filter."""
        asked = self._select(Sentence.position.in_(list(positions)))
        return self._window(
            self.session.execute(asked.order_by(Sentence.position)).all()
        )

    def end(self, *, last: bool) -> int | None:
        """Return the position of the list's first or last row."""
        edge = func.max(Sentence.position) if last else func.min(Sentence.position)
        return self.session.scalar(
            select(edge).where(Sentence.version_id == self.version_id, self._shown()),
            self._asked(),
        )

    def _shown(self) -> ColumnElement[bool]:
        if self.show in {Show.NEW, Show.LIKELY}:
            return Sentence.sorting == Sorting.TO_SORT.value
        if self.show is Show.CLAIMS:
            return Sentence.sorting == Sorting.CLAIM.value
        if self.show is Show.ALL:
            return true()
        claims = standings(revealed=self.viewer.revealed)
        flag = claims.c.to_check if self.show is Show.OPEN else claims.c.look
        return Sentence.id.in_(select(claims.c.sentence_id).where(flag == 1))

    def _select(self, where: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
        before, after = aliased(Sentence), aliased(Sentence)
        return (
            select(
                Sentence.id,
                Sentence.position,
                Sentence.paragraph,
                before.paragraph.label("paragraph_before"),
                before.end.label("end_before"),
                after.paragraph.label("paragraph_after"),
                Paragraph.kind,
                Sentence.start,
                Sentence.end,
                Sentence.sorting,
                Sentence.reason,
            )
            .outerjoin(
                before,
                and_(
                    before.version_id == self.version_id,
                    before.position == Sentence.position - 1,
                ),
            )
            .outerjoin(
                after,
                and_(
                    after.version_id == self.version_id,
                    after.position == Sentence.position + 1,
                ),
            )
            .outerjoin(
                Paragraph,
                and_(
                    Paragraph.version_id == self.version_id,
                    Paragraph.number == Sentence.paragraph,
                ),
            )
            .where(Sentence.version_id == self.version_id, where)
        )

    def _fetch(
        self,
        where: ColumnElement[bool],
        limit: int,
        *,
        backwards: bool = False,
        keep: int = 0,
    ) -> Sequence[Any]:
        """Fetch one row more than asked for, which says that there are more."""
        shown = self._shown()
        if keep:
            shown = or_(shown, Sentence.position == keep)
        order = Sentence.position.desc() if backwards else Sentence.position
        asked = self._select(and_(where, shown)).order_by(order).limit(limit + 1)
        return self.session.execute(asked, self._asked()).all()

    def _asked(self, span: tuple[int, int] = (0, 0)) -> dict[str, int]:
        return asked_of(self.essay, self.version_id, self.viewer, span)

    def _window(
        self, found: Sequence[Any], *, earlier: bool = False, later: bool = False
    ) -> Window:
        if not found:
            return Window(())
        low, high = found[0].end_before or 0, found[-1].end
        high = high if found[-1].paragraph_after else END
        text = words_between(self.session, self.version_id, low, high)
        marks = self._marks(low, high, {r.id: r.start for r in found})
        words = [text[r.start - low : r.end - low] for r in found]
        suggested = self.suggester.suggested(zip(found, words, strict=True))
        rows = (
            row_of(
                r,
                said,
                marks.get(r.id, ()),
                lie_of(r, Passage(text, low)),
                suggested=r.position in suggested,
            )
            for r, said in zip(found, words, strict=True)
        )
        return Window(tuple(rows), earlier, later)

    def _marks(
        self, low: int, high: int, starts: Mapping[int, int]
    ) -> Mapping[int, Sequence[Mark]]:
        """Return the marks of these sentences, by sentence id."""
        asked = _marked(self.viewer.revealed)
        marks: dict[int, list[Mark]] = defaultdict(list)
        for c in self.session.execute(asked, self._asked((low, high))):
            if c.sentence_id in starts:
                shift = starts[c.sentence_id]
                verdict = self.labels.get(c.verdict_id)
                words = (c.number, c.start - shift, c.end - shift)
                mark = Mark(*words, verdict, bool(c.to_check), bool(c.look))
                marks[c.sentence_id].append(mark)
        return marks


@cache
def _marked(revealed: bool) -> Select[*tuple[Any, ...]]:  # noqa: FBT001  (its key)
    claims = standings(revealed=revealed, spanned=True)
    return select(claims).order_by(claims.c.start, claims.c.number)
