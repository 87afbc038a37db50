"""Invitations: made and withdrawn by admins and editors, accepted by a link."""

from collections.abc import Sequence
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
from flask_security import auth_required, hash_password, login_user, logout_user

from factcheck.actions.invitations import (
    InvitationLink,
    accept_invitation,
    invite,
    withdraw_invitation,
)
from factcheck.database import db
from factcheck.doors import settings
from factcheck.errors import (
    EndedError,
    FactcheckError,
    ForbiddenError,
    InvalidError,
    NotFoundError,
    UnreadableError,
)
from factcheck.queries.essays import find_essay
from factcheck.queries.invitations import (
    essay_titles,
    find_invitation,
    invitation_by_id,
    open_invitations,
)
from factcheck.rules.people import check_name, check_password
from factcheck.rules.permissions import ROLE_NAMES, Deed, Role
from factcheck.translating import _, speaking
from factcheck.web.forms.choices import choices
from factcheck.web.forms.invitations import InviteForm, JoinForm
from factcheck.web.forms.refusals import show_on
from factcheck.web.frame import absolute_url
from factcheck.web.mail import Letter, send_letters
from factcheck.web.security import FRESH, current_person, may, require_deed

bp = Blueprint("invitations", __name__)

fresh = auth_required("session", within=lambda: FRESH)


@bp.route("/invitations", methods=["GET", "POST"])
@fresh
def index() -> ResponseReturnValue:
    """List what is open, invite, and show the new links this once."""
    require_deed(Deed.INVITE)
    form = _form()
    made: list[InvitationLink] = []
    if form.validate_on_submit():
        try:
            made = _invite(form)
        except UnreadableError as error:
            show_on(form, InvalidError("file", error.message))
        except InvalidError as error:
            show_on(form, error)
        except ForbiddenError as error:
            show_on(form, InvalidError("role", error.message))
    page = render_template(
        "invitations/index.html",
        form=_form(empty=True) if made else form,
        links=[(m.invitation, join_address(m.secret)) for m in made],
        mailed=bool(settings().mail_server),
        invitations=open_invitations(db.session),
    )
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


@bp.post("/invitations/<int:invitation_id>/withdraw")
@fresh
def withdraw(invitation_id: int) -> ResponseReturnValue:
    """Let an invitation work no more."""
    require_deed(Deed.INVITE)
    invitation = invitation_by_id(db.session, invitation_id)
    withdraw_invitation(db.session, actor=current_person(), invitation=invitation)
    flash(
        _("The invitation of %(email)s works no more.", email=invitation.email),
        "success",
    )
    return redirect(url_for(".index"))


@bp.route("/join/<secret>", methods=["GET", "POST"])
def join(secret: str) -> ResponseReturnValue:
    """Let whoever was invited choose a name and a password, and come in."""
    try:
        invitation = find_invitation(db.session, secret)
        form = JoinForm(data={"name": invitation.name})
        if form.validate_on_submit():
            try:
                return _accept(secret, form)
            except InvalidError as error:
                db.session.rollback()
                show_on(form, error)
                invitation = find_invitation(db.session, secret)
    except (EndedError, NotFoundError) as error:
        db.session.rollback()
        return _ended(error)
    page = render_template(
        "invitations/join.html", form=form, invitation=invitation, secret=secret
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return _private(page, status)


def join_address(secret: str) -> str:
    """Return the address by which an invitation is accepted."""
    return absolute_url("invitations.join", secret=secret)


def _form(*, empty: bool = False) -> InviteForm:
    """Return the form, with the roles this person may give and the essays."""
    form = InviteForm(formdata=None) if empty else InviteForm()
    named = {
        row.slug: _("Only: %(title)s", title=row.title)
        for row in essay_titles(db.session)
    }
    form.essay.choices = choices({"": _("The desk: every essay")} | named)
    if not may(Deed.MANAGE_PEOPLE):
        form.role.choices = choices({Role.REVIEWER.value: _(ROLE_NAMES[Role.REVIEWER])})
    return form


def _invite(form: InviteForm) -> list[InvitationLink]:
    invitees, field = form.invitees()
    slug = form.essay.data
    made = invite(
        db.session,
        actor=current_person(),
        invitees=invitees,
        role=Role(form.role.data),
        days=form.days.data or 0,
        essay=find_essay(db.session, slug) if slug else None,
        field=field,
    )
    if settings().mail_server:
        send_letters(letters(made, current_person().name))
    return made


def letters(made: Sequence[InvitationLink], by: str) -> list[Letter]:
    """Return a letter for each invitation, with its link."""
    with speaking(settings().language):
        subject = _("You are invited to %(desk)s", desk=settings().desk_name)
        return [
            Letter(
                m.invitation.email,
                subject,
                render_template(
                    "invitations/mail.txt",
                    invitation=m.invitation,
                    link=join_address(m.secret),
                    by=by,
                ),
            )
            for m in made
        ]


def _accept(secret: str, form: JoinForm) -> ResponseReturnValue:
    # What can be refused without hashing is refused first.
    name = check_name(form.name.data or "")
    password = check_password(form.password.data or "")
    person = accept_invitation(
        db.session, secret=secret, name=name, password_hash=hash_password(password)
    )
    logout_user()
    login_user(person, authn_via=["invitation"])
    flash(
        _(
            "Welcome, %(name)s. You sign in as %(email)s.",
            name=person.name,
            email=person.email,
        ),
        "success",
    )
    return redirect(url_for("desk.show"), 303)


def _ended(error: FactcheckError) -> Response:
    gone = isinstance(error, EndedError)
    page = render_template("invitations/ended.html", error=error, gone=gone)
    return _private(page, HTTPStatus.GONE if gone else HTTPStatus.NOT_FOUND)


def _private(page: str, status: HTTPStatus) -> Response:
    """Return a page whose address is a secret: nobody keeps or indexes it."""
    response = make_response(page, status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Cache-Control"] = "private, no-store"
    return response
