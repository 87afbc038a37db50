"""Errors that readers tell the desk about, and the editors' list of them."""

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from factcheck.actions.reports import report_error, take_up_report
from factcheck.database import db
from factcheck.errors import InvalidError
from factcheck.frozen import frozen_essay
from factcheck.queries.editions import latest_edition
from factcheck.queries.reports import count_reports, list_reports
from factcheck.rules.permissions import Deed
from factcheck.rules.reports import ReportState
from factcheck.translating import _
from factcheck.web.forms.refusals import show_on
from factcheck.web.forms.reports import ReportForm
from factcheck.web.security import current_person, require_deed

bp = Blueprint("reports", __name__)

MOST_SHOWN = 200


@bp.get("/e/<slug>/report")
def new(slug: str) -> ResponseReturnValue:
    """Ask a reader what is wrong; ?claim= names the check."""
    form = ReportForm(formdata=None, data={"claim": request.args.get("claim", "")})
    return _page(slug, form)


@bp.post("/e/<slug>/report")
def send(slug: str) -> ResponseReturnValue:
    """Keep what a reader wrote, for editors."""
    form = ReportForm()
    if form.validate_on_submit():
        try:
            report_error(db.session, slug=slug, facts=form.facts())
        except InvalidError as error:
            show_on(form, error)
        else:
            return redirect(url_for(".thanks", slug=slug), HTTPStatus.SEE_OTHER)
    return _page(slug, form), HTTPStatus.UNPROCESSABLE_ENTITY


@bp.get("/e/<slug>/report/thanks")
def thanks(slug: str) -> ResponseReturnValue:
    """Say that the report arrived, and what happens with it."""
    return render_template("reports/thanks.html", slug=slug, title=_title(slug))


@bp.get("/reports")
def index() -> ResponseReturnValue:
    """Show editors what readers reported; ?state= chooses which."""
    require_deed(Deed.PUBLISH)
    wanted = request.args.get("state", ReportState.NEW.value)
    state = ReportState(wanted) if wanted in set(ReportState) else ReportState.NEW
    return render_template(
        "reports/index.html",
        reports=list_reports(db.session, state, MOST_SHOWN),
        counts=count_reports(db.session),
        state=state,
        most=MOST_SHOWN,
        states=list(ReportState),
    )


@bp.post("/reports/<int:report_id>")
def take_up(report_id: int) -> ResponseReturnValue:
    """Put a report in another state."""
    require_deed(Deed.PUBLISH)
    wanted = request.form.get("state", "")
    if wanted not in set(ReportState):
        raise InvalidError("state", _("A report is new, read or answered."))
    before = request.form.get("from", ReportState.NEW.value)
    take_up_report(
        db.session,
        actor=current_person(),
        report_id=report_id,
        state=ReportState(wanted),
    )
    return redirect(url_for(".index", state=before), HTTPStatus.SEE_OTHER)


def _page(slug: str, form: ReportForm) -> str:
    return render_template("reports/new.html", form=form, slug=slug, title=_title(slug))


def _title(slug: str) -> str:
    """Return the published title; refuse where nothing is up."""
    return frozen_essay(latest_edition(db.session, slug)).facts.title
