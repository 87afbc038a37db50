"""Assignments: who is to review which claim; taking the next one."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.assignments import (
    assign_claims,
    assign_evenly,
    give_back,
    set_reviewing,
    take_next,
)
from factcheck.database import db
from factcheck.errors import InvalidError, NotFoundError
from factcheck.queries.assignments import claims_held, reviewers_of
from factcheck.queries.claims import find_claim
from factcheck.queries.essays import current_version, find_essay
from factcheck.rules.permissions import Deed
from factcheck.translating import _, ngettext
from factcheck.web.allowed import require_on_essay
from factcheck.web.forms.assignments import AssignForm, ReviewingForm
from factcheck.web.forms.choices import choices
from factcheck.web.forms.refusals import show_on
from factcheck.web.security import current_person

if TYPE_CHECKING:
    from factcheck.models import Essay

bp = Blueprint("assignments", __name__, url_prefix="/essays/<slug>")


@bp.get("/assignments")
def index(slug: str) -> ResponseReturnValue:
    """Show who has which claim."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.ASSIGN)
    return _page(essay, ReviewingForm(obj=essay))


@bp.post("/assignments")
def assign(slug: str) -> ResponseReturnValue:
    """Assign the ticked claims to a person, or spread all that wait evenly."""
    essay = find_essay(db.session, slug)
    actor = current_person()
    evenly = request.form.get("do") == "evenly"
    try:
        if evenly:
            people = request.form.getlist("people", type=int)
            added = assign_evenly(db.session, actor=actor, essay=essay, people=people)
        else:
            added = assign_claims(
                db.session,
                actor=actor,
                essay=essay,
                numbers=request.form.getlist("claims", type=int),
                person_id=request.form.get("person", 0, type=int),
            )
    except InvalidError as error:
        flash(error.message, "error")
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _page(essay, ReviewingForm(formdata=None, obj=essay), status)
    flash(_said(added, evenly=evenly), "success")
    return redirect(url_for(".index", slug=slug))


@bp.post("/reviewing")
def reviewing(slug: str) -> ResponseReturnValue:
    """Change how the essay is reviewed."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.ASSIGN)
    form = ReviewingForm()
    if form.validate_on_submit():
        try:
            set_reviewing(
                db.session,
                actor=current_person(),
                essay=essay,
                take_minutes=form.take_minutes.data or 0,
                hide_names=form.hide_names.data,
                reveal_at=form.reveal,
            )
        except InvalidError as error:
            show_on(form, error)
        else:
            flash(_("How this essay is reviewed is kept."), "success")
            return redirect(url_for(".index", slug=slug))
    return _page(essay, form, HTTPStatus.UNPROCESSABLE_ENTITY)


@bp.post("/take")
def take(slug: str) -> ResponseReturnValue:
    """Take the next claim that waits for whoever asks, and open it."""
    essay = find_essay(db.session, slug)
    try:
        claim = take_next(db.session, actor=current_person(), essay=essay)
    except NotFoundError as error:
        flash(error.message, "info")
        return redirect(url_for("desk.show"))
    place = url_for("workbench.show", slug=slug, c=claim.number)
    return redirect(place, HTTPStatus.SEE_OTHER)


@bp.post("/claims/<int:number>/give-back")
def release(slug: str, number: int) -> ResponseReturnValue:
    """End somebody's hold on a claim."""
    essay = find_essay(db.session, slug)
    actor = current_person()
    give_back(
        db.session,
        actor=actor,
        claim=find_claim(db.session, essay, number),
        essay=essay,
        person_id=request.form.get("person", actor.id, type=int),
    )
    flash(_("Claim %(number)s is free again.", number=number), "success")
    return redirect(url_for(".index", slug=slug))


def _page(
    essay: "Essay", form: ReviewingForm, status: HTTPStatus = HTTPStatus.OK
) -> ResponseReturnValue:
    people = reviewers_of(db.session, essay)
    chooser = AssignForm()
    chooser.person.choices = choices({str(p.id): p.name for p in people})
    version = current_version(db.session, essay)
    page = render_template(
        "assignments/index.html",
        essay=essay,
        claims=claims_held(db.session, essay, version.id),
        people=people,
        chooser=chooser,
        ticked=request.form.getlist("claims", type=int),
        chosen=request.form.getlist("people", type=int),
        form=form,
    )
    return page, status


def _said(added: int, *, evenly: bool) -> str:
    """Say what came of it; one claim may have been given to several people."""
    if not added:
        return _("Nothing changed: everybody had these claims already.")
    if evenly:
        return ngettext(
            "%(num)s review asked for, spread evenly.",
            "%(num)s reviews asked for, spread evenly.",
            added,
        )
    return ngettext("%(num)s claim assigned.", "%(num)s claims assigned.", added)
