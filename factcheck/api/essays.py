"""Essays: listed, read, imported, their details changed."""

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from flask import Response, make_response, request

from factcheck.actions.allowed import require_on
from factcheck.api.access import person
from factcheck.api.cursors import PageQuery, page, unseal
from factcheck.api.operations import Noun
from factcheck.api.schemas.essays import EssaySchema, EssaysSchema
from factcheck.database import db
from factcheck.queries.desk import list_essays
from factcheck.queries.essays import current_version, find_essay, whole_text
from factcheck.rules.essays import EssayDetails
from factcheck.rules.permissions import Deed

if TYPE_CHECKING:
    from factcheck.models import Essay

bp = Noun("essays", "The pieces being checked.")


@bp.operation("GET /essays", Deed.READ_DESK, EssaysSchema, query=PageQuery)
def index(query: dict[str, Any]) -> dict[str, Any]:
    """List the essays of the desk, newest first, and how far each is."""
    rows = list_essays(
        db.session,
        viewer=person(),
        after=unseal(query["cursor"]),
        page_size=query["limit"] + 1,
    )
    return page(rows, query["limit"], lambda row: row.slug)


@bp.operation("GET /essays/<slug>", Deed.READ_DESK, EssaySchema, refuses=(404,))
def show(slug: str) -> dict[str, Any]:
    """Read an essay's details and its scale."""
    return essay_shown(essay_for(slug, Deed.READ_DESK))


@bp.operation(
    "GET /essays/<slug>/text",
    Deed.READ_DESK,
    "text/plain",
    tagged=False,
    refuses=(404,),
)
def text(slug: str) -> Response:
    """Read the present text to the letter; offsets count its code points."""
    version = current_version(db.session, essay_for(slug, Deed.READ_DESK))
    response = make_response(whole_text(db.session, version.id))
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    response.set_etag(version.sha256)
    response.make_conditional(request)
    return response


def essay_for(slug: str, deed: Deed) -> "Essay":
    """Return an essay on which whoever asks may do this.

    Raises:
        NotFoundError: there is none.
        ForbiddenError: they may not, at the desk or on it alone.
    """
    essay = find_essay(db.session, slug)
    require_on(db.session, person(), essay, deed)
    return essay


def essay_shown(essay: "Essay") -> dict[str, Any]:
    """Return an essay as this door shows it."""
    version = current_version(db.session, essay)
    return {
        "slug": essay.slug,
        "scale": essay.scale.definition,
        "version": version.number,
        "length": version.length,
        "sha256": version.sha256,
        "created_at": essay.created_at,
        **{each.name: getattr(essay, each.name) for each in fields(EssayDetails)},
    }
