"""Other words proposed to an author, and the links by which authors answer."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.rewordings import (
    propose_rewording,
    withdraw_rewording,
    words_to_replace,
)
from factcheck.database import db
from factcheck.errors import InvalidError
from factcheck.queries.claims import find_claim
from factcheck.queries.essays import find_essay
from factcheck.queries.guests import guests_of
from factcheck.queries.onlookers import onlooker
from factcheck.queries.rewordings import find_rewording, rewordings_of
from factcheck.rules.permissions import Deed
from factcheck.rules.rewordings import STATUS_LABELS
from factcheck.translating import _
from factcheck.web.allowed import may_on, require_on_essay
from factcheck.web.forms.refusals import show_on
from factcheck.web.forms.talk import GuestForm, RewordingForm
from factcheck.web.security import current_person

if TYPE_CHECKING:
    from factcheck.models import Essay

bp = Blueprint("rewordings", __name__, url_prefix="/essays/<slug>")


@bp.app_template_global("rewording_status")
def _status_said(status: str) -> str:
    return _(STATUS_LABELS[status])


@bp.get("/rewordings")
def index(slug: str) -> ResponseReturnValue:
    """List what was proposed to the author; to editors also the author's links."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.TALK)
    return rewordings_page(essay, GuestForm())


def rewordings_page(essay: "Essay", form: GuestForm, link: str = "") -> str:
    """Draw the list.

    Args:
        essay: whose proposals.
        form: to make a link for an author.
        link: one just made, which is shown this once.
    """
    invites = may_on(essay, Deed.INVITE_AUTHOR)
    reader = onlooker(db.session, current_person())
    return render_template(
        "rewordings/index.html",
        essay=essay,
        rewordings=rewordings_of(db.session, essay, reader),
        invites=invites,
        guests=guests_of(db.session, essay) if invites else (),
        form=form,
        link=link,
    )


@bp.route("/claims/<int:number>/rewordings/new", methods=["GET", "POST"])
def new(slug: str, number: int) -> ResponseReturnValue:
    """Propose other words for the author's sentence."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.TALK)
    claim = find_claim(db.session, essay, number)
    original = words_to_replace(db.session, claim, whole=True)
    form = RewordingForm(proposed=original)
    if form.validate_on_submit():
        try:
            propose_rewording(
                db.session,
                actor=current_person(),
                claim=claim,
                proposed=form.proposed.data or "",
                reason=form.reason.data or "",
                whole=form.part.data != "claim",
            )
        except InvalidError as error:
            show_on(form, error)
        else:
            flash(
                _("The proposal is kept. The author sees it by their link."), "success"
            )
            return redirect(_of_claim(slug, number))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    quote = words_to_replace(db.session, claim, whole=False)
    html = render_template(
        "rewordings/new.html",
        essay=essay,
        number=number,
        form=form,
        original=original,
        quote=quote,
    )
    return html, status


@bp.post("/rewordings/<int:rewording_id>/withdraw")
def withdraw(slug: str, rewording_id: int) -> ResponseReturnValue:
    """Take a proposal back."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.TALK)
    rewording, claim = find_rewording(db.session, essay, rewording_id)
    withdraw_rewording(db.session, actor=current_person(), rewording=rewording)
    flash(_("The proposal is taken back."), "success")
    return redirect(_of_claim(slug, claim.number))


def _of_claim(slug: str, number: int) -> str:
    return url_for("claims.show", slug=slug, number=number, _anchor="rewordings")
