"""Pages of a list: each says where the next begins, and nothing is counted off."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any, cast

from marshmallow import fields, validate

from factcheck.api.fields import Schema, said
from factcheck.api.problems import ProblemError

MOST, USUAL = 200, 50


class PageQuery(Schema):
    """Which page of a list."""

    cursor = fields.String(
        load_default="",
        validate=validate.Length(max=1_000),
        metadata=said(
            "Where to go on: “next” of the page before. Without it, the first."
        ),
    )
    limit = fields.Integer(
        load_default=USUAL,
        validate=validate.Range(1, MOST),
        metadata=said("How many at most."),
    )


def paged(item: type[Schema], name: str) -> type[Schema]:
    """Return the schema of a page of such items."""
    shape: dict[str, fields.Field[Any]] = {
        "items": fields.List(fields.Nested(item), required=True),
        "next": fields.String(
            required=True,
            allow_none=True,
            metadata=said("The cursor of the next page; null on the last."),
        ),
    }
    return cast("type[Schema]", Schema.from_dict(shape, name=name))


def page(found: Sequence[Any], limit: int, last: Any) -> dict[str, Any]:
    """Return a page of what was found, which is one more than asked for if there is.

    Args:
        found: up to limit + 1 items.
        limit: how many were asked for.
        last: a function that names an item, for the cursor.
    """
    items = list(found[:limit])
    more = len(found) > limit
    return {"items": items, "next": seal(str(last(items[-1]))) if more else None}


def seal(place: str) -> str:
    """Return a place as a cursor, of which nobody need know what is in it."""
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def unseal(cursor: str) -> str:
    """Return the place that a cursor names; "" for none.

    Raises:
        ProblemError: it is no cursor of ours.
    """
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        place = base64.b64decode(padded, altchars=b"-_", validate=True).decode()
    except (binascii.Error, ValueError) as error:
        raise _no_cursor() from error
    if "\0" in place:
        raise _no_cursor()
    return place


def number_in(cursor: str) -> int:
    """Return the number that a cursor names; 0 for none.

    Raises:
        ProblemError: it names none.
    """
    place = unseal(cursor)
    if place and not (place.isascii() and place.isdigit() and len(place) < 10):
        raise _no_cursor()
    return int(place or 0)


def _no_cursor() -> ProblemError:
    return ProblemError(
        422,
        "This cursor is none of this list's. Take it as “next” of a page gives it.",
        members={"field": "cursor"},
    )
