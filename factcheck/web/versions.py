"""Versions of an essay's text: give a new one, see what changed, decide what waits."""

from collections import Counter
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Field

from factcheck.actions.previews import changes_shown
from factcheck.actions.revising import Revision, plan_revision, revise_essay
from factcheck.database import db
from factcheck.errors import FactcheckError
from factcheck.queries.essays import find_essay, whole_text
from factcheck.queries.versions import (
    PAGE,
    count_waiting,
    find_version,
    layout_in_force,
    list_versions,
    version_page,
    waiting_claims,
)
from factcheck.rules.permissions import Deed
from factcheck.rules.revising import UNCONFIRMED_LABELS, Unconfirmed
from factcheck.text.carried import ChangeKind
from factcheck.text.documents import Document
from factcheck.translating import N_, _
from factcheck.web.allowed import may_on, require_on_essay
from factcheck.web.documents import ACCEPTED, brought_back, carried, read_given
from factcheck.web.forms.versions import GiveForm, ReviseForm
from factcheck.web.security import current_person

if TYPE_CHECKING:
    from factcheck.models import Essay

bp = Blueprint("versions", __name__, url_prefix="/essays/<slug>/versions")

REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY
KINDS: dict[ChangeKind, str] = {
    ChangeKind.SAME: N_("the same"),
    ChangeKind.MOVED: N_("moved"),
    ChangeKind.EDITED: N_("edited"),
    ChangeKind.SPLIT: N_("split"),
    ChangeKind.MERGED: N_("merged"),
    ChangeKind.NEW: N_("new"),
    ChangeKind.CUT: N_("cut"),
}


@bp.route("", methods=["GET", "POST"])
def index(slug: str) -> ResponseReturnValue:
    """List the versions; take a new text, show what it changes, then store it."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.READ_DESK)
    if request.method == "GET":
        return _list(essay, GiveForm())
    require_on_essay(essay, Deed.EDIT_ESSAY)
    if request.form.get("step") == "store":
        return _store(essay)
    form = GiveForm()
    if form.validate_on_submit():
        try:
            document = read_given(form.file.data, form.pasted.data or "")
            return _preview(essay, document, plan_revision(db.session, essay, document))
        except FactcheckError as error:
            field: Field = form.file if form.file.data else form.pasted
            field.errors = [*field.errors, error.message]
    return _list(essay, form), REFUSED


@bp.get("/<int:number>")
def show(slug: str, number: int) -> ResponseReturnValue:
    """Show a whole revision at a glance; first of all what needs a person."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.READ_DESK)
    page = version_page(db.session, essay, number, request.args.get("page", 1, int))
    return render_template(
        "versions/show.html",
        essay=essay,
        page=page,
        kinds=_kinds(),
        labels=_labels(),
        layout=layout_in_force(db.session, essay),
        waiting=waiting_claims(db.session, essay) if page.row.current else (),
        waiting_count=count_waiting(db.session, essay.id) if page.row.current else 0,
    )


@bp.get("/<int:number>/text")
def text(slug: str, number: int) -> ResponseReturnValue:
    """Show a version's text as it was."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.READ_DESK)
    version = find_version(db.session, essay, number)
    return render_template(
        "versions/text.html",
        essay=essay,
        version=version,
        text=whole_text(db.session, version.id),
    )


def _list(essay: "Essay", form: GiveForm) -> str:
    rows = list_versions(db.session, essay)
    form.seen.process_data(rows[0].number)
    form.seen.raw_data = None
    return render_template(
        "versions/index.html",
        essay=essay,
        rows=rows,
        form=form,
        kinds=_kinds(),
        accepted=ACCEPTED,
        may_revise=may_on(essay, Deed.EDIT_ESSAY),
        waiting_count=count_waiting(db.session, essay.id),
    )


def _preview(
    essay: "Essay", document: Document, revision: Revision
) -> ResponseReturnValue:
    """Show what a new text would change; nothing is stored yet."""
    counts = Counter(change.kind for change in revision.changes)
    waits = Counter(x.unconfirmed for x in revision.landings if x.unconfirmed)
    return render_template(
        "versions/preview.html",
        essay=essay,
        document=document,
        form=ReviseForm(formdata=None, seen=revision.seen, **carried(document)),
        counts=counts,
        claims=len(revision.landings),
        kept=len(revision.landings) - waits.total(),
        waits=waits,
        labels=_labels(),
        kinds=_kinds(),
        total=counts.total() - counts[ChangeKind.SAME],
        shown=changes_shown(revision, PAGE),
    )


def _store(essay: "Essay") -> ResponseReturnValue:
    """Store what the preview showed."""
    form = ReviseForm()
    form.validate_on_submit()
    document = brought_back(form.carried())
    revision = revise_essay(
        db.session,
        actor=current_person(),
        essay=essay,
        document=document,
        seen=form.seen.data,
    )
    number = revision.seen + 1
    flash(_("Version %(number)s of the text is stored.", number=number), "success")
    return redirect(url_for(".show", slug=essay.slug, number=number), 303)


def _kinds() -> dict[str, str]:
    return {kind.value: _(label) for kind, label in KINDS.items()}


def _labels() -> dict[Unconfirmed, str]:
    return {why: _(label) for why, label in UNCONFIRMED_LABELS.items()}
