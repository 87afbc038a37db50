"""Editions: publish the annotated essay, and show to anyone what was published."""

import hashlib
from http import HTTPStatus

from flask import (
    Blueprint,
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from factcheck.actions.editions import publish_edition
from factcheck.database import db
from factcheck.errors import InvalidError
from factcheck.exports.html import Link
from factcheck.exports.reading import read_json
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.editions import (
    PublishedEdition,
    find_edition,
    latest_edition,
    list_editions,
)
from factcheck.queries.essays import find_essay
from factcheck.rules.permissions import Deed
from factcheck.web.forms.editions import PublishForm
from factcheck.web.forms.refusals import show_on
from factcheck.web.frame import absolute_url
from factcheck.web.pages import edition_links, essay_page, page_parts
from factcheck.web.security import current_person, require_deed

bp = Blueprint("editions", __name__)


@bp.route("/essays/<slug>/publish", methods=["GET", "POST"])
def publish(slug: str) -> ResponseReturnValue:
    """Freeze the essay as its next edition."""
    require_deed(Deed.PUBLISH)
    essay = find_essay(db.session, slug)
    form = PublishForm()
    if form.validate_on_submit():
        try:
            edition = publish_edition(
                db.session,
                actor=current_person(),
                essay=essay,
                note=form.note.data or "",
            )
        except InvalidError as error:
            show_on(form, error)
        else:
            address = absolute_url(".latest", slug=slug)
            flash(f"Edition {edition.number} is published at {address}.", "success")
            return redirect(url_for(".publish", slug=slug))
    page = render_template(
        "editions/publish.html",
        form=form,
        annotated=annotated_essay(db.session, essay),
        editions=list_editions(db.session, slug),
    )
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


@bp.get("/e/<slug>")
def latest(slug: str) -> ResponseReturnValue:
    """Show the newest edition."""
    return _published(slug, latest_edition(db.session, slug))


@bp.get("/e/<slug>/<int:number>")
def show(slug: str, number: int) -> ResponseReturnValue:
    """Show one edition; an earlier one says that there is a newer."""
    return _published(slug, find_edition(db.session, slug, number))


def _published(slug: str, edition: PublishedEdition) -> Response:
    """Answer from what was frozen, or that the browser has it already."""
    tag = _tag(edition)
    if request.if_none_match.contains_weak(tag):
        response = make_response("", HTTPStatus.NOT_MODIFIED)
    else:
        response = make_response(_page(slug, edition))
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = "public, no-cache"
    return response


def _page(slug: str, edition: PublishedEdition) -> str:
    return essay_page(
        read_json(edition.document.encode()),
        editions=edition_links(slug),
        newer=_newer(slug, edition),
        downloads="exports.edition",
        number=edition.number,
    )


def _newer(slug: str, edition: PublishedEdition) -> Link | None:
    if edition.number == edition.latest:
        return None
    return Link(f"edition {edition.latest}", url_for(".latest", slug=slug))


def _tag(edition: PublishedEdition) -> str:
    """Name what the page is made of: what was frozen, what came later, our looks."""
    parts = (edition.document, edition.latest, *page_parts())
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
