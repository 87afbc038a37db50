"""The desk's sources: found, looked at, corrected, merged, taken away."""

from http import HTTPStatus

from flask import (
    Blueprint,
    flash,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from factcheck.actions.library import edit_source, merge_sources, undo_source
from factcheck.database import db
from factcheck.errors import InvalidError, NotFoundError, StaleError
from factcheck.exports.bibliography.formats import BIBLIOGRAPHIES
from factcheck.exports.house_style import source_citation, source_line, source_name
from factcheck.queries.library import (
    PAGE,
    Sought,
    count_sources,
    find_sources,
    history_of,
    last_change,
    list_sources,
    source_seen,
    uses_of,
)
from factcheck.queries.sources import source_facts
from factcheck.rules.citations import KIND_LABELS, source_from_state, source_state
from factcheck.rules.history import describe
from factcheck.rules.permissions import Deed
from factcheck.rules.sources import DETAIL_LABELS, known_details
from factcheck.translating import _
from factcheck.web.forms.refusals import show_on
from factcheck.web.forms.sources import GROUPS, MergeForm, SourceForm
from factcheck.web.security import current_person, require_deed

bp = Blueprint("sources", __name__, url_prefix="/sources")


@bp.app_context_processor
def _written() -> dict[str, object]:
    return {
        "source_name": source_name,
        "source_line": source_line,
        "source_citation": source_citation,
    }


@bp.get("")
def index() -> ResponseReturnValue:
    """List the sources, the newest first, narrowed by words and kind."""
    require_deed(Deed.READ_DESK)
    sought = _sought()
    total = count_sources(db.session, current_person(), sought)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, request.args.get("page", 1, int)), pages)
    rows = list_sources(db.session, current_person(), sought, page=page)
    return render_template(
        "sources/index.html",
        rows=rows,
        sought=sought,
        kinds=KIND_LABELS,
        total=total,
        page=page,
        pages=pages,
        formats=BIBLIOGRAPHIES,
    )


@bp.get("/find")
def find() -> ResponseReturnValue:
    """Find sources for who is typing: how they are written, and their facts."""
    require_deed(Deed.READ_DESK)
    found = find_sources(db.session, current_person(), request.args.get("q", ""))
    return jsonify(
        [
            {
                "id": row.id,
                "name": source_name(row.facts),
                "line": source_line(row.facts),
                "facts": source_state(row.facts)
                | {"details": known_details(row.facts.details)},
            }
            for row in found
        ]
    )


@bp.get("/export/<name>")
def export(name: str) -> ResponseReturnValue:
    """Give the sources that are listed as a file for another program."""
    require_deed(Deed.EXPORT)
    if name not in BIBLIOGRAPHIES:
        raise NotFoundError(_("There is no such kind of file for sources."))
    rows = list_sources(db.session, current_person(), _sought(), page=0)
    form = BIBLIOGRAPHIES[name]
    response = make_response(form.write(row.facts for row in reversed(rows)))
    response.headers["Content-Type"] = f"{form.media_type}; charset=utf-8"
    named = f"attachment; filename=sources.{form.extension}"
    response.headers["Content-Disposition"] = named
    return response


@bp.get("/<int:source_id>")
def show(source_id: int) -> ResponseReturnValue:
    """Show what is known of a source, where it is cited, what happened to it."""
    require_deed(Deed.READ_DESK)
    source = source_seen(db.session, current_person(), source_id)
    if source.id != source_id:
        return redirect(url_for(".show", source_id=source.id))
    return render_template(
        "sources/show.html",
        source=source,
        facts=source_facts(source),
        details=known_details(source_facts(source).details),
        labels=DETAIL_LABELS,
        kinds=KIND_LABELS,
        uses=uses_of(db.session, current_person(), source),
        history=history_of(db.session, current_person(), source),
        undoable=last_change(db.session, source),
        describe=describe,
    )


@bp.route("/<int:source_id>/edit", methods=["GET", "POST"])
def edit(source_id: int) -> ResponseReturnValue:
    """Correct a source for everybody who cites it."""
    require_deed(Deed.REVIEW)
    source = source_seen(db.session, current_person(), source_id)
    facts = source_facts(source)
    form = SourceForm.of(facts, source.revision)
    status, theirs = HTTPStatus.OK, None
    if form.validate_on_submit():
        try:
            edit_source(
                db.session,
                actor=current_person(),
                source=source,
                facts=form.facts(),
                revision=form.revision.data or 0,
            )
        except InvalidError as error:
            show_on(form, error)
        except StaleError as error:
            form.form_errors.append(error.message)
            form.revision.process_data(error.theirs["revision"])
            form.revision.raw_data = None
            status, theirs = HTTPStatus.CONFLICT, source_from_state(error.theirs)
        else:
            flash(_("The source is corrected wherever it is cited."), "success")
            return redirect(url_for(".show", source_id=source.id))
    if form.errors and not theirs:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    page = render_template(
        "sources/edit.html",
        form=form,
        source_id=source_id,
        facts=facts,
        theirs=theirs,
        groups=GROUPS,
    )
    return page, status


@bp.post("/<int:source_id>/undo")
def undo(source_id: int) -> ResponseReturnValue:
    """Reverse the last correction or merge."""
    require_deed(Deed.REVIEW)
    source = source_seen(db.session, current_person(), source_id)
    undo_source(db.session, actor=current_person(), source=source)
    flash(_("The last change of this source is undone."), "success")
    return redirect(url_for(".show", source_id=source.id), HTTPStatus.SEE_OTHER)


@bp.route("/merge", methods=["GET", "POST"])
def merge() -> ResponseReturnValue:
    """Show two sources side by side, to say which one stays."""
    require_deed(Deed.RULE)
    form = MergeForm()
    person = current_person()
    if form.validate_on_submit():
        kept, other = (
            source_seen(db.session, person, each.data or 0)
            for each in (form.kept, form.other)
        )
        seen = (form.kept_revision.data or 0, form.other_revision.data or 0)
        merge_sources(db.session, actor=person, kept=kept, other=other, seen=seen)
        flash(_("The two are one source now; all citations are kept."), "success")
        here = url_for(".show", source_id=kept.id)
        return redirect(here, HTTPStatus.SEE_OTHER)
    ids = list(dict.fromkeys(request.args.getlist("source", int)))
    if len(ids) != 2:
        flash(_("Choose two sources to merge."), "error")
        return redirect(url_for(".index"), HTTPStatus.SEE_OTHER)
    pair = [source_seen(db.session, person, each) for each in ids]
    sides = [
        (each, source_facts(each), uses_of(db.session, person, each)) for each in pair
    ]
    return render_template("sources/merge.html", sides=sides)


def _sought() -> Sought:
    return Sought(
        words=request.args.get("q", ""),
        kind=request.args.get("kind", ""),
        twice="twice" in request.args,
    )
