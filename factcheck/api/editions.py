"""Editions: published, and read by anyone."""

from typing import Any

from flask import Response, request

from factcheck.actions.editions import publish_edition, unpublish_essay
from factcheck.api.access import person, require_also, someone
from factcheck.api.cursors import USUAL, PageQuery, number_in, page
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, answer_file, require_match
from factcheck.api.schemas.editions import (
    EditionSchema,
    EditionsSchema,
    FarewellQuery,
    NewEditionSchema,
)
from factcheck.database import db
from factcheck.doors import settings
from factcheck.errors import NotFoundError
from factcheck.exports.addresses import addresses_under
from factcheck.exports.format import Format
from factcheck.exports.formats import find_format, write_in
from factcheck.frozen import frozen_essay
from factcheck.queries.annotated import annotated_for
from factcheck.queries.editions import (
    EditionRow,
    find_edition,
    latest_edition,
    list_editions,
)
from factcheck.queries.essays import find_essay
from factcheck.queries.holdings import holdings_of
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.holdings import NOTHING_HELD, Holdings
from factcheck.rules.permissions import Deed

bp = Noun("editions", "Published annotated essays. Anyone may read them.")


@bp.operation(
    "GET /essays/<slug>/editions",
    None,
    EditionsSchema,
    query=PageQuery,
    refuses=(404, 410, 422),
)
def index(query: dict[str, Any], slug: str) -> dict[str, Any]:
    """List what was published of an essay, newest first."""
    return _page(slug, query["cursor"], query["limit"])


@bp.operation(
    "GET /essays/<slug>/editions/<int:number>", None, EditionSchema, refuses=(404, 410)
)
def show(slug: str, number: int) -> EditionRow:
    """Read what is said of an edition: its note and its corrections."""
    found = [row for row in _rows(slug) if row.number == number]
    if not found:
        raise NotFoundError(f"This essay has no edition {number}.")
    return found[0]


@bp.operation(
    "POST /essays/<slug>/editions",
    Deed.PUBLISH,
    EditionSchema,
    status=201,
    takes=NewEditionSchema,
    creates=True,
    refuses=(404, 409, 422),
)
def publish(body: dict[str, Any], slug: str) -> tuple[EditionRow, dict[str, str]]:
    """Freeze the essay as it stands as its next edition, for everyone to read."""
    essay = essay_for(slug, Deed.PUBLISH)
    edition = publish_edition(
        db.session,
        actor=person(),
        essay=essay,
        note=body["note"],
        reasons={given["claim"]: given["reason"] for given in body["reasons"]},
        seen=body["after"],
    )
    row = next(r for r in list_editions(db.session, slug) if r.number == edition.number)
    return row, {"Location": f"{request.path}/{edition.number}"}


@bp.operation(
    "DELETE /essays/<slug>/editions",
    Deed.PUBLISH,
    None,
    status=204,
    query=FarewellQuery,
    refuses=(404, 422),
)
def unpublish(query: dict[str, Any], slug: str) -> None:
    """Take all editions of an essay down; a page at their addresses says so and why.

    Nothing is deleted: the next edition brings the earlier ones back.
    """
    essay = essay_for(slug, Deed.PUBLISH)
    require_match(bp, _page(slug, "", USUAL), EditionsSchema)
    unpublish_essay(db.session, actor=person(), essay=essay, note=query["note"])


@bp.operation(
    "GET /essays/<slug>/editions/<int:number>/export/<name>",
    None,
    "*/*",
    tagged=False,
    refuses=(404, 410),
)
def edition_file(slug: str, number: int, name: str) -> Response:
    """Take an edition away in a format: json, html, docx and others."""
    essay = frozen_essay(find_edition(db.session, slug, number))
    return _file(find_format(name), essay, slug, NOTHING_HELD)


@bp.operation(
    "GET /essays/<slug>/export/<name>",
    Deed.EXPORT,
    "*/*",
    tagged=False,
    refuses=(404,),
)
def working_file(slug: str, name: str) -> Response:
    """Take the annotated essay away as it stands now, as far as you may see it."""
    fmt = find_format(name)
    require_also(fmt.deed)
    essay = essay_for(slug, fmt.deed)
    held = holdings_of(
        db.session,
        essay,
        fmt.asks,
        person=person(),
        copies=settings().copies_dir,
        key=settings().read_secret_key(),
    )
    return _file(fmt, annotated_for(db.session, person(), essay), "", held)


def _page(slug: str, cursor: str, limit: int) -> dict[str, Any]:
    before = number_in(cursor)
    rows = [row for row in _rows(slug) if not before or row.number < before]
    return page(rows[: limit + 1], limit, lambda row: row.number)


def _rows(slug: str) -> list[EditionRow]:
    """Return an essay's editions; to strangers only what is up.

    Raises:
        NotFoundError: there is no such essay, or nothing of it is published.
        GoneError: what was published was taken down.
    """
    if someone() is None:
        latest_edition(db.session, slug)
    else:
        find_essay(db.session, slug)
    return list(list_editions(db.session, slug))


def _file(
    fmt: Format, essay: AnnotatedEssay, published: str, held: Holdings
) -> Response:
    about = settings()
    addresses = addresses_under(about.public_url, published, about.desk_name)
    body = write_in(fmt, essay, addresses, about.language, held)
    return answer_file(body, fmt.media_type)
