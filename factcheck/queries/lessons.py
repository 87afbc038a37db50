"""What the desk learned from its own sorting, and the weights in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session

from factcheck.errors import InvalidError
from factcheck.models import (
    Anchor,
    Claim,
    DeskLesson,
    Essay,
    Review,
    Sentence,
    User,
    Version,
)
from factcheck.rules.lessons import DECISIONS, Outcome
from factcheck.rules.sorting import Reason, Sorting
from factcheck.text.accuracy import Measured
from factcheck.text.checkable import is_english
from factcheck.text.training import (
    Labelled,
    each_once,
    enough_to_judge,
    held_back,
    judge,
)
from factcheck.text.weights import Weights, read_weights, shipped_weights

MOST_SENTENCES = 10_000
MOST_LESSONS = 100
_MOST_WEIGHTS = 8

# Built once: it is asked at each look at a workbench.
_DECIDED = (
    select(DeskLesson.id, DeskLesson.digest, DeskLesson.outcome)
    .where(DeskLesson.outcome.in_([outcome.value for outcome in DECISIONS]))
    .order_by(DeskLesson.id.desc())
    .limit(1)
)
_read: dict[str, Weights] = {}


@dataclass(frozen=True, slots=True)
class InForce:
    """The weights by which the desk suggests.

    Attributes:
        weights: to use.
        digest: a name that no other weights have; "" for the shipped ones.
        lesson_id: of the lesson that decided so; 0 if none ever did.
        forgotten: whether somebody went back to the shipped weights.
    """

    weights: Weights
    digest: str = ""
    lesson_id: int = 0
    forgotten: bool = False

    @property
    def own(self) -> bool:
        """Whether the desk learned them itself."""
        return bool(self.digest)


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson as it is told; `before` and `after` are None where nothing was judged.

    Attributes:
        who: who asked for it; "" for a night's, or from the terminal.
    """

    id: int
    began_at: datetime
    night: str | None
    who: str
    outcome: Outcome
    sentences: int
    claims: int
    before: Measured | None
    after: Measured | None


@dataclass(frozen=True, slots=True)
class LessonStatus:
    """How the desk's suggestions stand.

    Attributes:
        in_force: the weights in use.
        decided: the lesson that put them in force; None if none ever did.
        held: how the weights in use do now on the desk's own tenth held back.
        taught: how many sentences are there to learn from besides.
        claims: how many of all of them are claims.
    """

    in_force: InForce
    decided: LessonRow | None
    held: Measured
    taught: int
    claims: int

    @property
    def sentences(self) -> int:
        """How many sentences people sorted."""
        return self.held.sentences + self.taught

    @property
    def enough(self) -> bool:
        """Whether there is enough to judge weights by."""
        return enough_to_judge(self.held)


def weights_in_force(session: Session) -> InForce:
    """Return the weights by which the desk suggests: its own, or the shipped ones.

    Weights are kept in this process by the digest of what they hold, which is asked
    for each time, so a lesson that another process kept is noticed at once.
    """
    decided = session.execute(_DECIDED).one_or_none()
    if decided is None:
        return InForce(shipped_weights())
    if decided.outcome == Outcome.KEPT:
        own = _weights(session, decided.id, decided.digest)
        if own is not None:
            return InForce(own, decided.digest, decided.id)
    forgotten = decided.outcome == Outcome.FORGOTTEN
    return InForce(shipped_weights(), "", decided.id, forgotten=forgotten)


def _weights(session: Session, lesson_id: int, digest: str) -> Weights | None:
    """Return a lesson's weights; None if they cannot be read or are gone just now."""
    if digest not in _read:
        asked = select(DeskLesson.weights).where(DeskLesson.id == lesson_id)
        try:
            found = read_weights(session.scalar(asked) or "")
        except InvalidError:
            return None
        while len(_read) >= _MOST_WEIGHTS:
            _read.pop(next(iter(_read)), None)
        _read[digest] = found
    return _read.get(digest)


def sorted_sentences(session: Session) -> list[Labelled]:
    """Return what people of this desk sorted, each sentence once: what it learns from.

    Only current texts in English count, because only English words are weighed, and
    only the latest ten thousand sentences. What the program marked at an import is
    not a person's answer: such a claim counts once somebody gave a review of it.
    Headings and the like are sorted by the program and are left out.
    """
    rows = session.execute(
        select(
            Sentence.version_id,
            Sentence.start,
            Sentence.end,
            Sentence.sorting,
        )
        .join(Version, and_(Version.id == Sentence.version_id, Version.current))
        .where(
            Version.essay_id.in_(_english_essays(session)),
            or_(
                and_(Sentence.sorting == Sorting.CLAIM.value, _by_a_person()),
                and_(
                    Sentence.sorting == Sorting.NOT_A_CLAIM.value,
                    Sentence.reason != Reason.NOT_PROSE.value,
                ),
            ),
        )
        .order_by(Sentence.id.desc())
        .limit(MOST_SENTENCES)
    ).all()
    texts = _texts(session, rows)
    return each_once(
        Labelled(
            texts[row.version_id][row.start : row.end], row.sorting == Sorting.CLAIM
        )
        for row in rows
    )


def list_lessons(session: Session) -> list[LessonRow]:
    """Return the lessons, the latest first."""
    rows = session.execute(
        select(DeskLesson, User.name)
        .outerjoin(User, User.id == DeskLesson.actor_id)
        .order_by(DeskLesson.id.desc())
        .limit(MOST_LESSONS)
    )
    return [_row(lesson, name or "") for lesson, name in rows]


def lesson_row(session: Session, lesson_id: int) -> LessonRow:
    """Return one lesson."""
    lesson = session.get_one(DeskLesson, lesson_id)
    who = session.get(User, lesson.actor_id or 0)
    return _row(lesson, who.name if who else "")


def lesson_status(session: Session) -> LessonStatus:
    """Return how the desk's suggestions stand now."""
    in_force = weights_in_force(session)
    rows = sorted_sentences(session)
    held = [row for row in rows if held_back(row.sentence)]
    return LessonStatus(
        in_force=in_force,
        decided=lesson_row(session, in_force.lesson_id) if in_force.lesson_id else None,
        held=judge(held, in_force.weights),
        taught=len(rows) - len(held),
        claims=sum(row.is_claim for row in rows),
    )


def last_fingerprint(session: Session) -> str:
    """Return what the last finished lesson learned from; "" before the first."""
    asked = (
        select(DeskLesson.fingerprint)
        .where(DeskLesson.fingerprint != "", DeskLesson.ended_at.is_not(None))
        .order_by(DeskLesson.id.desc())
        .limit(1)
    )
    return session.scalar(asked) or ""


def _english_essays(session: Session) -> list[int]:
    essays = session.execute(select(Essay.id, Essay.language))
    return [essay.id for essay in essays if is_english(essay.language)]


def _by_a_person() -> Any:
    """Whether somebody marked a claim in a sentence, or gave a review of one."""
    given = exists().where(Review.claim_id == Claim.id, Review.given_at.is_not(None))
    return exists().where(
        Anchor.sentence_id == Sentence.id,
        Claim.id == Anchor.claim_id,
        Claim.withdrawn_at.is_(None),
        or_(Claim.marked_by_id.is_not(None), given),
    )


def _texts(session: Session, rows: Sequence[Any]) -> Mapping[int, str]:
    """Return the texts that these sentences stand in, by version id."""
    ids = {row.version_id for row in rows}
    found = session.execute(
        select(Version.id, Version.text).where(Version.id.in_(ids))
    ).all()
    return {row.id: row.text for row in found}


def _row(lesson: DeskLesson, who: str) -> LessonRow:
    return LessonRow(
        id=lesson.id,
        began_at=lesson.began_at,
        night=lesson.night,
        who=who,
        outcome=Outcome(lesson.outcome),
        sentences=lesson.sentences,
        claims=lesson.claims,
        before=Measured(**lesson.before) if lesson.before else None,
        after=Measured(**lesson.after) if lesson.after else None,
    )
