"""Sorting sentences, one or many."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from factcheck.actions.sentences import sort_sentences
from factcheck.database import db
from factcheck.queries.workbench import Place
from factcheck.rules.history import describe
from factcheck.rules.permissions import Deed
from factcheck.web.bench import answer, open_for_request, refusals_as_fragments
from factcheck.web.forms.claims import positions_of, sorting_of
from factcheck.web.forms.units import layout_of
from factcheck.web.security import current_person, require_deed

bp = Blueprint("sentences", __name__)


@bp.post("/essays/<slug>/sentences")
@refusals_as_fragments
def sort(slug: str) -> ResponseReturnValue:
    """Sort the ticked sentences, and stay at the first of them."""
    require_deed(Deed.SORT)
    bench = open_for_request(slug)
    positions = positions_of(request.form)
    event = sort_sentences(
        db.session,
        actor=current_person(),
        essay=bench.essay,
        positions=positions,
        to=sorting_of(request.form),
        seen=layout_of(request.form),
    )
    db.session.flush()
    said = f"{describe(event.kind, event.after)}."
    here = request.form.get("s", positions[0], int)
    place, undoable = Place(here, 0), bool(event.after)
    return answer(bench, said, place, positions, undoable=undoable)
