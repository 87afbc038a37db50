"""Whether the desk is up: for whoever watches the server."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from factcheck.database import db
from factcheck.queries.people import count_active

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def show() -> ResponseReturnValue:
    """Answer once the database has answered."""
    count_active(db.session, "admin")
    return {"status": "ok"}
