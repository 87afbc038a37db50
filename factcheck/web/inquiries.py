"""Inquiries: what was asked of whom, and what came of it."""

from datetime import UTC, date, datetime
from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.inquiries import ask, edit_inquiry
from factcheck.database import db
from factcheck.errors import InvalidError, StaleError
from factcheck.queries.claims import find_claim
from factcheck.queries.essays import find_essay
from factcheck.queries.inquiries import facts_of, find_inquiry, inquiries_of
from factcheck.queries.onlookers import onlooker
from factcheck.rules.permissions import Deed
from factcheck.translating import _
from factcheck.web.allowed import require_on_essay
from factcheck.web.forms.refusals import show_on
from factcheck.web.forms.talk import InquiryForm
from factcheck.web.security import current_person

bp = Blueprint("inquiries", __name__, url_prefix="/essays/<slug>")


@bp.app_template_global()
def today() -> date:
    """Return the day it is, in UTC."""
    return datetime.now(UTC).date()


@bp.get("/inquiries")
def index(slug: str) -> ResponseReturnValue:
    """List an essay's inquiries, open ones first."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.TALK)
    reader = onlooker(db.session, current_person())
    found = inquiries_of(db.session, essay, reader)
    return render_template(
        "inquiries/index.html",
        essay=essay,
        open=[line for line in found if not line.facts.resolved],
        resolved=[line for line in found if line.facts.resolved],
    )


@bp.route("/claims/<int:number>/inquiries/new", methods=["GET", "POST"])
def new(slug: str, number: int) -> ResponseReturnValue:
    """Write down a question that was put to somebody."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.TALK)
    claim = find_claim(db.session, essay, number)
    form = InquiryForm(asked_on=today().isoformat())
    if form.validate_on_submit():
        try:
            facts = form.facts()
            ask(db.session, actor=current_person(), claim=claim, facts=facts)
        except InvalidError as error:
            show_on(form, error)
        else:
            flash(_("The inquiry is kept."), "success")
            return redirect(_of_claim(slug, number))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    values = {"essay": essay, "number": number, "form": form, "theirs": {}}
    return render_template("inquiries/edit.html", new=True, **values), status


@bp.route("/inquiries/<int:inquiry_id>", methods=["GET", "POST"])
def edit(slug: str, inquiry_id: int) -> ResponseReturnValue:
    """Write down what came of it."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.TALK)
    actor = current_person()
    reader = onlooker(db.session, actor)
    inquiry, claim = find_inquiry(db.session, essay, inquiry_id, reader)
    form = InquiryForm() if request.method == "POST" else InquiryForm(obj=inquiry)
    theirs: dict[str, object] = {}
    if form.validate_on_submit():
        try:
            edit_inquiry(
                db.session,
                actor=actor,
                inquiry=inquiry,
                facts=form.facts(),
                revision=form.revision.data or 0,
            )
        except InvalidError as error:
            show_on(form, error)
        except StaleError as error:
            theirs = dict(error.theirs)
            form.revision.process_data(inquiry.revision)
            form.revision.raw_data = None
        else:
            flash(_("The inquiry is kept."), "success")
            return redirect(_of_claim(slug, claim.number))
    values = {"essay": essay, "number": claim.number, "form": form, "theirs": theirs}
    html = render_template(
        "inquiries/edit.html", new=False, stored=facts_of(inquiry), **values
    )
    return html, _status(form, theirs)


def _status(form: InquiryForm, theirs: dict[str, object]) -> HTTPStatus:
    if theirs:
        return HTTPStatus.CONFLICT
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


def _of_claim(slug: str, number: int) -> str:
    return url_for("claims.show", slug=slug, number=number, _anchor="inquiries")
