"""Rulings: the editor's queue, and the page where an editor decides."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.rulings import rule_claim, rule_not_a_claim
from factcheck.database import db
from factcheck.errors import FactcheckError, InvalidError, StaleError
from factcheck.queries.claims import find_claim
from factcheck.queries.essays import find_essay
from factcheck.queries.ruling_page import RulingPage, ruling_page
from factcheck.queries.ruling_queue import ruling_queue
from factcheck.rules.citations import STANCE_LABELS
from factcheck.rules.permissions import Deed
from factcheck.rules.rulings import DISAGREEMENT_LABELS, Disagreement, faults
from factcheck.rules.sorting import Reason
from factcheck.translating import _
from factcheck.web.allowed import require_on_essay
from factcheck.web.essay_nav import essay_nav
from factcheck.web.forms.refusals import show_on
from factcheck.web.forms.rulings import RulingForm
from factcheck.web.security import current_person

if TYPE_CHECKING:
    from factcheck.models import Claim, Essay

bp = Blueprint("rulings", __name__, url_prefix="/essays/<slug>")
bp.add_app_template_global(essay_nav)

_RULED = frozenset(("verdict", "finding", "explanation", "disagreement", "reason"))


@bp.app_template_global("differed_about")
def _differed_about(kind: Disagreement) -> str:
    return _(DISAGREEMENT_LABELS[kind])


@bp.get("/rulings")
def queue(slug: str) -> ResponseReturnValue:
    """Show the claims that wait for an editor."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.RULE)
    return render_template(
        "rulings/queue.html", essay=essay, queue=ruling_queue(db.session, essay)
    )


@bp.route("/claims/<int:number>/ruling", methods=["GET", "POST"])
def show(slug: str, number: int) -> ResponseReturnValue:
    """Show everything side by side, and take the editor's decision."""
    essay = find_essay(db.session, slug)
    require_on_essay(essay, Deed.RULE)
    claim = find_claim(db.session, essay, number)
    form = RulingForm()
    form.offer({v.key: v.label for v in essay.scale.verdicts}, differ=True)
    if form.validate_on_submit() and "take" not in request.form:
        try:
            said = _decide(essay, claim, form)
        except (InvalidError, StaleError) as error:
            db.session.rollback()
            return _refuse(slug, number, form, error)
        flash(said, "success")
        return redirect(url_for(".queue", slug=slug))
    page = ruling_page(db.session, essay, claim)
    if request.method == "GET":
        _begin(form, page)
    else:
        form.take_words(page, request.form.get("take", ""))
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return _answer(essay, page, form, status)


def _decide(essay: "Essay", claim: "Claim", form: RulingForm) -> str:
    """Rule, and say what was ruled."""
    actor, number = current_person(), claim.number
    if request.form.get("do") == "not_a_claim":
        chosen, why = form.not_because.data or "", form.why.data or ""
        if chosen not in set(Reason):
            raise InvalidError("not_because", _("Say what it is instead of a claim."))
        rule_not_a_claim(
            db.session, actor=actor, claim=claim, reason=Reason(chosen), why=why
        )
        return _(
            "Claim %(number)s is ruled not a claim. Its reviews are kept.",
            number=number,
        )
    facts = form.facts()
    if not facts.disagreement and ruling_page(db.session, essay, claim).differ:
        raise InvalidError("disagreement", _("Say what the reviewers differed about."))
    rule_claim(
        db.session,
        actor=actor,
        claim=claim,
        facts=facts,
        seen_ruling_id=form.seen_ruling,
        seen_reviews=form.seen_reviews,
    )
    label = essay.scale.definition.verdict(facts.verdict)
    return _(
        "Claim %(number)s is ruled: %(verdict)s.",
        number=number,
        verdict=label.label if label else facts.verdict,
    )


def _refuse(
    slug: str, number: int, form: RulingForm, error: FactcheckError
) -> ResponseReturnValue:
    """Show the page as it is now with everything that was typed."""
    essay = find_essay(db.session, slug)
    page = ruling_page(db.session, essay, find_claim(db.session, essay, number))
    if isinstance(error, InvalidError):
        for fault in _faults(form, essay, error):
            show_on(form, fault)
        return _answer(essay, page, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    form.remember(page)
    return _answer(essay, page, form, HTTPStatus.CONFLICT, stale=error.message)


def _faults(
    form: RulingForm, essay: "Essay", error: InvalidError
) -> list[InvalidError]:
    """Return what was refused, and whatever else would be after it."""
    if request.form.get("do") == "not_a_claim" or error.field not in _RULED:
        return [error]
    others = faults(form.facts(), essay.scale.definition)
    return [error, *(fault for fault in others if fault.field != error.field)]


def _begin(form: RulingForm, page: RulingPage) -> None:
    """Start from the ruling in force, else from what the reviews agree on."""
    form.remember(page)
    if page.in_force:
        form.take(page.in_force)
    elif page.verdict:
        form.take_words(page, str(page.reviews[0].id))


def _answer(
    essay: "Essay",
    page: RulingPage,
    form: RulingForm,
    status: HTTPStatus,
    *,
    stale: str = "",
) -> ResponseReturnValue:
    form.offer({v.key: v.label for v in essay.scale.verdicts}, differ=page.differ)
    html = render_template(
        "rulings/show.html",
        essay=essay,
        page=page,
        form=form,
        stale=stale,
        stances=STANCE_LABELS,
    )
    return html, status
