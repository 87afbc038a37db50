"""An essay's history, undo, and putting back what one's own review said."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.events import last_undoable, undo_last
from factcheck.actions.restoring import restore_review
from factcheck.database import db
from factcheck.errors import InvalidError, StaleError
from factcheck.queries.claims import find_claim
from factcheck.queries.essays import find_essay
from factcheck.queries.history import essay_history
from factcheck.queries.known_events import Narrowing
from factcheck.queries.viewers import viewer_of
from factcheck.queries.workbench import Place
from factcheck.rules.history import KINDS, describe
from factcheck.rules.permissions import Deed
from factcheck.translating import _
from factcheck.web.allowed import require_on_essay
from factcheck.web.bench import (
    answer,
    answer_laid_out,
    open_for_request,
    refusals_as_fragments,
)
from factcheck.web.claims import show
from factcheck.web.security import current_person, require_deed

bp = Blueprint("history", __name__)


@bp.get("/essays/<slug>/history")
def essay(slug: str) -> ResponseReturnValue:
    """Show what happened to an essay, newest first, narrowed as asked."""
    found = find_essay(db.session, slug)
    require_on_essay(found, Deed.READ_DESK)
    wanted = Narrowing(
        person=request.args.get("person", type=int),
        claim=request.args.get("claim", type=int),
        kind=request.args.get("kind", ""),
    )
    return render_template(
        "history/essay.html",
        essay=found,
        wanted=wanted,
        kinds={name: _(label) for name, (label, _begins) in KINDS.items()},
        history=essay_history(
            db.session,
            essay=found,
            viewer=viewer_of(db.session, current_person(), found),
            wanted=wanted,
            page=request.args.get("page", 1, int),
        ),
    )


@bp.post("/essays/<slug>/claims/<int:number>/restore")
def restore(slug: str, number: int) -> ResponseReturnValue:
    """Put back an earlier state of one's own review."""
    found = find_essay(db.session, slug)
    require_on_essay(found, Deed.REVIEW)
    try:
        saved = restore_review(
            db.session,
            actor=current_person(),
            claim=find_claim(db.session, found, number),
            event_id=request.form.get("event", 0, int),
            revision=request.form.get("revision", 0, int),
        )
    except (InvalidError, StaleError) as error:
        db.session.rollback()
        flash(error.message, "error")
        stale = isinstance(error, StaleError)
        status = HTTPStatus.CONFLICT if stale else HTTPStatus.UNPROCESSABLE_ENTITY
        return show(slug, number), status
    flash(
        _("Your review says again what it said then, and is given.")
        if saved.review.given_at
        else _("Your review says again what it said then, as a draft."),
        "success",
    )
    address = url_for("claims.show", slug=slug, number=number)
    return redirect(address, HTTPStatus.SEE_OTHER)


@bp.post("/essays/<slug>/undo")
@refusals_as_fragments
def undo(slug: str) -> ResponseReturnValue:
    """Undo this person's last action in this essay, and go where it was."""
    require_deed(Deed.MARK)
    bench = open_for_request(slug)
    person = current_person()
    last = last_undoable(db.session, person, bench.essay)
    event = undo_last(db.session, actor=person, essay=bench.essay)
    db.session.flush()
    places = bench.touched(event) or [Place(1, 0)]
    deed = describe(last.kind, last.after) if last else ""
    said = _("Undone: %(deed)s.", deed=deed) if deed else _("Undone.")
    if "layout" in event.after:
        return answer_laid_out(bench, said, places[0])
    return answer(bench, said, places[0], sorted({p.position for p in places}))
