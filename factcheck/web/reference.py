"""The page about the JSON door: its OpenAPI document, to read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, current_app, render_template

from factcheck.doors import API, API_DOCUMENT, API_ROOT

bp = Blueprint("reference", __name__)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a shape, or what is asked for in an address or a header."""

    name: str
    kind: str
    about: str
    required: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, what it means, its name and the shape of its body, where it has one."""

    status: str
    about: str
    name: str
    shape: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked.

    Attributes:
        scope: what a token must be for; "" where none is needed.
        takes: the shape of the body, by name.
    """

    method: str
    path: str
    name: str
    about: str
    scope: str
    asked: Sequence[Field]
    takes: str
    answers: Sequence[Answer]
    refusals: Sequence[Answer]


@dataclass(frozen=True, slots=True)
class Noun:
    """The operations on one noun."""

    name: str
    about: str
    operations: Sequence[Operation]


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a body."""

    name: str
    about: str
    fields: Sequence[Field]


@bp.get(API)
def show() -> str:
    """Show the document as a page."""
    document = current_app.extensions[API_DOCUMENT]()
    return render_template(
        "reference/show.html",
        nouns=list(_nouns(document)),
        shapes=list(_shapes(document)),
        scopes=document["components"]["securitySchemes"]["token"]["x-scopes"],
        problems=document["x-problems"],
        root=API_ROOT,
    )


def _nouns(document: Mapping[str, Any]) -> Iterator[Noun]:
    for tag in document["tags"]:
        found = [
            _operation(document, method, path, said)
            for path, methods in document["paths"].items()
            for method, said in methods.items()
            if method != "parameters" and tag["name"] in said["tags"]
        ]
        yield Noun(tag["name"], tag["description"], found)


def _operation(
    document: Mapping[str, Any], method: str, path: str, said: Mapping[str, Any]
) -> Operation:
    shared = document["paths"][path].get("parameters", ())
    asked = [_found(document, p) for p in (*shared, *said.get("parameters", ()))]
    answers = [_answer(document, *each) for each in sorted(said["responses"].items())]
    needs = [scope for need in said["security"] for scope in need.get("token", ())]
    return Operation(
        method=method.upper(),
        path=path.removeprefix(API_ROOT),
        name=said["summary"].removesuffix("."),
        about=said.get("description", ""),
        scope=" ".join(needs),
        asked=[_field(p["name"], p["schema"], p) for p in asked if p["in"] != "path"],
        takes=_shape_in(said.get("requestBody", {})),
        answers=[answer for answer in answers if answer.status < "4"],
        refusals=[answer for answer in answers if answer.status >= "4"],
    )


def _answer(
    document: Mapping[str, Any], status: str, said: Mapping[str, Any]
) -> Answer:
    found = _found(document, said)
    name = _last(said.get("$ref", ""))
    return Answer(status, found["description"], name, _shape_in(found))


def _shapes(document: Mapping[str, Any]) -> Iterator[Shape]:
    for name, schema in document["components"]["schemas"].items():
        needed = schema.get("required", ())
        yield Shape(
            name,
            schema.get("description", ""),
            [
                _field(key, said, said, required=key in needed)
                for key, said in schema.get("properties", {}).items()
            ],
        )


def _field(
    name: str,
    schema: Mapping[str, Any],
    said: Mapping[str, Any],
    *,
    required: bool = False,
) -> Field:
    about = said.get("description", "")
    return Field(name, _kind(schema), about, required or bool(said.get("required")))


def _kind(schema: Mapping[str, Any]) -> str:
    """Say in a few words what a value may be."""
    if "$ref" in schema:
        return _last(schema["$ref"])
    if "enum" in schema:
        return " | ".join(str(value) or '""' for value in schema["enum"])
    if "items" in schema:
        return f"[{_kind(schema['items'])}]"
    kinds = schema.get("type", "object")
    words = [kinds] if isinstance(kinds, str) else kinds
    return " | ".join(schema.get("format", word) for word in words)


def _shape_in(said: Mapping[str, Any]) -> str:
    for media_type, content in said.get("content", {}).items():
        schema = content.get("schema", {})
        return _last(schema["$ref"]) if "$ref" in schema else str(media_type)
    return ""


def _found(document: Mapping[str, Any], said: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a reference into the components."""
    if "$ref" not in said:
        return said
    kind, name = said["$ref"].split("/")[-2:]
    found: Mapping[str, Any] = document["components"][kind][name]
    return found


def _last(reference: str) -> str:
    return reference.rpartition("/")[2]
