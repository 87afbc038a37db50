"""What happened to an essay or a claim, in words, as far as the reader may know it.

A draft is its writer's alone, and so is what a review said before it was given.
Other people's reviews therefore appear only in the states in which they were given,
and only once the reader may see the review at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from factcheck.models import Claim, Essay, Event, Review, Version
from factcheck.models import User as Person
from factcheck.queries.essays import words_between
from factcheck.queries.known_events import (
    Narrowing,
    about,
    events,
    named,
    people_in,
    reads,
    within,
)
from factcheck.queries.telling import Change, State, Teller
from factcheck.queries.viewers import Viewer
from factcheck.rules.history import describe
from factcheck.rules.names import letters
from factcheck.text.spans import Passage
from factcheck.translating import _

PAGE = 50


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Who did what, when, and what changed.

    Attributes:
        id: of the event.
        number: of the claim it is about, or None.
        restores: id of the event after which the reader's own review said something
            that it no longer says, or 0.
    """

    id: int
    at: datetime
    who: str
    what: str
    changes: tuple[Change, ...] = ()
    number: int | None = None
    restores: int = 0


@dataclass(frozen=True, slots=True)
class EssayHistory:
    """A page of an essay's history, newest first.

    Attributes:
        total: how many events there are with this narrowing.
        people: id and name of everybody whose doing the reader may find here.
    """

    lines: tuple[HistoryLine, ...]
    page: int
    pages: int
    total: int
    people: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Moment:
    """A review around one event: as it stood, as it became, as last shown to others."""

    before: State
    after: State
    shown: State


def claim_history(
    session: Session, *, essay: Essay, claim: Claim, viewer: Viewer
) -> Sequence[HistoryLine]:
    """Return what happened to a claim, newest first, without what is still blind."""
    rows = _rows(session, essay, viewer, about(claim.number))
    return _Telling(session, essay, viewer, rows).lines(restorable=True)


def essay_history(
    session: Session, *, essay: Essay, viewer: Viewer, wanted: Narrowing, page: int = 1
) -> EssayHistory:
    """Return a page of what happened to an essay, without what is still blind."""
    conditions = within(essay, viewer, wanted)
    counted = events(essay, viewer, func.count(Event.id)).where(*conditions)
    total: int = session.scalar(counted) or 0
    pages = max(1, -(-total // PAGE))
    page = min(max(1, page), pages)
    rows = _rows(session, essay, viewer, *conditions, most=PAGE, skip=(page - 1) * PAGE)
    return EssayHistory(
        lines=tuple(_Telling(session, essay, viewer, rows).lines()),
        page=page,
        pages=pages,
        total=total,
        people=people_in(session, essay, viewer),
    )


def history_before(
    session: Session,
    *,
    essay: Essay,
    viewer: Viewer,
    wanted: Narrowing,
    before: int,
    most: int,
) -> Sequence[HistoryLine]:
    """Return what happened before an event, newest first; before 0: the newest."""
    conditions = within(essay, viewer, wanted)
    if before:
        conditions = (*conditions, Event.id < before)
    rows = _rows(session, essay, viewer, *conditions, most=most)
    return _Telling(session, essay, viewer, rows).lines()


def _rows(
    session: Session,
    essay: Essay,
    viewer: Viewer,
    *conditions: ColumnElement[bool],
    most: int | None = None,
    skip: int = 0,
) -> Sequence[Row[Any]]:
    """Return events newest first, all of them or so many."""
    query = (
        events(
            essay,
            viewer,
            Event,
            Person.name.label("who"),
            Claim.number,
            Review.reviewer_id,
            reads(viewer).label("reads"),
            named(essay).label("named"),
        )
        .where(*conditions)
        .order_by(Event.id.desc())
        .limit(most)
        .offset(skip)
    )
    return session.execute(query).all()


class _Telling:
    """Puts rows of events in words, with what they need asked for once."""

    def __init__(
        self, session: Session, essay: Essay, viewer: Viewer, rows: Sequence[Row[Any]]
    ) -> None:
        self._viewer = viewer
        self._rows = rows
        self._moments = _moments(session, rows)
        self._letters = _letters(session, rows)
        self._teller = Teller(
            labels={v.key: v.label for v in essay.scale.verdicts},
            passage=_passage(session, essay, rows),
        )

    def lines(self, *, restorable: bool = False) -> list[HistoryLine]:
        """Return a line for each event, in the order of the rows.

        Args:
            restorable: say which states of the reader's own review can be put back;
                the rows then hold all of its events.
        """
        lines = [self._line(row) for row in self._rows]
        if not restorable:
            return lines
        own = [row for row in self._rows if self._own(row)]
        now = _says(self._moments[own[0].Event.id].after) if own else {}
        old = {
            row.Event.id
            for row in own
            if "review" in row.Event.after
            and _says(self._moments[row.Event.id].after) != now
        }
        return [
            replace(line, restores=row.Event.id) if row.Event.id in old else line
            for row, line in zip(self._rows, lines, strict=True)
        ]

    def _line(self, row: Row[Any]) -> HistoryLine:
        event: Event = row.Event
        what, changes = describe(event.kind, event.after), [*self._teller.event(event)]
        if event.review_id is not None and self._own(row):
            moment = self._moments[event.id]
            changes += self._teller.review(moment.before, moment.after)
        elif event.review_id is not None:
            what, told = self._given(row)
            changes += told
        who = self._who(row)
        return HistoryLine(event.id, event.at, who, what, tuple(changes), row.number)

    def _given(self, row: Row[Any]) -> tuple[str, list[Change]]:
        """Tell another person's review only in the states in which it was given."""
        if not row.reads or "given" not in row.Event.after.get("review", {}):
            return _("Statement changed"), []
        moment = self._moments[row.Event.id]
        if not moment.after.get("given"):
            return _("Review taken back to a draft"), []
        return _("Review given"), [*self._teller.review(moment.shown, moment.after)]

    def _own(self, row: Row[Any]) -> bool:
        return bool(row.reviewer_id == self._viewer.id)

    def _who(self, row: Row[Any]) -> str:
        """Return a name, or what stands for it while the desk hides names."""
        if row.Event.review_id is not None and not row.named and not self._own(row):
            return self._letters.get(row.Event.review_id, _("A reviewer"))
        return str(row.who or row.Event.after.get("by") or _("Import"))


def _says(state: State) -> State:
    """Return what a review says, and whether, not when, it was given."""
    return {**state, "given": bool(state.get("given"))}


def _moments(session: Session, rows: Sequence[Row[Any]]) -> Mapping[int, _Moment]:
    """Follow each review of these events from its start; return it around each."""
    reviews = {row.Event.review_id for row in rows if row.reads and row.Event.review_id}
    if not reviews:
        return {}
    found: dict[int, _Moment] = {}
    stood: dict[int, State] = {}
    shown: dict[int, State] = {}
    for event_id, review_id, changed in session.execute(
        select(Event.id, Event.review_id, Event.after)
        .where(Event.review_id.in_(reviews))
        .order_by(Event.id)
    ):
        before = stood.get(review_id, {})
        after = {**before, **changed.get("review", {})}
        found[event_id] = _Moment(before, after, shown.get(review_id, {}))
        stood[review_id] = after
        if after.get("given") and before.get("given") != after["given"]:
            shown[review_id] = after
    return found


def _letters(session: Session, rows: Sequence[Row[Any]]) -> Mapping[int, str]:
    """Name the given reviews of claims whose reviewers' names are hidden."""
    claims = {row.Event.claim_id for row in rows if not row.named} - {None}
    if not claims:
        return {}
    given: dict[int, list[tuple[int, datetime | None]]] = {}
    for claim_id, review_id, at in session.execute(
        select(Review.claim_id, Review.id, Review.first_given_at).where(
            Review.claim_id.in_(claims), Review.given_at.is_not(None)
        )
    ):
        given.setdefault(claim_id, []).append((review_id, at))
    return {key: name for of in given.values() for key, name in letters(of).items()}


def _passage(session: Session, essay: Essay, rows: Sequence[Row[Any]]) -> Passage:
    """Return the words of claims that events name by offsets alone.

    Such events are from before a text could have versions: they mean the first.
    """
    spans = [
        (state["start"], state["end"])
        for row in rows
        for half in (row.Event.before, row.Event.after)
        for state in half.get("claims", {}).values()
        if "start" in state and "quote" not in state
    ]
    if not spans:
        return Passage("")
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    first = session.scalars(
        select(Version.id)
        .where(Version.essay_id == essay.id)
        .order_by(Version.id)
        .limit(1)
    ).one()
    return Passage(words_between(session, first, low, high), low)
