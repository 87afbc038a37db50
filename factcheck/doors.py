"""What pages and the JSON door share: statuses of errors, who is asked, settings."""

from collections.abc import Mapping
from typing import cast

from flask import current_app, request

from factcheck.config import Settings
from factcheck.errors import (
    BusyError,
    DatabaseError,
    EndedError,
    FactcheckError,
    ForbiddenError,
    GoneError,
    InvalidError,
    NotFoundError,
    NothingToUndoError,
    StaleError,
    UnreadableError,
    UnwritableError,
)

API = "/api"  # the page about the JSON door; the door itself is all that is below
API_ROOT = f"{API}/v1"
API_DOCUMENT = "factcheck-api"  # the app's extension that returns the OpenAPI document

RETRY_SECONDS = 30  # after which whoever met a busy desk may ask again

_STATUS: Mapping[type[FactcheckError], int] = {
    NotFoundError: 404,
    GoneError: 410,
    EndedError: 410,
    ForbiddenError: 403,
    StaleError: 409,
    NothingToUndoError: 409,
    InvalidError: 422,
    UnreadableError: 422,
    UnwritableError: 422,
    BusyError: 503,
    DatabaseError: 500,
}


def at_api() -> bool:
    """Say whether this request is the JSON door's to answer, also by a refusal."""
    return request.path.startswith(f"{API}/")


def status_of(error: FactcheckError) -> int:
    """Return the status of an answer that refuses."""
    return next((_STATUS[k] for k in type(error).__mro__ if k in _STATUS), 422)


def settings() -> Settings:
    """Return the settings in force."""
    return cast("Settings", current_app.config["FACTCHECK"])
