"""People of one essay: who has a role there above theirs at the desk."""

from http import HTTPStatus

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]

from factcheck.actions.essay_roles import give_essay_role, take_essay_role
from factcheck.database import db
from factcheck.errors import InvalidError
from factcheck.queries.essay_roles import essay_roles
from factcheck.queries.essays import find_essay
from factcheck.queries.people import list_people, person_by_id
from factcheck.rules.permissions import Deed, Role
from factcheck.translating import _
from factcheck.web.allowed import require_on_essay
from factcheck.web.forms.people import EssayRoleForm
from factcheck.web.forms.refusals import show_on
from factcheck.web.security import current_person

bp = Blueprint("essay_roles", __name__)


@bp.route("/essays/<slug>/people", methods=["GET", "POST"])
def index(slug: str) -> ResponseReturnValue:
    """List who has a role on this essay, and give somebody one."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.INVITE)
    form = EssayRoleForm()
    form.person.choices = [
        SelectChoice(person.id, f"{person.name} ({person.email})")
        for person in list_people(db.session)
        if person.active
    ]
    if form.validate_on_submit():
        try:
            return _give(slug, form)
        except InvalidError as error:
            show_on(form, error)
    page = render_template(
        "people/essay.html",
        essay=essay,
        form=form,
        roles=essay_roles(db.session, essay),
    )
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


@bp.post("/essays/<slug>/people/<int:person_id>/take")
def take(slug: str, person_id: int) -> ResponseReturnValue:
    """Take somebody's role on this essay away."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.INVITE)
    person = person_by_id(db.session, person_id)
    take_essay_role(db.session, actor=current_person(), essay=essay, person=person)
    flash(_("%(name)s has only the desk’s role here now.", name=person.name), "success")  # noqa: RUF001
    return redirect(url_for(".index", slug=slug))


def _give(slug: str, form: EssayRoleForm) -> ResponseReturnValue:
    person = person_by_id(db.session, form.person.data)
    role = Role(form.role.data)
    give_essay_role(
        db.session,
        actor=current_person(),
        essay=find_essay(db.session, slug),
        person=person,
        role=role,
    )
    flash(
        _("%(name)s is %(role)s of this essay now.", name=person.name, role=role),
        "success",
    )
    return redirect(url_for(".index", slug=slug))
