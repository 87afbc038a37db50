"""Undo."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from factcheck.actions.events import last_undoable, undo_last
from factcheck.database import db
from factcheck.queries.workbench import Place
from factcheck.rules.history import describe
from factcheck.rules.permissions import Deed
from factcheck.web.bench import answer, open_for_request, refusals_as_fragments
from factcheck.web.security import current_person, require_deed

bp = Blueprint("history", __name__)


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
    said = f"Undone: {describe(last.kind, last.after)}." if last else "Undone."
    return answer(bench, said, places[0], sorted({p.position for p in places}))
