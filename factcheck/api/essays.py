"""Essays: listed, read, imported, their details changed."""

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from flask import Response, request

from factcheck.actions.allowed import require_on
from factcheck.actions.annotated import import_annotated
from factcheck.actions.archived import import_archive
from factcheck.actions.essays import edit_essay, import_essay
from factcheck.api.access import person, require_also
from factcheck.api.cursors import PageQuery, page, unseal
from factcheck.api.operations import Noun, answer_file, require_match
from factcheck.api.schemas.essays import (
    DetailsSchema,
    DocumentQuery,
    EssaySchema,
    EssaysSchema,
    NewEssaySchema,
)
from factcheck.database import db
from factcheck.doors import API_ROOT, settings
from factcheck.exports.archive import is_archive, read_archive
from factcheck.exports.reading import is_annotated, read_json
from factcheck.queries.desk import list_essays
from factcheck.queries.essays import current_version, find_essay, whole_text
from factcheck.rules.essays import EssayDetails
from factcheck.rules.permissions import Deed
from factcheck.text.documents import Document, read_document, read_pasted

if TYPE_CHECKING:
    from factcheck.models import Essay, Version

bp = Noun("essays", "The pieces being checked.")


@bp.operation(
    "GET /essays", Deed.READ_DESK, EssaysSchema, query=PageQuery, refuses=(422,)
)
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
    "POST /essays",
    Deed.IMPORT,
    EssaySchema,
    status=201,
    takes=NewEssaySchema,
    creates=True,
    refuses=(422,),
)
def create(body: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Store a text as an essay, split into sentences."""
    document = read_pasted(body.pop("text"), limit=settings().max_document_bytes)
    return _created(_import(document, body))


@bp.operation(
    "POST /documents",
    Deed.IMPORT,
    EssaySchema,
    status=201,
    query=DocumentQuery,
    body="application/octet-stream",
    creates=True,
    refuses=(422,),
)
def read(query: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Store a file as an essay: Word, OpenDocument, PDF, a web page, Markdown, text.

    It is judged by its content. An essay that was exported as json or as an archive
    comes back with its claims, and says itself what it is called.
    """
    data = request.get_data()
    if is_archive(data):
        return _created(_unpack(data))
    if is_annotated(data):
        return _created(
            import_annotated(db.session, actor=person(), annotated=read_json(data))
        )
    name = query.pop("filename")
    document = read_document(data, name, limit=settings().max_document_bytes)
    return _created(_import(document, query))


@bp.operation(
    "PATCH /essays/<slug>",
    Deed.EDIT_ESSAY,
    EssaySchema,
    takes=DetailsSchema,
    refuses=(404, 422),
)
def edit(body: dict[str, Any], slug: str) -> dict[str, Any]:
    """Change an essay's details; its text and its name in addresses stay.

    Another language brings its direction, unless that is named too.
    """
    essay = essay_for(slug, Deed.EDIT_ESSAY)
    require_match(bp, essay_shown(essay), EssaySchema)
    stand = {each.name: getattr(essay, each.name) for each in fields(EssayDetails)}
    if "language" in body:
        stand["direction"] = ""
    edit_essay(
        db.session,
        actor=person(),
        essay=essay,
        details=EssayDetails(**stand | body),
        revision=essay.revision,
    )
    return essay_shown(essay)


@bp.operation(
    "GET /essays/<slug>/text",
    Deed.READ_DESK,
    "text/plain",
    tagged=False,
    refuses=(404,),
)
def text(slug: str) -> Response:
    """Read the present text to the letter; offsets count its code points."""
    return text_of(current_version(db.session, essay_for(slug, Deed.READ_DESK)))


def essay_for(slug: str, deed: Deed) -> "Essay":
    """Return an essay on which whoever asks may do this.

    Raises:
        NotFoundError: there is none.
        ForbiddenError: they may not, at the desk or on it alone.
    """
    essay = find_essay(db.session, slug)
    require_on(db.session, person(), essay, deed)
    return essay


def text_of(version: "Version") -> Response:
    """Answer the text of a version, to the letter."""
    text = whole_text(db.session, version.id)
    return answer_file(text, "text/plain; charset=utf-8", version.sha256)


def _unpack(data: bytes) -> "Essay":
    """Store an archive that a desk exported, whose editions are public with it."""
    require_also(Deed.PUBLISH)
    return import_archive(
        db.session,
        actor=person(),
        archived=read_archive(data),
        copies=settings().copies_dir,
    )


def _import(document: Document, said: dict[str, Any]) -> "Essay":
    """Store a document; what is not said of it is what it says itself."""
    scale, mark = said.pop("scale", "newsroom"), said.pop("mark", "none")
    found = {
        name: getattr(document, name)
        for name in ("title", "byline", "appeared", "language")
    }
    return import_essay(
        db.session,
        actor=person(),
        document=document,
        details=EssayDetails(**found | {k: v for k, v in said.items() if v}),
        scale_key=scale,
        mark=mark,
    )


def _created(essay: "Essay") -> tuple[dict[str, Any], dict[str, str]]:
    shown = essay_shown(essay_for(essay.slug, Deed.READ_DESK))
    return shown, {"Location": f"{API_ROOT}/essays/{essay.slug}"}


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
        "unpublished_at": essay.unpublished_at,
        **{each.name: getattr(essay, each.name) for each in fields(EssayDetails)},
    }
