"""Collections: what other desks found, taken over to be found and read here."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from factcheck.actions.collections import import_collection, remove_collection
from factcheck.database import db
from factcheck.errors import InvalidError, StaleError, UnreadableError
from factcheck.exports.reading_claimreview import read_claimreviews
from factcheck.queries.collections import find_collection, list_collections
from factcheck.rules.permissions import Deed
from factcheck.translating import _, ngettext, number
from factcheck.web.forms.collections import CollectionForm
from factcheck.web.security import current_person, require_deed

bp = Blueprint("collections", __name__, url_prefix="/collections")


@bp.get("")
def index() -> str:
    """List the collections, and offer to import another."""
    require_deed(Deed.COLLECT)
    return _page(CollectionForm())


@bp.post("")
def bring() -> ResponseReturnValue:
    """Import a file of ClaimReviews."""
    require_deed(Deed.COLLECT)
    form = CollectionForm()
    if form.validate_on_submit():
        try:
            return _import(form.file.data, form.name.data or "")
        except UnreadableError as error:
            form.file.errors = [error.message]
        except (InvalidError, StaleError) as error:
            db.session.rollback()
            form.name.errors = [error.message]
    return _page(form), HTTPStatus.UNPROCESSABLE_ENTITY


@bp.post("/<int:collection_id>/remove")
def remove(collection_id: int) -> ResponseReturnValue:
    """Remove a collection."""
    require_deed(Deed.COLLECT)
    collection = find_collection(db.session, collection_id)
    name = collection.name
    remove_collection(db.session, actor=current_person(), collection=collection)
    said = _("%(name)s is removed. What was linked of it stays linked.", name=name)
    flash(said, "success")
    return redirect(url_for(".index"), 303)


def _import(file: object, name: str) -> ResponseReturnValue:
    """Store an uploaded file's claims.

    Raises:
        UnreadableError: there is no file, or nothing in it that can be kept.
        InvalidError: a collection of this name is there already.
    """
    if not isinstance(file, FileStorage) or not file.filename:
        raise UnreadableError(_("Choose a file first."))
    data = file.read()
    read = read_claimreviews(data)
    import_collection(
        db.session,
        actor=current_person(),
        name=name or file.filename.rpartition(".")[0] or file.filename,
        claims=read.claims,
        data=data,
    )
    flash(
        ngettext(
            "%(num)s claim with a verdict is kept.",
            "%(num)s claims with a verdict are kept.",
            len(read.claims),
        ),
        "success",
    )
    if read.passed_over:
        flash(
            _(
                "Entries that were passed over, because they name no claim or no"
                " verdict, or came twice: %(count)s.",
                count=number(read.passed_over),
            ),
            "info",
        )
    return redirect(url_for(".index"), 303)


def _page(form: CollectionForm) -> str:
    rows = list_collections(db.session)
    return render_template("collections/index.html", form=form, rows=rows)
