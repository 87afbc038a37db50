"""Refusals, all in one shape: RFC 9457's problem details.

`type` is an address of the page about the JSON door that says what to do; `detail` is
for people and says what happened and what was kept; `field` or `errors` name what to
correct; `current` is what is stored now, where somebody else was first.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from flask import Flask, Response, current_app, request
from flask_limiter import RateLimitExceeded
from marshmallow import fields
from werkzeug.exceptions import HTTPException

from factcheck.api.fields import Schema, said
from factcheck.doors import API, at_api, status_of
from factcheck.errors import FactcheckError, StaleError

MEDIA_TYPE = "application/problem+json"


class ProblemSchema(Schema):
    """Why a request was refused."""

    type = fields.String(required=True, metadata=said("What kind of problem it is."))
    title = fields.String(required=True, metadata=said("The same in a few words."))
    status = fields.Integer(required=True, metadata=said("The status of the answer."))
    detail = fields.String(
        required=True, metadata=said("What happened, what was kept, what to do next.")
    )
    field = fields.String(metadata=said("The field to correct."))
    errors = fields.Dict(
        keys=fields.String(), metadata=said("What is wrong with each field, by name.")
    )
    current = fields.Dict(
        keys=fields.String(), metadata=said("What is stored now, where it changed.")
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of problem: its name in addresses, its title, and what to do."""

    name: str
    title: str
    detail: str


PROBLEMS: Mapping[int, Problem] = {
    400: Problem(
        "malformed",
        "This could not be read",
        "The request is not of the shape that the document describes. Nothing was"
        " changed.",
    ),
    401: Problem(
        "token",
        "A token is needed",
        "Send a token of yours in the header Authorization, after “Bearer”. Nothing was"
        " changed.",
    ),
    403: Problem(
        "forbidden",
        "Not allowed",
        "Your role at this desk, or the scopes of this token, do not allow it. Nothing"
        " was changed.",
    ),
    404: Problem("missing", "There is nothing here", "Nothing has this address."),
    405: Problem(
        "method",
        "This address does something else",
        "The methods it knows are in the header Allow. Nothing was changed.",
    ),
    409: Problem(
        "conflict",
        "Somebody was here first",
        "This changed meanwhile. Nothing of theirs was overwritten. Read it again and"
        " repeat what you did.",
    ),
    410: Problem("gone", "Taken down", "What was here was taken down by the desk."),
    412: Problem(
        "stale",
        "This changed since you read it",
        "Nothing was changed, and what is stored now is in “current”. Put yours"
        " together with it, and send it with the ETag of this answer.",
    ),
    413: Problem(
        "large",
        "This is too large",
        "It is larger than this desk takes. Nothing was stored. Import a text in parts;"
        " a large archive comes in by the command factcheck essays import, where the"
        " desk runs. Or ask whoever runs the desk to raise the limit.",
    ),
    415: Problem(
        "media-type",
        "This is not of a kind that is read here",
        "Send what the document says, and name its kind in Content-Type. Nothing was"
        " changed.",
    ),
    422: Problem(
        "invalid", "This cannot be kept", "Something in it needs to be corrected."
    ),
    428: Problem(
        "unseen",
        "Say what you have seen",
        "Read it first, and send its ETag as If-Match; so nothing is overwritten that"
        " you have not seen. Nothing was changed.",
    ),
    429: Problem(
        "too-many",
        "Too many requests",
        "Wait for the seconds that the header Retry-After says. Nothing was changed.",
    ),
    500: Problem(
        "broken",
        "Something broke on our side",
        "This request was undone as a whole; everything saved before it is safe. The"
        " error was written down for whoever runs the desk. Try again in a minute.",
    ),
    503: Problem(
        "busy",
        "Too much at once",
        "This desk is busy. Nothing was changed. Ask again after the seconds that the"
        " header Retry-After says.",
    ),
}


class ProblemError(HTTPException):
    """A refusal of this door's own, with more to say than a status.

    Attributes:
        members: of the answer, beside the usual ones.
        sent: headers of the answer.
    """

    def __init__(
        self,
        status: int,
        detail: str = "",
        *,
        members: Mapping[str, Any] | None = None,
        sent: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail or PROBLEMS[status].detail)
        self.code = status
        self.members = dict(members or {})
        self.sent = dict(sent or {})


def init_app(app: Flask) -> None:
    """Answer below /api what is refused in this shape, and elsewhere as before."""
    app.register_error_handler(ProblemError, _ours)
    for handlers in app.error_handler_spec[None].values():
        for kind, page in list(handlers.items()):
            handlers[kind] = _by_address(page)


def answer(
    status: int, detail: str = "", members: Mapping[str, Any] | None = None
) -> Response:
    """Answer a refusal."""
    problem = PROBLEMS.get(status) or PROBLEMS[500 if status >= 500 else 400]
    body = {
        "type": f"{API}#{problem.name}",
        "title": problem.title,
        "status": status,
        "detail": detail or problem.detail,
        **(members or {}),
    }
    return current_app.response_class(
        json.dumps(body, ensure_ascii=False) + "\n", status, content_type=MEDIA_TYPE
    )


def _by_address(page: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def chosen(error: Any) -> Any:
        return _refuse(error) if at_api() else page(error)

    return chosen


def _refuse(error: Exception) -> Response:
    if isinstance(error, ProblemError):
        return _ours(error)
    cause = getattr(error, "original_exception", None)
    for refused in (error, cause):  # A commit is refused after the view.
        if isinstance(refused, FactcheckError):
            return _refused(refused)
    if isinstance(error, HTTPException):
        return _http(error)
    return answer(500)


def _ours(error: ProblemError) -> Response:
    response = answer(error.code or 500, error.description or "", error.members)
    response.headers.update(error.sent)
    return response


def _refused(error: FactcheckError) -> Response:
    """Answer what the rooms below refused."""
    status = status_of(error)
    if isinstance(error, StaleError) and request.if_match:
        status = 412
    field = getattr(error, "field", "")
    return answer(status, error.message, {"field": field} if field else None)


def _http(error: HTTPException) -> Response:
    """Answer what Flask or a library refused."""
    said_of = cast("Mapping[str, Any]", getattr(error, "data", None) or {})
    if "messages" in said_of:  # from webargs: what is wrong with each field
        return answer(400, members={"errors": _flat(said_of["messages"])})
    response = answer(error.code or 500)
    if isinstance(error, RateLimitExceeded) and error.limit is not None:
        response.headers["Retry-After"] = str(error.limit.limit.get_expiry())
    for name, value in error.get_headers():
        if name.lower() != "content-type":
            response.headers[name] = value
    return response


def _flat(messages: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out where the fields stood: in JSON, in the address."""
    found: dict[str, Any] = {}
    for place, of_fields in messages.items():
        found |= of_fields if isinstance(of_fields, Mapping) else {place: of_fields}
    return {str(name): what for name, what in found.items()}
