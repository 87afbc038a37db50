"""Editions: publish the annotated essay, and show to anyone what was published."""

import hashlib
from collections.abc import Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING

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

from factcheck.actions.editions import (
    next_corrections,
    publish_edition,
    unpublish_essay,
)
from factcheck.database import db
from factcheck.doors import settings
from factcheck.errors import GoneError, InvalidError, NotFoundError, StaleError
from factcheck.exports.addresses import Link
from factcheck.exports.beside import correction_words
from factcheck.exports.permalinks import PastCorrection, past, render_claim
from factcheck.frozen import frozen_essay
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.editions import (
    PublishedEdition,
    find_edition,
    last_edition,
    latest_edition,
    list_editions,
)
from factcheck.queries.essays import find_essay
from factcheck.rules.annotated import AnnotatedEssay, Correction
from factcheck.rules.editions import needs_reason, reason_field
from factcheck.rules.permissions import Deed
from factcheck.translating import _, spoken
from factcheck.web.allowed import require_on_essay
from factcheck.web.forms.editions import PublishForm, UnpublishForm, publish_form
from factcheck.web.forms.refusals import show_on
from factcheck.web.frame import absolute_url
from factcheck.web.pages import (
    claim_links,
    edition_links,
    essay_page,
    page_parts,
    site,
)
from factcheck.web.security import current_person, wants_json

if TYPE_CHECKING:
    from factcheck.models import Essay

bp = Blueprint("editions", __name__)


@bp.route("/essays/<slug>/publish", methods=["GET", "POST"])
def publish(slug: str) -> ResponseReturnValue:
    """Freeze the essay as its next edition."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.PUBLISH)
    annotated = annotated_essay(db.session, essay)
    found = next_corrections(db.session, essay, annotated)
    form = publish_form(found, last_edition(db.session, essay.id).number)
    status = HTTPStatus.OK
    if form.validate_on_submit():
        try:
            return _publish(essay, form, found)
        except InvalidError as error:
            show_on(form, error)
        except StaleError as error:
            form.form_errors.append(error.message)
            form.seen.data = str(error.theirs.get("edition", ""))
            status = HTTPStatus.CONFLICT
    if form.errors and status is HTTPStatus.OK:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _publish_page(essay, annotated, form, found), status


@bp.route("/essays/<slug>/unpublish", methods=["GET", "POST"])
def unpublish(slug: str) -> ResponseReturnValue:
    """Take all editions of the essay down."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.PUBLISH)
    form = UnpublishForm()
    if form.validate_on_submit():
        try:
            unpublish_essay(
                db.session,
                actor=current_person(),
                essay=essay,
                note=form.note.data or "",
            )
        except InvalidError as error:
            show_on(form, error)
        else:
            flash(_("The editions are taken down. Nothing was deleted."), "success")
            return redirect(url_for(".publish", slug=slug))
    page = render_template("editions/unpublish.html", form=form, essay=essay)
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


@bp.get("/e/<slug>/claims/<int:number>")
def claim(slug: str, number: int) -> ResponseReturnValue:
    """Show one claim of the newest edition on a page of its own."""
    essay = frozen_essay(latest_edition(db.session, slug))
    found = next((c for c in essay.claims if c.number == number), None)
    corrected = _corrections_of(slug, number)
    if found is None:
        raise NotFoundError(_no_claim(number, corrected))
    page = render_claim(
        essay,
        found,
        links=claim_links(slug, number),
        edition_href=url_for(".latest", slug=slug),
        corrections=corrected,
        site=site(slug),
    )
    response = make_response(page)
    response.headers["Cache-Control"] = "public, no-cache"
    return response


@bp.app_errorhandler(GoneError)
def gone(error: GoneError) -> ResponseReturnValue:
    """Say at every address of an essay that it was taken down, when and why."""
    if wants_json():
        return {"error": {"message": error.message, "field": ""}}, HTTPStatus.GONE
    return render_template("editions/gone.html", gone=error), HTTPStatus.GONE


def _publish(
    essay: "Essay", form: PublishForm, found: Sequence[Correction]
) -> ResponseReturnValue:
    edition = publish_edition(
        db.session,
        actor=current_person(),
        essay=essay,
        note=form.note.data or "",
        reasons=form.reasons(found),
        seen=form.saw(),
    )
    address = absolute_url(".latest", slug=essay.slug)
    flash(
        _(
            "Edition %(number)s is published at %(address)s.",
            number=edition.number,
            address=address,
        ),
        "success",
    )
    return redirect(url_for(".publish", slug=essay.slug))


def _publish_page(
    essay: "Essay",
    annotated: AnnotatedEssay,
    form: PublishForm,
    found: Sequence[Correction],
) -> str:
    return render_template(
        "editions/publish.html",
        form=form,
        essay=essay,
        annotated=annotated,
        corrections=[
            (c, correction_words(c), form[reason_field(c.claim)]) for c in found
        ],
        needs_reason=needs_reason,
        editions=list_editions(db.session, essay.slug),
    )


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
        frozen_essay(edition),
        editions=edition_links(slug),
        newer=_newer(slug, edition),
        downloads="exports.edition",
        number=edition.number,
    )


def _corrections_of(slug: str, number: int) -> list[PastCorrection]:
    """Return what editions corrected of a claim, the newest first."""
    return [
        past(
            correction,
            row.number,
            url_for(".show", slug=slug, number=row.number),
            f"{row.published_at:%Y-%m-%d}",
        )
        for row in list_editions(db.session, slug)
        for correction in row.corrections
        if correction.claim == number
    ]


def _no_claim(number: int, corrected: Sequence[PastCorrection]) -> str:
    """Say that the newest edition lacks a claim, and why where it had one."""
    if not corrected:
        return _("The latest edition has no claim %(number)s.", number=number)
    last = corrected[0]
    return _(
        "The latest edition has no claim %(number)s. Edition %(edition)s corrected it"
        " on %(day)s: %(words)s %(reason)s",
        number=number,
        edition=last.edition,
        day=last.day,
        words=last.words,
        reason=last.reason,
    )


def _newer(slug: str, edition: PublishedEdition) -> Link | None:
    if edition.number == edition.latest:
        return None
    label = _("edition %(number)s", number=edition.latest)
    return Link(label, url_for(".latest", slug=slug))


def _tag(edition: PublishedEdition) -> str:
    """Name what the page is made of: what was frozen, what came later, our looks."""
    parts = (edition, settings().desk_name, spoken(), *page_parts())
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
