"""The desk: the essays in hand, how far each is, and what waits for me."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from factcheck.database import db
from factcheck.exports.plots import StripRow, strip
from factcheck.queries.desk import PAGE, EssayRow, count_essays, list_essays
from factcheck.web.security import current_person

bp = Blueprint("desk", __name__)


@bp.get("/")
def show() -> ResponseReturnValue:
    """Show a page of essays, newest first."""
    total = count_essays(db.session)
    pages = max(1, -(-total // PAGE))
    page = min(max(1, request.args.get("page", 1, int)), pages)
    rows = list_essays(db.session, viewer=current_person(), page=page)
    return render_template(
        "desk/show.html",
        rows=rows,
        strips={row.slug: _strip(row) for row in rows},
        total=total,
        page=page,
        pages=pages,
    )


def _strip(row: EssayRow) -> Markup:
    return strip([[StripRow(length, standing) for length, standing in row.strip]])
