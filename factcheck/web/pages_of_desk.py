"""Pages on which the desk says how it works; everybody reads, editors write."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.desk_pages import edit_page
from factcheck.database import db
from factcheck.doors import settings
from factcheck.errors import InvalidError, NotFoundError, StaleError
from factcheck.queries.desk_pages import find_page, scales_in_use
from factcheck.rules.desk_pages import TITLES, DeskPageKey, paragraphs
from factcheck.rules.permissions import Deed
from factcheck.translating import _, speaking
from factcheck.web.forms.desk_pages import DeskPageForm
from factcheck.web.forms.refusals import show_on
from factcheck.web.security import current_person, require_deed

bp = Blueprint("about", __name__, url_prefix="/about")


@bp.get("/<key>")
def show(key: str) -> ResponseReturnValue:
    """Show a page; the scale's has the definitions of its verdicts as well."""
    page = find_page(db.session, _key(key))
    scales = scales_in_use(db.session) if page.key is DeskPageKey.SCALE else []
    return render_template(
        "desk_pages/show.html",
        page=page,
        title=_(TITLES[page.key]),
        paragraphs=paragraphs(page.text),
        scales=scales,
        titles={key: _(title) for key, title in TITLES.items()},
    )


@bp.route("/<key>/edit", methods=["GET", "POST"])
def edit(key: str) -> ResponseReturnValue:
    """Write a page."""
    require_deed(Deed.PUBLISH)
    # What stands there until the desk writes it is offered as readers see it.
    with speaking(settings().language):
        page = find_page(db.session, _key(key))
    form = DeskPageForm(data={"text": page.text, "revision": page.revision})
    status, theirs = HTTPStatus.OK, ""
    if form.validate_on_submit():
        try:
            edit_page(
                db.session,
                actor=current_person(),
                key=page.key,
                text=form.text.data or "",
                revision=form.read_revision(),
            )
        except InvalidError as error:
            show_on(form, error)
        except StaleError as error:
            form.form_errors.append(error.message)
            form.revision.data = str(error.theirs["revision"])
            status, theirs = HTTPStatus.CONFLICT, page.text
        else:
            flash(_("The page is changed; readers see it now."), "success")
            return redirect(url_for(".show", key=page.key))
    if form.errors and not theirs:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    body = render_template(
        "desk_pages/edit.html",
        form=form,
        page=page,
        title=_(TITLES[page.key]),
        theirs=theirs,
    )
    return body, status


def _key(key: str) -> DeskPageKey:
    if key not in set(DeskPageKey):
        raise NotFoundError(_("This desk has no page about %(key)s.", key=repr(key)))
    return DeskPageKey(key)
