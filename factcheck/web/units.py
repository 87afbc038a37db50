"""Correcting sentences and paragraphs by hand."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from factcheck.actions.units import (
    change_paragraph_kind,
    cover_words,
    join_sentences,
    merge_paragraph,
    part_paragraph,
    split_sentence,
)
from factcheck.database import db
from factcheck.errors import InvalidError
from factcheck.queries.workbench import Bench, Place
from factcheck.rules.history import describe
from factcheck.rules.permissions import Deed
from factcheck.translating import _
from factcheck.web.bench import (
    answer_laid_out,
    open_for_request,
    refusals_as_fragments,
)
from factcheck.web.forms.units import UnitForm, layout_of
from factcheck.web.reviews import keeps_typed
from factcheck.web.security import current_person, require_deed

if TYPE_CHECKING:
    from factcheck.models import Event

bp = Blueprint("units", __name__)


@bp.post("/essays/<slug>/units")
@refusals_as_fragments
@keeps_typed
def correct(slug: str) -> ResponseReturnValue:
    """Correct a sentence or its paragraph, and stay with the words in hand."""
    require_deed(Deed.CORRECT)
    bench = open_for_request(slug)
    form = UnitForm(request.form)
    event = _done(bench, form)
    db.session.flush()
    said = (
        f"{describe(event.kind, event.after)}." if event else _("It is that already.")
    )
    number = request.form.get("claim", 0, int)
    place = bench.place_of(number) if number else Place(form.s.data or 1, 0)
    return answer_laid_out(bench, said, place)


def _done(bench: Bench, form: UnitForm) -> "Event | None":
    """Do what the form asks.

    Raises:
        InvalidError: it asks for nothing there is, or for what cannot be.
        MovedError: sentences were renumbered since the form was made.
    """
    do = form.do.data or ""
    here = partial(
        _WAYS.get(do, _unknown),
        db.session,
        actor=current_person(),
        essay=bench.essay,
        position=(form.s.data or 0) + (do == "cover_after"),
        seen=layout_of(request.form),
    )
    if do == "split":
        return here(at=form.place)
    if do == "kind":
        kind, was = form.kinds
        return here(kind=kind, was=was)
    return here()


def _unknown(*_given: object, **_more: object) -> "Event":
    raise InvalidError("do", _("Split, join, or change the paragraph: choose one."))


_WAYS: Mapping[str, Callable[..., "Event | None"]] = {
    "split": split_sentence,
    "join": join_sentences,
    "kind": change_paragraph_kind,
    "part": part_paragraph,
    "merge": merge_paragraph,
    "cover": cover_words,
    "cover_after": cover_words,
}
