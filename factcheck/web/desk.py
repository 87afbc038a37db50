"""The desk: the essays in hand, how far each is, and what waits for me."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from factcheck.database import db
from factcheck.dates import short_day
from factcheck.exports.charts import steps, waiting
from factcheck.exports.plots import StripRow, stacked, strip
from factcheck.queries.desk import PAGE, EssayRow, count_essays, list_essays
from factcheck.queries.fetches import lost_pages
from factcheck.queries.progress import Progress, Waiting, progress_of
from factcheck.rules.permissions import Deed, may
from factcheck.rules.scales import Standing
from factcheck.translating import _, pgettext
from factcheck.web.security import current_person

bp = Blueprint("desk", __name__)

TITLE = 24
MOST_LOST = 10


@bp.get("/")
def show() -> ResponseReturnValue:
    """Show a page of essays, newest first."""
    total = count_essays(db.session)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, request.args.get("page", 1, int)), pages)
    person = current_person()
    rows = list_essays(db.session, viewer=person, page=page)
    progress = progress_of(db.session, person)
    mine = None if may(person.role, Deed.RULE) else person.id
    return render_template(
        "desk/show.html",
        rows=rows,
        progress=progress,
        lost=lost_pages(db.session, reviewer_id=mine, limit=MOST_LOST),
        charts=_charts(progress),
        standing_names=_standing_names(),
        strips={row.slug: _strip(row) for row in rows},
        total=total,
        page=page,
        pages=pages,
    )


def _standing_names() -> dict[Standing, str]:
    return {
        Standing.HOLDS: _("Holds"),
        Standing.PARTLY: _("Holds in part"),
        Standing.CONTEXT: _("Lacks context"),
        Standing.REFUTED: _("Does not hold"),
        Standing.UNVERIFIED: _("Undecided"),
        Standing.OPEN: pgettext("not settled yet", "Open"),
    }


def _strip(row: EssayRow) -> Markup:
    return strip([[StripRow(length, standing) for length, standing in row.strip]])


def _charts(progress: Progress) -> dict[str, Markup]:
    days = [short_day(day) for day in progress.days]
    longest = [(_short(row), row.days) for row in progress.waiting]
    return {
        "verdicts": stacked(progress.standings, width=1000, height=28),
        "steps": steps(days, progress.marked, progress.checked),
        "waiting": waiting(longest) if longest else Markup(),
    }


def _short(row: Waiting) -> str:
    title = row.title if len(row.title) <= TITLE else f"{row.title[: TITLE - 1]}…"
    return _("%(title)s, claim %(number)s", title=title, number=row.number)
