"""How suggestions come about, and what the desk has learned of them."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.lessons import forget, learn_now
from factcheck.database import db
from factcheck.doors import settings
from factcheck.queries.lessons import MOST_SENTENCES, lesson_status, list_lessons
from factcheck.rules.lessons import OUTCOME_SAID, Outcome
from factcheck.rules.permissions import Deed
from factcheck.text.explaining import explain_measured
from factcheck.text.training import FEWEST_HELD_BACK, HELD_BACK_ONE_IN
from factcheck.translating import N_, _
from factcheck.web.security import current_person, require_deed

bp = Blueprint("suggestions", __name__, url_prefix="/suggestions")

_LEARNED = {
    Outcome.KEPT: N_(
        "The desk learned, and uses what it learned: on the sentences held back it is"
        " better than before."
    ),
    Outcome.NO_BETTER: N_(
        "The desk learned, but on the sentences held back it was no better than before."
        " Nothing was changed."
    ),
    Outcome.TOO_LITTLE: N_(
        "There is too little to learn from yet. Nothing was changed."
    ),
}


@bp.get("")
def show() -> ResponseReturnValue:
    """Say which weights are in force, how good they are, and what was learned when."""
    require_deed(Deed.TEACH)
    status = lesson_status(db.session)
    return render_template(
        "suggestions/show.html",
        status=status,
        lessons=list_lessons(db.session),
        outcome_said=OUTCOME_SAID,
        explained=explain_measured(
            status.held if status.enough else status.in_force.weights.measured
        ),
        fewest=FEWEST_HELD_BACK,
        about_needed=FEWEST_HELD_BACK * HELD_BACK_ONE_IN,
        most=MOST_SENTENCES,
        hour=settings().learn_hour,
    )


@bp.post("/learn")
def learn() -> ResponseReturnValue:
    """Learn from what people sorted, now."""
    require_deed(Deed.TEACH)
    lesson = learn_now(db.session, actor=current_person())
    flash(_(_LEARNED[Outcome(lesson.outcome)]), "success")
    return redirect(url_for(".show"))


@bp.post("/forget")
def go_back() -> ResponseReturnValue:
    """Go back to the shipped weights."""
    require_deed(Deed.TEACH)
    if forget(db.session, actor=current_person()):
        said = _(
            "The shipped weights are in use. What was learned is deleted; what people"
            " sorted stays."
        )
        flash(said, "success")
    else:
        flash(_("The shipped weights were in use already."), "info")
    return redirect(url_for(".show"))
