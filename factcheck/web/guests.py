"""An author's link: made and withdrawn by editors, answered without an account."""

from http import HTTPStatus

from flask import (
    Blueprint,
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    url_for,
)
from flask.typing import ResponseReturnValue

from factcheck.actions.guests import invite_guest, withdraw_guest
from factcheck.actions.rewordings import answer_rewording
from factcheck.database import db
from factcheck.errors import FactcheckError, InvalidError, StaleError
from factcheck.queries.essays import find_essay
from factcheck.queries.guests import find_guest, guest_by_id, guest_page
from factcheck.queries.rewordings import find_rewording
from factcheck.rules.permissions import Deed
from factcheck.translating import _
from factcheck.web.allowed import require_on_essay
from factcheck.web.forms.refusals import show_on
from factcheck.web.forms.talk import AnswerForm, GuestForm
from factcheck.web.frame import absolute_url
from factcheck.web.rewordings import rewordings_page
from factcheck.web.security import current_person

bp = Blueprint("guests", __name__)


@bp.post("/essays/<slug>/guests")
def invite(slug: str) -> ResponseReturnValue:
    """Make a link, and show it this once."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.INVITE_AUTHOR)
    form = GuestForm()
    try:
        made = invite_guest(
            db.session,
            actor=current_person(),
            essay=essay,
            name=form.name.data or "",
            days=form.days.data or 0,
        )
    except InvalidError as error:
        show_on(form, error)
        return rewordings_page(essay, form), HTTPStatus.UNPROCESSABLE_ENTITY
    link = absolute_url(".show", secret=made.secret)
    return rewordings_page(essay, GuestForm(formdata=None), link)


@bp.post("/essays/<slug>/guests/<int:guest_id>/withdraw")
def withdraw(slug: str, guest_id: int) -> ResponseReturnValue:
    """Let a link work no more."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.INVITE_AUTHOR)
    guest = guest_by_id(db.session, essay, guest_id)
    withdraw_guest(db.session, actor=current_person(), guest=guest)
    flash(_("The link for %(name)s works no more.", name=guest.name), "success")
    return redirect(url_for("rewordings.index", slug=slug))


@bp.get("/g/<secret>")
def show(secret: str) -> ResponseReturnValue:
    """Show an author their text and what is proposed about it."""
    return _page(secret)


@bp.post("/g/<secret>/rewordings/<int:rewording_id>")
def answer(secret: str, rewording_id: int) -> ResponseReturnValue:
    """Keep what the author says to a proposal."""
    guest, essay = find_guest(db.session, secret)
    rewording, _claim = find_rewording(db.session, essay, rewording_id)
    form = AnswerForm()
    try:
        answer_rewording(
            db.session,
            guest=guest,
            rewording=rewording,
            status=form.status.data or "",
            answer=form.answer.data or "",
            revision=form.revision.data or 0,
        )
    except (InvalidError, StaleError) as error:
        db.session.rollback()
        return _page(secret, rewording_id, form, error)
    flash(_("Thank you. The desk has your answer."), "success")
    return redirect(url_for(".show", secret=secret, _anchor=f"r{rewording_id}"), 303)


def _page(
    secret: str,
    answered: int = 0,
    typed: AnswerForm | None = None,
    error: FactcheckError | None = None,
) -> Response:
    """Draw the page; after a refusal with what was typed."""
    guest, essay = find_guest(db.session, secret)
    page = guest_page(db.session, essay)
    forms = {
        p.id: AnswerForm(
            formdata=None,
            prefix="",
            status="" if p.status == "proposed" else p.status,
            answer=p.answer,
            revision=p.revision,
        )
        for p in page.proposals
    }
    stale = ""
    if typed is not None and answered in forms:
        typed.revision.process_data(forms[answered].revision.data)
        typed.revision.raw_data = None
        forms[answered] = typed
        if isinstance(error, InvalidError):
            show_on(typed, error)
    if isinstance(error, StaleError):
        stale = error.message
    html = render_template(
        "guests/show.html",
        guest=guest,
        secret=secret,
        page=page,
        forms=forms,
        stale=stale,
        answered=answered,
    )
    response = make_response(html, _status(error))
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _status(error: FactcheckError | None) -> HTTPStatus:
    if error is None:
        return HTTPStatus.OK
    stale = isinstance(error, StaleError)
    return HTTPStatus.CONFLICT if stale else HTTPStatus.UNPROCESSABLE_ENTITY
