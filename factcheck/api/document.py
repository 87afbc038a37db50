"""The OpenAPI document, made from the operations themselves."""

import json
from http import HTTPStatus
from threading import Lock
from typing import Any

from flask import Blueprint, Flask, Response, current_app, request
from flask_smorest import Api
from flask_smorest.utils import prepare_response

from factcheck import __version__
from factcheck.api import once
from factcheck.api.operations import Noun
from factcheck.api.problems import MEDIA_TYPE, PROBLEMS, ProblemSchema
from factcheck.doors import API_DOCUMENT, API_ROOT
from factcheck.rules.tokens import SCOPE_LABELS

bp = Blueprint("api-document", __name__, url_prefix=API_ROOT)
ABOUT = """\
Essays, their versions, sentences, claims, assignments, reviews, talk, rulings, \
sources and editions, as the pages show them to you and with the same permissions.

**Tokens.** Make one under your profile, and send it as `Authorization: Bearer …`. \
It reaches as far as its scopes and your role both do. Published editions need none.

**ETags.** What you read has an ETag. Whoever changes something sends it as \
`If-Match`: without it the answer is 428, and 412 when somebody else was first; that \
answer holds what is stored now. To change a page of a list, read it and change it at \
one and the same address.

**Creations** may carry an `Idempotency-Key`, and can then be sent again when their \
answer was lost.

**Undoing** is deleting what was done last: read it, and delete it with its ETag.

**Lists** come in pages: `next` is the cursor of the page that follows.

**Blind until given.** Reviews of others, and what they said about a claim, are not \
there until it has all the reviews it needs, as on the pages; editors see them at once.

**Busy.** 503 says that nothing was changed, and in `Retry-After` when to ask again.

Offsets count Unicode code points; times are in UTC.
"""


class Document(Api):  # type: ignore[misc]
    """Collects the operations of this door, and nothing else of the application."""

    ERROR_SCHEMA = ProblemSchema
    DEFAULT_ERROR_RESPONSE_NAME = None  # each operation names its own

    def __init__(self, app: Flask, spec_kwargs: dict[str, Any]) -> None:
        self._nouns: list[Noun] = []
        self._writing = Lock()
        super().__init__(app, spec_kwargs=spec_kwargs)

    def register_noun(self, noun: Noun) -> None:
        """Hang a noun's operations on the app; they are described when asked for."""
        names = self._app.extensions["flask-smorest"]["blp_name_to_api"]
        names[noun.name] = self
        self._app.register_blueprint(noun)
        self._nouns.append(noun)

    def written(self) -> dict[str, Any]:
        """Return the document, which is made once: few ever ask a desk for it."""
        with self._writing:
            while self._nouns:
                noun = self._nouns.pop(0)
                noun.register_views_in_doc(
                    self, self._app, self.spec, name=noun.name, parameters=None
                )
                self.spec.tag({"name": noun.noun, "description": noun.description})
        found: dict[str, Any] = self.spec.to_dict()
        for key, name in self.ma_plugin.converter.refs.items():
            about = (key[0].__doc__ or "").partition("\n")[0]
            if about:
                found["components"]["schemas"][name]["description"] = about
        return found

    def _register_error_handlers(self) -> None:
        """Leave errors to `problems`, which know what is theirs."""

    def _register_pagination_header(self) -> None:
        """Have none: pages say in their body where the next begins."""

    def _register_responses(self) -> None:
        """Name a response for each problem."""
        for status, problem in PROBLEMS.items():
            response: dict[str, Any] = {
                "description": problem.title,
                "schema": self.ERROR_SCHEMA,
            }
            prepare_response(response, self.spec, MEDIA_TYPE)
            for name in (problem.name, HTTPStatus(status).name):
                self.spec.components.response(name, response, lazy=True)
        self.spec.components.response(
            HTTPStatus.NOT_MODIFIED.name, {"description": "Not modified"}, lazy=True
        )


def init_app(app: Flask) -> Document:
    """Begin the document."""
    app.config.update(API_TITLE="Factcheck", API_VERSION="1", OPENAPI_VERSION="3.1.1")
    document = Document(
        app,
        spec_kwargs={
            "info": {
                "description": ABOUT,
                "license": {"name": "MIT", "identifier": "MIT"},
                "x-program": f"factcheck {__version__}",
            },
            "servers": [{"url": "/"}],
            "x-problems": [
                {"status": status, "name": p.name, "title": p.title, "detail": p.detail}
                for status, p in PROBLEMS.items()
            ],
        },
    )
    document.spec.components.security_scheme(
        "token",
        {
            "type": "http",
            "scheme": "bearer",
            "description": "A personal token. Its scopes: "
            + "; ".join(f"`{s}`: {said}" for s, said in SCOPE_LABELS.items())
            + ".",
            "x-scopes": {scope.value: said for scope, said in SCOPE_LABELS.items()},
        },
    )
    document.spec.components.parameter(
        "IDEMPOTENCY_KEY", "header", once.HEADER, lazy=True
    )
    app.extensions[API_DOCUMENT] = document.written
    app.register_blueprint(bp)
    return document


@bp.get("/openapi.json")
def show() -> Response:
    """Give the document, to anyone."""
    found = current_app.extensions[API_DOCUMENT]()
    response = current_app.response_class(
        json.dumps(found, ensure_ascii=False, indent=1) + "\n",
        content_type="application/json",
    )
    response.add_etag()
    response.headers["Cache-Control"] = "public, no-cache"
    response.make_conditional(request)
    return response
