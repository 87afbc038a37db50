"""An operation: who may ask, what comes in, what is answered, how it is refused.

flask-smorest reads what comes in, writes what goes out, computes ETags, and describes
all of it in OpenAPI. It was tried beside APIFlask, which has to be the application
itself, and flask-openapi3, whose pydantic costs three times the memory (11 MB against
3): it alone is an extension of an application that has forms, sessions and error pages
of its own, and it brings ETag with If-Match. What it lacks is here: tokens, problem
details, idempotency keys, and refusing shapes that only look right.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn, TypeVar

from flask import Request, Response, abort, make_response, request
from flask_smorest import Blueprint
from flask_smorest.exceptions import PreconditionFailed
from marshmallow import Schema
from webargs.flaskparser import FlaskParser

from factcheck.api import once
from factcheck.api.access import guarded
from factcheck.api.problems import PROBLEMS, ProblemError
from factcheck.doors import API_ROOT
from factcheck.rules.permissions import Deed
from factcheck.rules.tokens import scope_of

View = TypeVar("View", bound=Callable[..., Any])
_OWN = "factcheck"


class StrictParser(FlaskParser):
    """Reads JSON only where it is called JSON, and nothing that is not asked for."""

    DEFAULT_VALIDATION_STATUS = 400

    def load_json(self, req: Request, schema: Schema) -> Any:
        """Return the body; a body of another kind is not passed over in silence."""
        if not req.is_json:
            abort(415)
        return super().load_json(req, schema)


class Noun(Blueprint):  # type: ignore[misc]
    """Operations on one noun."""

    ARGUMENTS_PARSER = StrictParser()

    def __init__(self, noun: str, about: str) -> None:
        super().__init__(
            f"api-{noun}", __name__, url_prefix=API_ROOT, description=about
        )
        self.noun = noun
        self._prepare_doc_cbks.append(_describe)

    def operation(  # noqa: PLR0913  (each is said by name)
        self,
        asked: str,
        deed: Deed | None,
        gives: type[Schema] | str | None,
        *,
        status: int = 200,
        takes: type[Schema] | None = None,
        query: type[Schema] | None = None,
        body: str = "",
        tagged: bool = True,
        creates: bool = False,
        refuses: Sequence[int] = (),
    ) -> Callable[[View], View]:
        """Make a view an operation.

        Args:
            asked: method and address below the root: "GET /essays/<slug>".
            deed: what whoever asks must be allowed to do; None for anyone.
            gives: the shape of the answer, None for an empty one, or its media type
                where the view makes a response itself.
            status: of that answer.
            takes: the shape of the JSON that comes in.
            query: the shape of what is asked for in the address.
            body: the media type of a body that the view reads itself.
            tagged: the answer has an ETag, and PUT, PATCH and DELETE need If-Match.
            creates: it may be sent twice under one Idempotency-Key.
            refuses: the statuses that the view and the rooms below may refuse with.
        """
        method, _, path = asked.partition(" ")

        def decorate(view: View) -> View:
            made: Any = view
            if query:
                made = self.arguments(query, location="query")(made)
            if takes:
                made = self.arguments(takes)(made)
            made = self._answering(gives, status)(made)
            if tagged:
                made = self.etag(made)
            if creates:
                made = once.once(made)
            made = guarded(made, deed)
            known = (*refuses, *((413, 415) if takes else (413,) if body else ()))
            own = {"scope": scope_of(deed) if deed else "", "creates": creates}
            made = self._described(made, own | {"body": body}, known)
            self.route(path, methods=[method])(made)
            return view

        return decorate

    def _answering(self, gives: type[Schema] | str | None, status: int) -> Any:
        if isinstance(gives, str):
            kind = {"type": "string"} if gives.startswith("text/") else {}
            return self.alt_response(
                status, schema=kind, content_type=gives, success=True
            )
        return self.response(status, gives)

    def _described(self, view: Any, own: dict[str, Any], refuses: Sequence[int]) -> Any:
        """Write down for the document who may ask, and how it may be refused."""
        usual = (400, 401, 429, 500, 503, *((403,) if own["scope"] else ()))
        for code in sorted({*usual, *refuses}):
            view = self.alt_response(code, PROBLEMS[code].name)(view)
        view._apidoc[_OWN] = own  # noqa: SLF001
        return view

    def add_url_rule(self, rule: str, *args: Any, **options: Any) -> None:
        """Hang a view at an address, and describe it under the noun."""
        super().add_url_rule(rule, *args, **{**options, "tags": [self.noun]})


def answer_file(body: str | bytes, media_type: str, etag: str = "") -> Response:
    """Answer a file, or that whoever asks has it; its ETag is made of it if "" is."""
    response = make_response(body)
    response.headers["Content-Type"] = media_type
    if etag:
        response.set_etag(etag)
    response.add_etag()
    response.make_conditional(request)
    return response


def require_match(bp: Noun, current: Any, schema: type[Schema]) -> None:
    """Let a write pass whose sender saw what is stored now.

    Raises:
        ProblemError: something else is stored; it is in the answer.
    """
    if request.if_match.star_tag:
        raise ProblemError(428)
    try:
        bp.check_etag(current, schema)
    except PreconditionFailed:
        _refuse_stale(bp, schema().dump(current))


def _refuse_stale(bp: Noun, stored: Any) -> NoReturn:
    tag = bp._generate_etag(stored)  # noqa: SLF001  (as the next GET will say)
    raise ProblemError(412, members={"current": stored}, sent={"ETag": f'"{tag}"'})


def _describe(
    doc: dict[str, Any], doc_info: Mapping[str, Any], **_more: Any
) -> dict[str, Any]:
    """Say in the document what a token must be for, and that a key may come along."""
    own = doc_info[_OWN]
    doc["security"] = [{"token": [own["scope"]]}] if own["scope"] else [{}]
    if own["body"]:
        binary = {"schema": {"contentMediaType": own["body"]}}
        doc["requestBody"] = {"required": True, "content": {own["body"]: binary}}
    if own["creates"]:
        doc.setdefault("parameters", []).append("IDEMPOTENCY_KEY")
    return doc
