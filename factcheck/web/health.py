"""What asks for itself: whoever watches the server, and browsers for an icon."""

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue

from factcheck.database import db
from factcheck.queries.people import count_active

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def show() -> ResponseReturnValue:
    """Answer once the database has answered."""
    count_active(db.session, "admin")
    return {"status": "ok"}


@bp.get("/favicon.ico")
def icon() -> ResponseReturnValue:
    """Give the icon at the address where browsers look unasked."""
    return current_app.send_static_file("favicon.svg")
