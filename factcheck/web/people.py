"""People: who works at this desk, and one's own profile."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import auth_required, hash_password
from flask_security.recoverable import (
    generate_reset_password_token,
    send_reset_password_instructions,
)

from factcheck.actions.people import add_person, edit_profile, set_active, set_role
from factcheck.database import db
from factcheck.doors import settings
from factcheck.errors import InvalidError
from factcheck.queries.people import list_people, person_by_id
from factcheck.queries.settings import two_factor_required
from factcheck.rules.people import check_password
from factcheck.rules.permissions import Deed, Role
from factcheck.translating import N_, _
from factcheck.web.forms.people import AddForm, ProfileForm, RoleForm
from factcheck.web.forms.refusals import show_on
from factcheck.web.frame import absolute_url
from factcheck.web.security import FRESH, current_person, require_deed

if TYPE_CHECKING:
    from factcheck.models import User

_NOW = {
    Role.REVIEWER: N_("%(name)s is a reviewer now."),
    Role.EDITOR: N_("%(name)s is an editor now."),
    Role.ADMIN: N_("%(name)s is an admin now."),
}

bp = Blueprint("people", __name__)

# Whoever decides who may work here has typed their password a short while ago.
fresh = auth_required("session", within=lambda: FRESH)


@bp.route("/people", methods=["GET", "POST"])
@fresh
def index() -> ResponseReturnValue:
    """List everybody, and add somebody."""
    require_deed(Deed.MANAGE_PEOPLE)
    form = AddForm()
    if form.validate_on_submit():
        try:
            return _add(form)
        except InvalidError as error:
            show_on(form, error)
    page = render_template(
        "people/index.html",
        form=form,
        people=list_people(db.session),
        roles=RoleForm(),
        two_factor=two_factor_required(db.session),
    )
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


@bp.post("/people/<int:person_id>/role")
@fresh
def change_role(person_id: int) -> ResponseReturnValue:
    """Give somebody another role."""
    require_deed(Deed.MANAGE_PEOPLE)
    form = RoleForm()
    if not form.validate():
        raise InvalidError("role", _("Choose reviewer, editor or admin."))
    person = person_by_id(db.session, person_id)
    role = Role(form.role.data)
    set_role(db.session, actor=current_person(), person=person, role=role)
    flash(
        _(_NOW[role], name=person.name),
        "success",
    )
    return redirect(url_for(".index"))


@bp.post("/people/<int:person_id>/active")
@fresh
def change_active(person_id: int) -> ResponseReturnValue:
    """Shut somebody out at once, or let them in again."""
    require_deed(Deed.MANAGE_PEOPLE)
    active = request.form.get("active") == "yes"
    person = person_by_id(db.session, person_id)
    me = current_person()
    if person.id == me.id and not active:
        raise InvalidError(
            "active", _("You cannot disable yourself. Another admin of the desk can.")
        )
    set_active(db.session, actor=me, person=person, active=active)
    flash(
        _("%(name)s can sign in again. What they did is kept.", name=person.name)
        if active
        else _(
            "%(name)s is signed out and cannot sign in. What they did is kept.",
            name=person.name,
        ),
        "success",
    )
    return redirect(url_for(".index"))


@bp.post("/people/<int:person_id>/password")
@fresh
def send_link(person_id: int) -> ResponseReturnValue:
    """Make a link by which somebody chooses a password."""
    require_deed(Deed.MANAGE_PEOPLE)
    person = person_by_id(db.session, person_id)
    if not person.active:
        raise InvalidError(
            "active", _("%(name)s is disabled; enable them first.", name=person.name)
        )
    _invite(person)
    return redirect(url_for(".index"))


@bp.route("/profile", methods=["GET", "POST"])
def profile() -> ResponseReturnValue:
    """Change what one says of oneself, and how the desk behaves."""
    me = current_person()
    form = ProfileForm(obj=me)
    if form.validate_on_submit():
        try:
            edit_profile(db.session, actor=me, profile=form.profile())
        except InvalidError as error:
            show_on(form, error)
        else:
            flash(_("Your profile is kept."), "success")
            return redirect(url_for(".profile"))
    page = render_template("people/profile.html", form=form, email=me.email)
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


def _add(form: AddForm) -> ResponseReturnValue:
    password = form.password.data or ""
    hashed = hash_password(check_password(password)) if password else None
    person = add_person(
        db.session,
        actor=current_person(),
        email=form.email.data or "",
        name=form.name.data or "",
        role=Role(form.role.data),
        password_hash=hashed,
    )
    flash(_("%(name)s is at the desk now.", name=person.name), "success")
    if not password:
        _invite(person)
    return redirect(url_for(".index"))


def _invite(person: "User") -> None:
    """Send a link to choose a password; without a mail server, show it to the admin."""
    if settings().mail_server:
        send_reset_password_instructions(person)  # type: ignore[no-untyped-call]
        flash(
            _(
                "A link to choose a password is on its way to %(email)s.",
                email=person.email,
            ),
            "info",
        )
        return
    token = generate_reset_password_token(person)  # type: ignore[no-untyped-call]
    link = absolute_url("security.reset_password", token=token)
    flash(
        _(
            "Give %(name)s this link to choose a password. It works once, for a"
            " day: %(link)s",
            name=person.name,
            link=link,
        ),
        "info",
    )
