"""Creations that may be sent twice: an Idempotency-Key, and the answer kept under it.

The key is reserved, the thing created and its answer kept in one transaction. Killed in
between, none of it happened; sent twice at once, the second waits and gets the answer
of the first; refused, the key is free again.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from flask import Response, current_app, request

from factcheck.actions.tokens import keep_answer, reserve_answer
from factcheck.api.access import person
from factcheck.api.problems import ProblemError
from factcheck.database import db

if TYPE_CHECKING:
    from factcheck.models import KeptAnswer

View = TypeVar("View", bound=Callable[..., Any])
LONGEST_KEY = 200
_KEPT = ("Location", "ETag")

HEADER: dict[str, Any] = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": "A word of your own for this creation. Sent again with the same"
    " key, within a week, it is answered as the first time and nothing is created.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,200}$"},
}


def once(view: View) -> View:
    """Answer a creation that was answered before as it was answered then."""

    @wraps(view)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        key = request.headers.get("Idempotency-Key")
        if key is None:
            return view(*args, **kwargs)
        return _once(key, lambda: view(*args, **kwargs))

    return cast("View", wrapped)


def _once(key: str, create: Callable[[], Response]) -> Response:
    if not 1 <= len(key) <= LONGEST_KEY or not all("!" <= ch <= "~" for ch in key):
        raise ProblemError(
            400, "An Idempotency-Key is 1 to 200 letters, digits or signs of ASCII."
        )
    asked = _fingerprint()
    kept = reserve_answer(db.session, actor=person(), key=key, request_sha256=asked)
    if kept.request_sha256 != asked:
        raise ProblemError(
            422,
            "Another request was sent under this Idempotency-Key. Nothing was created."
            " Take a new key for a new request.",
        )
    if kept.status:
        return _again(kept)
    response = create()
    keep_answer(
        db.session,
        kept,
        status=response.status_code,
        body=response.get_data(as_text=True),
        headers={n: response.headers[n] for n in _KEPT if n in response.headers},
    )
    return response


def _again(kept: "KeptAnswer") -> Response:
    response = current_app.response_class(
        kept.body, kept.status, content_type="application/json"
    )
    response.headers.update(kept.headers)
    response.headers["Idempotent-Replayed"] = "true"
    return response


def _fingerprint() -> str:
    """Tell this request from another."""
    found = hashlib.sha256(f"{request.method} {request.full_path}\0".encode())
    found.update(request.get_data())
    return found.hexdigest()
