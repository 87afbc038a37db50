"""Learning from what the desk's people sorted; and going back to what was shipped.

What is learned stays in the desk's database and goes into no export and no edition.
"""

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256

from sqlalchemy import update
from sqlalchemy.orm import Session

from factcheck.actions.noting import note_desk
from factcheck.actions.saving import flush
from factcheck.errors import StaleError
from factcheck.models import DeskLesson, Event, User
from factcheck.models.base import now
from factcheck.queries.lessons import (
    last_fingerprint,
    sorted_sentences,
    weights_in_force,
)
from factcheck.rules.lessons import Outcome, learns_tonight
from factcheck.rules.permissions import Deed, require
from factcheck.text.training import Labelled, Lesson, fingerprint, learn
from factcheck.text.weights import shipped_weights, write_weights


def learn_now(session: Session, *, actor: User | None) -> DeskLesson:
    """Learn because somebody asked; takes a few seconds on a large desk.

    Nothing is written before it is done, so that nobody waits for a turn to write.
    """
    if actor is not None:
        require(actor.role, Deed.TEACH)
    rows = sorted_sentences(session)
    in_force = weights_in_force(session).weights
    lesson = DeskLesson(actor_id=actor.id if actor else None, **_about(rows))
    lesson.began_at = now()
    taught = learn(rows, shipped_weights(), in_force)
    session.add(lesson)
    _end(session, lesson, taught)
    return lesson


def begin_night(session: Session, *, night: str) -> DeskLesson | None:
    """Claim a night's lesson for this process; commit before learning.

    None if there is nothing new to learn, if somebody went back to the shipped
    weights, or if another process has this night's lesson. A lesson that is cut short
    stays begun; the next night has another.
    """
    rows = sorted_sentences(session)
    decided = weights_in_force(session)
    if not learns_tonight(
        fingerprint(rows),
        last_fingerprint=last_fingerprint(session),
        decision=Outcome.FORGOTTEN if decided.forgotten else None,
    ):
        return None
    lesson = DeskLesson(night=night, actor_id=None, **_about(rows))
    try:
        with session.begin_nested():
            session.add(lesson)
            flush(session)
    except StaleError:
        return None
    return lesson


def end_night(session: Session, *, lesson_id: int, taught: Lesson) -> DeskLesson:
    """Write down what came of a night's lesson."""
    lesson = session.get_one(DeskLesson, lesson_id)
    _end(session, lesson, taught)
    return lesson


def forget(session: Session, *, actor: User | None) -> bool:
    """Go back to the shipped weights; say whether the desk had others.

    What was learned is deleted. The desk does not learn at night until it is asked to
    learn again.
    """
    if actor is not None:
        require(actor.role, Deed.TEACH)
    if not weights_in_force(session).own:
        return False
    _drop_weights(session)
    by = actor.id if actor else None
    session.add(DeskLesson(actor_id=by, outcome=Outcome.FORGOTTEN, ended_at=now()))
    note_desk(session, actor, "suggestions.forgotten", {})
    flush(session)
    return True


def _about(rows: Sequence[Labelled]) -> dict[str, object]:
    claims = sum(row.is_claim for row in rows)
    return {
        "sentences": len(rows),
        "claims": claims,
        "fingerprint": fingerprint(rows),
    }


def _end(session: Session, lesson: DeskLesson, taught: Lesson) -> None:
    lesson.ended_at = now()
    lesson.before = asdict(taught.before)
    if taught.learned is None:
        lesson.outcome = Outcome.TOO_LITTLE
    else:
        lesson.after = asdict(taught.learned)
        lesson.outcome = Outcome.KEPT if taught.kept else Outcome.NO_BETTER
    flush(session)
    if taught.kept:
        _drop_weights(session, before=lesson.id)
        lesson.weights = write_weights(taught.weights)
        lesson.digest = sha256(lesson.weights.encode()).hexdigest()
        about = {"sentences": lesson.sentences, "claims": lesson.claims}
        session.add(
            Event(
                kind="suggestions.learned",
                actor_id=lesson.actor_id,
                before={"figures": lesson.before},
                after={"figures": lesson.after, **about},
            )
        )
    flush(session)


def _drop_weights(session: Session, *, before: int | None = None) -> None:
    """Delete learned weights that are in force no more; their figures stay."""
    dropped = update(DeskLesson).where(DeskLesson.weights != "").values(weights="")
    if before is not None:
        dropped = dropped.where(DeskLesson.id < before)
    session.execute(dropped.execution_options(synchronize_session=False))
