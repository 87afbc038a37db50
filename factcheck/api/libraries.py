"""Libraries: sources brought in from another program, and taken away to one."""

from typing import Any

from flask import Response, request

from factcheck.actions.library import import_sources
from factcheck.api.access import require_role
from factcheck.api.operations import Noun, answer_file
from factcheck.api.schemas.sources import BroughtInSchema, SoughtQuery
from factcheck.database import db
from factcheck.errors import NotFoundError
from factcheck.exports.bibliography.formats import BIBLIOGRAPHIES, read_bibliography
from factcheck.queries.library import Sought, list_sources
from factcheck.rules.permissions import Deed

bp = Noun("libraries", "Sources as files of other programs.")


@bp.operation(
    "POST /libraries",
    Deed.IMPORT,
    BroughtInSchema,
    status=201,
    body="application/octet-stream",
    creates=True,
    refuses=(422,),
)
def bring_in() -> dict[str, Any]:
    """Put the sources of a file in CSL-JSON, BibTeX or RIS on the desk's list.

    What was there already stays once; what cannot be kept is told, and the rest kept.
    """
    editor = require_role(Deed.IMPORT)
    entries = read_bibliography(request.get_data())
    kept = [entry.facts for entry in entries if entry.facts]
    new = import_sources(db.session, actor=editor, sources=kept)
    return {
        "sources": len(kept),
        "new": new,
        "refused": [entry for entry in entries if entry.refused],
        "left_out": sorted({name for entry in entries for name in entry.left_out}),
    }


@bp.operation(
    "GET /libraries/<name>",
    Deed.EXPORT,
    "*/*",
    tagged=False,
    query=SoughtQuery,
    refuses=(404,),
)
def take_away(query: dict[str, Any], name: str) -> Response:
    """Take the desk's sources away as csl, bibtex or ris: those you may know of."""
    reader = require_role(Deed.EXPORT)
    if name not in BIBLIOGRAPHIES:
        raise NotFoundError("There is no such kind of file for sources.")
    form = BIBLIOGRAPHIES[name]
    rows = list_sources(db.session, reader, Sought(query["q"], query["kind"]), page=0)
    body = form.write(row.facts for row in reversed(rows))
    return answer_file(body, f"{form.media_type}; charset=utf-8")
