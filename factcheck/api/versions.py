"""Versions of a text: given, compared, read; and what they leave to be decided."""

from typing import TYPE_CHECKING, Any

from flask import Response, request

from factcheck.actions.claims import withdraw_claim
from factcheck.actions.confirming import attach_claim
from factcheck.actions.previews import changes_shown, summary
from factcheck.actions.revising import plan_revision, revise_essay
from factcheck.api.access import person
from factcheck.api.cursors import PageQuery, number_in, page, seal
from factcheck.api.essays import essay_for, text_of
from factcheck.api.operations import Noun
from factcheck.api.schemas.versions import (
    ChangesQuery,
    DecisionSchema,
    NewTextSchema,
    NewVersionSchema,
    RevisedDocumentQuery,
    RevisedQuery,
    RevisionSchema,
    VersionChangesSchema,
    VersionSchema,
    VersionsSchema,
    WaitingClaimsSchema,
)
from factcheck.database import db
from factcheck.doors import API_ROOT, settings
from factcheck.errors import InvalidError
from factcheck.queries.claims import find_claim
from factcheck.queries.essays import current_version
from factcheck.queries.versions import (
    PAGE,
    VersionRow,
    find_version,
    list_versions,
    version_page,
    waiting_claims,
)
from factcheck.rules.layouts import Layout
from factcheck.rules.permissions import Deed
from factcheck.text.documents import Document, read_document, read_pasted

if TYPE_CHECKING:
    from factcheck.actions.revising import Revision
    from factcheck.models import Essay
    from factcheck.rules.revising import Landing

bp = Noun("versions", "The texts of an essay, each as it was given.")
BYTES = "application/octet-stream"
ALL = "/essays/<slug>/versions"
ONE = f"{ALL}/<int:number>"
FILE = "/essays/<slug>/documents"
Made = tuple[VersionRow, dict[str, str]]


@bp.operation(
    f"GET {ALL}",
    Deed.READ_DESK,
    VersionsSchema,
    query=PageQuery,
    refuses=(404, 422),
)
def index(query: dict[str, Any], slug: str) -> dict[str, Any]:
    """List the versions of an essay's text, the newest first."""
    before = number_in(query["cursor"])
    rows = list_versions(db.session, essay_for(slug, Deed.READ_DESK))
    found = [row for row in rows if not before or row.number < before]
    return page(found[: query["limit"] + 1], query["limit"], lambda row: row.number)


@bp.operation(f"GET {ONE}", Deed.READ_DESK, VersionSchema, refuses=(404,))
def show(slug: str, number: int) -> VersionRow:
    """Read what is said of a version."""
    return _row(essay_for(slug, Deed.READ_DESK), number)


@bp.operation(
    f"GET {ONE}/text", Deed.READ_DESK, "text/plain", tagged=False, refuses=(404,)
)
def text(slug: str, number: int) -> Response:
    """Read a version's text to the letter."""
    essay = essay_for(slug, Deed.READ_DESK)
    return text_of(find_version(db.session, essay, number))


@bp.operation(
    f"GET {ONE}/changes",
    Deed.READ_DESK,
    VersionChangesSchema,
    query=ChangesQuery,
    refuses=(404, 422),
)
def changes(query: dict[str, Any], slug: str, number: int) -> dict[str, Any]:
    """List the sentences that a version changed, in reading order."""
    essay = essay_for(slug, Deed.READ_DESK)
    asked = number_in(query["cursor"]) or 1
    found = version_page(db.session, essay, number, asked)
    more = found.page < found.pages
    return {"items": found.shown, "next": seal(str(found.page + 1)) if more else None}


@bp.operation(
    f"POST {ALL}/preview",
    Deed.EDIT_ESSAY,
    RevisionSchema,
    takes=NewTextSchema,
    refuses=(404, 422),
)
def preview(body: dict[str, Any], slug: str) -> dict[str, Any]:
    """Look at what a new text would change; nothing is stored."""
    essay = essay_for(slug, Deed.EDIT_ESSAY)
    return _preview(essay, _pasted(body["text"]))


@bp.operation(
    f"POST {ALL}",
    Deed.EDIT_ESSAY,
    VersionSchema,
    status=201,
    takes=NewVersionSchema,
    creates=True,
    refuses=(404, 409, 422),
)
def revise(body: dict[str, Any], slug: str) -> Made:
    """Store a new text as the version in force; sentences and claims are carried over.

    Claims whose words changed wait for somebody, and no verdict on them counts before.
    """
    essay = essay_for(slug, Deed.EDIT_ESSAY)
    return _revise(essay, _pasted(body["text"]), body["after"])


@bp.operation(
    f"POST {FILE}/preview",
    Deed.EDIT_ESSAY,
    RevisionSchema,
    query=RevisedQuery,
    body=BYTES,
    refuses=(404, 422),
)
def preview_file(query: dict[str, Any], slug: str) -> dict[str, Any]:
    """Look at what the text of a file would change; nothing is stored."""
    essay = essay_for(slug, Deed.EDIT_ESSAY)
    return _preview(essay, _document(query["filename"]))


@bp.operation(
    f"POST {FILE}",
    Deed.EDIT_ESSAY,
    VersionSchema,
    status=201,
    query=RevisedDocumentQuery,
    body=BYTES,
    creates=True,
    refuses=(404, 409, 422),
)
def revise_file(query: dict[str, Any], slug: str) -> Made:
    """Store the text of a file as the version in force."""
    essay = essay_for(slug, Deed.EDIT_ESSAY)
    return _revise(essay, _document(query["filename"]), query["after"])


@bp.operation(
    "GET /essays/<slug>/waiting",
    Deed.READ_DESK,
    WaitingClaimsSchema,
    query=PageQuery,
    refuses=(404, 422),
)
def waiting(query: dict[str, Any], slug: str) -> dict[str, Any]:
    """List claims that wait for somebody since the text was revised, by number.

    One whose words were edited is confirmed by changing the claim.
    """
    found = waiting_claims(
        db.session,
        essay_for(slug, Deed.READ_DESK),
        query["limit"] + 1,
        number_in(query["cursor"]),
    )
    return page(found, query["limit"], lambda each: each.number)


@bp.operation(
    "POST /essays/<slug>/waiting/<int:number>",
    Deed.MARK,
    None,
    status=204,
    takes=DecisionSchema,
    tagged=False,
    refuses=(404, 409, 422),
)
def decide(body: dict[str, Any], slug: str, number: int) -> None:
    """Put a claim that waits on words of the present text, or take its mark back."""
    essay = essay_for(slug, Deed.MARK)
    claim = find_claim(db.session, essay, number)
    where = {"version", "start", "end"} & body.keys()
    if len(where) not in ((0,) if body["take_back"] else (3,)):
        raise InvalidError("words", "Send version, start and end, or take_back.")
    if body["take_back"]:
        if claim.unconfirmed is None:
            raise InvalidError("take_back", "Nothing waits about this claim.")
        withdraw_claim(db.session, actor=person(), claim=claim)
        return
    layout = current_version(db.session, essay).layout
    attach_claim(
        db.session,
        actor=person(),
        claim=claim,
        start=body["start"],
        end=body["end"],
        seen=Layout(body["version"], layout),
    )


def _pasted(given: str) -> Document:
    return read_pasted(given, limit=settings().max_document_bytes)


def _document(filename: str) -> Document:
    limit = settings().max_document_bytes
    return read_document(request.get_data(), filename, limit=limit)


def _preview(essay: "Essay", document: Document) -> dict[str, Any]:
    revision = plan_revision(db.session, essay, document)
    return {
        "after": revision.seen,
        "sentences": summary(revision)["sentences"],
        "changes": changes_shown(revision, PAGE),
        "claims": [_landing(revision, each) for each in revision.landings],
        "notes": list(document.notes),
    }


def _landing(revision: "Revision", landing: "Landing") -> dict[str, Any]:
    start, end = landing.start, landing.end
    placed = landing.sentence > 0
    return {
        "number": landing.number,
        "fate": landing.fate.kind,
        "unconfirmed": landing.unconfirmed,
        "start": start if placed else None,
        "end": end if placed else None,
        "quote": revision.new.text[start:end] if placed else None,
    }


def _revise(essay: "Essay", document: Document, after: int) -> Made:
    revision = revise_essay(
        db.session, actor=person(), essay=essay, document=document, seen=after
    )
    row = _row(essay, revision.seen + 1)
    return row, {"Location": f"{API_ROOT}/essays/{essay.slug}/versions/{row.number}"}


def _row(essay: "Essay", number: int) -> VersionRow:
    """Return what is said of a version.

    Raises:
        NotFoundError: there is none of this number.
    """
    find_version(db.session, essay, number)
    return next(r for r in list_versions(db.session, essay) if r.number == number)
