"""What happened to a claim, in words, as far as the reader may know it.

A draft is its writer's alone, and so is what a review said before it was given.
Other people's reviews therefore appear only in the states in which they were given,
and only once the reader may see the review at all.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Claim, Essay, Event, Review, Sentence, User
from factcheck.queries.essays import current_version, words_between
from factcheck.queries.rulings import given_reviews, ruling_in_force
from factcheck.queries.viewers import Viewer
from factcheck.rules.history import describe, is_talk
from factcheck.rules.names import letters, names_hidden
from factcheck.rules.permissions import may_see_review, may_see_talk
from factcheck.rules.settling import settle

_FIELDS = {
    "verdict": "Verdict",
    "finding": "Finding",
    "explanation": "Explanation",
    "second_look": "Second look",
    "citations": "Sources",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field, what it said before and what it says now; "" is nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Who did what, when, and what changed."""

    at: datetime
    who: str
    what: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Puts the values of events in words."""

    viewer_id: int
    labels: Mapping[str, str]
    visible: frozenset[int]
    owners: Mapping[int, int]
    text: str
    text_start: int
    number: str
    may_read: Callable[[int | None], bool]
    names: Mapping[int, str]

    def knows(self, event: Event) -> bool:
        """Say whether this reader may know that it happened at all."""
        return not is_talk(event.kind) or self.may_read(event.actor_id)

    def who(self, event: Event) -> str:
        """Return what stands for the name of whose review this is; "" for nothing."""
        if self.owners.get(event.review_id or 0) == self.viewer_id:
            return ""
        return self.names.get(event.review_id or 0, "")

    def words(self, span: Mapping[str, Any]) -> str:
        """Return the claim's words at a span, which lies in its sentence."""
        low, high = span["start"] - self.text_start, span["end"] - self.text_start
        return self.text[max(low, 0) : max(high, 0)]

    def value(self, field: str, value: Any) -> str:
        """Return a review's field in words."""
        if field == "verdict":
            return self.labels.get(value, value) if value else ""
        if field == "second_look":
            return "Asked for" if value else ""
        if field == "citations":
            return "; ".join(c["title"] or c["url"] for c in value or ())
        return value or ""

    def review_changes(
        self, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> tuple[Change, ...]:
        """Return the fields of a review that differ."""
        pairs = (
            (name, self.value(key, before.get(key)), self.value(key, after.get(key)))
            for key, name in _FIELDS.items()
            if key in after
        )
        return tuple(Change(*pair) for pair in pairs if pair[1] != pair[2])


def claim_history(
    session: Session, *, essay: Essay, claim: Claim, viewer: Viewer
) -> Sequence[HistoryLine]:
    """Return what happened to a claim, newest first, without what is still blind."""
    number = str(claim.number)
    rows = session.execute(
        select(Event, User.name)
        .outerjoin(User, User.id == Event.actor_id)
        .where(
            Event.essay_id == essay.id,
            or_(
                Event.claim_id == claim.id,
                Event.after[("claims", number, "withdrawn")].as_string().is_not(None),
            ),
        )
        .order_by(Event.id)
    ).all()
    reader = _reader(session, essay, claim, viewer)
    lines: list[HistoryLine] = []
    stood: dict[int, dict[str, Any]] = {}
    shown: dict[int, dict[str, Any]] = {}
    for event, who in rows:
        if not reader.knows(event):
            continue
        what = describe(event.kind, event.after)
        for label, changes in _told(reader, event, what, stood, shown):
            by = reader.who(event) or who or event.after.get("by", "Import")
            lines.append(HistoryLine(event.at, by, label, changes))
    return lines[::-1]


def last_actor_id(session: Session, claim_id: int) -> int | None:
    """Return who last changed a claim itself; a review alone does not count."""
    return session.scalar(
        select(Event.actor_id)
        .where(Event.claim_id == claim_id, Event.after["claims"].as_string() != "")
        .order_by(Event.id.desc())
        .limit(1)
    )


def _told(
    reader: _Reader,
    event: Event,
    what: str,
    stood: dict[int, dict[str, Any]],
    shown: dict[int, dict[str, Any]],
) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Say an event in at most two lines: the claim's part, and the review's."""
    claim = tuple(_claim_changes(reader, event))
    if event.review_id is None:
        yield what, claim
        return
    before = stood.get(event.review_id, {})
    after = before | event.after.get("review", {})
    stood[event.review_id] = after
    if reader.owners.get(event.review_id) == reader.viewer_id:
        yield what, claim + reader.review_changes(before, after)
        return
    if claim:
        yield "Statement changed", claim
    if event.review_id in reader.visible:
        yield from _given(reader, event.review_id, before, after, shown)


def _given(
    reader: _Reader,
    review_id: int,
    before: Mapping[str, Any],
    after: dict[str, Any],
    shown: dict[int, dict[str, Any]],
) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Tell another person's review only in the states in which it was given."""
    if after.get("given") and before.get("given") != after["given"]:
        yield (
            "Review given",
            reader.review_changes(shown.get(review_id, {}), after),
        )
        shown[review_id] = after
    elif before.get("given") and not after.get("given"):
        yield "Review taken back to a draft", ()


def _claim_changes(reader: _Reader, event: Event) -> Iterator[Change]:
    before = event.before.get("claims", {}).get(reader.number, {})
    after = event.after.get("claims", {}).get(reader.number, {})
    if "statement" in after:
        yield Change("Statement", before.get("statement", ""), after["statement"])
    if "start" in after and "start" in before:
        yield Change("Words", reader.words(before), reader.words(after))
    if "withdrawn" in after and event.kind != "claim.marked":
        marked = {True: "Taken back", False: "Stands"}
        was, becomes = bool(before.get("withdrawn")), bool(after["withdrawn"])
        yield Change("Mark", marked[was], marked[becomes])


def _reader(session: Session, essay: Essay, claim: Claim, viewer: Viewer) -> _Reader:
    version = current_version(session, essay)
    sentence = session.scalars(
        select(Sentence)
        .join(Anchor, Anchor.sentence_id == Sentence.id)
        .where(Anchor.claim_id == claim.id, Anchor.version_id == version.id)
    ).one()
    reviews = session.execute(
        select(
            Review.id, Review.reviewer_id, Review.given_at, Review.first_given_at
        ).where(Review.claim_id == claim.id)
    ).all()
    given = sum(1 for r in reviews if r.given_at)
    ruled = ruling_in_force(session, claim.id) is not None
    complete = ruled or given >= essay.reviews_needed
    visible = frozenset(
        r.id
        for r in reviews
        if may_see_review(
            viewer_id=viewer.id,
            role=viewer.role,
            reviewer_id=r.reviewer_id,
            given=r.given_at is not None,
            settled=complete,
            revealed=viewer.revealed,
        )
    )
    return _Reader(
        viewer_id=viewer.id,
        labels={v.key: v.label for v in essay.scale.verdicts},
        visible=visible,
        owners={r.id: r.reviewer_id for r in reviews},
        names=_names(session, essay, claim, reviews, ruled=ruled),
        text=words_between(session, version.id, sentence.start, sentence.end),
        text_start=sentence.start,
        number=str(claim.number),
        may_read=lambda author_id: may_see_talk(
            viewer_id=viewer.id,
            role=viewer.role,
            author_id=author_id,
            settled=complete,
            revealed=viewer.revealed,
        ),
    )


def _names(
    session: Session,
    essay: Essay,
    claim: Claim,
    reviews: Sequence[Row[int, int, datetime | None, datetime | None]],
    *,
    ruled: bool,
) -> Mapping[int, str]:
    """Return letters for the reviews while the desk hides names; else nothing."""
    if not essay.hide_names:
        return {}
    verdicts = [
        review.verdict.key
        for review in given_reviews(session, claim.id)
        if review.verdict
    ]
    outcome = settle(verdicts, essay.reviews_needed).settlement
    if not names_hidden(outcome, hide=True, ruled=ruled):
        return {}
    return letters((r.id, r.first_given_at) for r in reviews if r.given_at)
