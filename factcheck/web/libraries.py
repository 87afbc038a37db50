"""Bringing sources in from another program: read, shown, and then kept."""

import json
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.library import import_sources
from factcheck.database import db
from factcheck.errors import UnreadableError
from factcheck.exports.bibliography.entries import Entry
from factcheck.exports.bibliography.formats import read_bibliography
from factcheck.rules.citations import (
    SourceFacts,
    check_source,
    source_from_state,
    source_state,
)
from factcheck.rules.permissions import Deed
from factcheck.translating import _, ngettext
from factcheck.web.forms.sources import KeepForm, LibraryForm
from factcheck.web.security import current_person, require_deed

bp = Blueprint("libraries", __name__, url_prefix="/sources")

SHOWN = 100


@bp.route("/import", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Read a bibliography and show what would be kept; then keep it."""
    require_deed(Deed.IMPORT)
    if request.form.get("step") == "keep":
        return _keep()
    form = LibraryForm()
    status = HTTPStatus.OK
    if form.validate_on_submit():
        data = form.file.data.read() if form.file.data else b""
        try:
            entries = read_bibliography(data or (form.pasted.data or "").encode())
            return _preview(entries)
        except UnreadableError as error:
            field = form.file if data else form.pasted
            field.errors = [*field.errors, error.message]
            status = HTTPStatus.UNPROCESSABLE_ENTITY
    return render_template("sources/import.html", form=form), status


def _preview(entries: list[Entry]) -> ResponseReturnValue:
    kept = [entry.facts for entry in entries if entry.facts]
    read = json.dumps([source_state(facts) for facts in kept], ensure_ascii=False)
    return render_template(
        "sources/preview.html",
        form=KeepForm(formdata=None, read=read),
        kept=kept,
        shown=kept[:SHOWN],
        refused=[entry for entry in entries if entry.refused],
        left_out=sorted({name for entry in entries for name in entry.left_out}),
    )


def _keep() -> ResponseReturnValue:
    """Keep what the preview showed."""
    form = KeepForm()
    form.validate_on_submit()
    sources = _brought_back(form.read.data or "")
    new = import_sources(db.session, actor=current_person(), sources=sources)
    told = ngettext(
        "%(num)s source is new on the list; what was there already stays once.",
        "%(num)s sources are new on the list; what was there already stays once.",
        new,
    )
    flash(told, "success")
    return redirect(url_for("sources.index"), HTTPStatus.SEE_OTHER)


def _brought_back(read: str) -> list[SourceFacts]:
    try:
        return [check_source(source_from_state(state)) for state in json.loads(read)]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableError(
            _(
                "What was read was lost on its way through the browser, so nothing was"
                " stored. Choose the file again."
            )
        ) from error
