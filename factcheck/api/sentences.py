"""Sentences: listed, read, sorted, split and joined; and their paragraphs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from factcheck.actions.layouts import hold_version
from factcheck.actions.sentences import sort_sentences
from factcheck.actions.units import (
    change_paragraph_kind,
    join_sentences,
    merge_paragraph,
    part_paragraph,
    split_sentence,
)
from factcheck.api.access import person
from factcheck.api.cursors import number_in, page
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, require_match
from factcheck.api.schemas.sentences import (
    SentenceChangeSchema,
    SentenceSchema,
    SentencesQuery,
    SentencesSchema,
    SortingSchema,
)
from factcheck.database import db
from factcheck.errors import InvalidError
from factcheck.queries.essays import current_version
from factcheck.queries.sentences import SentenceRow, sentence_row, sentence_rows
from factcheck.rules.permissions import Deed
from factcheck.rules.sorting import Sorting, parse_sorting
from factcheck.text.paragraphs import ParagraphKind

if TYPE_CHECKING:
    from factcheck.models import Version

bp = Noun("sentences", "Each stretch of an essay, and how it is sorted.")


@bp.operation(
    "GET /essays/<slug>/sentences",
    Deed.READ_DESK,
    SentencesSchema,
    query=SentencesQuery,
    refuses=(404, 422),
)
def index(query: dict[str, Any], slug: str) -> dict[str, Any]:
    """List the sentences of the present text in reading order."""
    essay = essay_for(slug, Deed.READ_DESK)
    return _page(current_version(db.session, essay), query)


@bp.operation(
    "PATCH /essays/<slug>/sentences",
    Deed.SORT,
    SentencesSchema,
    query=SentencesQuery,
    takes=SortingSchema,
    refuses=(404, 422),
)
def sort(body: dict[str, Any], query: dict[str, Any], slug: str) -> dict[str, Any]:
    """Sort many sentences of a page of the list at once: all of them, or none.

    Send the query that you read the page with, and its ETag; the answer is that page as
    it is now. It is one action, which is undone as one.
    """
    essay = essay_for(slug, Deed.SORT)
    version = hold_version(db.session, essay)
    seen = _page(version, query)
    require_match(bp, seen, SentencesSchema)
    if not {*body["positions"]} <= {row.position for row in seen["items"]}:
        raise InvalidError("positions", "Name sentences of the page that you read.")
    sort_sentences(
        db.session,
        actor=person(),
        essay=essay,
        positions=body["positions"],
        to=parse_sorting(body["sorting"], body["reason"] or ""),
    )
    return _page(version, query)


@bp.operation(
    "GET /essays/<slug>/sentences/<int:position>",
    Deed.READ_DESK,
    SentenceSchema,
    refuses=(404,),
)
def show(slug: str, position: int) -> SentenceRow:
    """Read a sentence."""
    essay = essay_for(slug, Deed.READ_DESK)
    return sentence_row(db.session, current_version(db.session, essay), position)


@bp.operation(
    "PATCH /essays/<slug>/sentences/<int:position>",
    Deed.SORT,
    SentenceSchema,
    takes=SentenceChangeSchema,
    refuses=(404, 422),
)
def change(body: dict[str, Any], slug: str, position: int) -> SentenceRow:
    """Sort a sentence, split or join it, or say what its paragraph is: one of these.

    Sorted as a claim, it is one as a whole unless words of it are marked already;
    sorted otherwise, its marks are taken back, and their reviews kept. Claims stay on
    their words when it is split or joined, and sentences after it have other positions.
    """
    essay = essay_for(slug, Deed.SORT)
    version = hold_version(db.session, essay)
    row = sentence_row(db.session, version, position)
    require_match(bp, row, SentenceSchema)
    asked = body.keys() - {"reason"}
    if len(asked) != 1 or body.get("join_next", True) is False:
        raise InvalidError(
            "sorting", "Send one of sorting, split_at, join_next, kind and opens."
        )
    deed, more = _way(asked.pop(), body, row)
    deed(db.session, actor=person(), essay=essay, **more)
    return sentence_row(db.session, current_version(db.session, essay), position)


def _way(
    asked: str, body: dict[str, Any], row: SentenceRow
) -> tuple[Callable[..., object], dict[str, Any]]:
    """Return what does what was asked of a sentence, and what it needs to know."""
    here: dict[str, Any] = {"position": row.position}
    deed: Callable[..., object] = join_sentences
    if asked == "sorting":
        to = parse_sorting(body["sorting"], body.get("reason") or "")
        deed, here = sort_sentences, {"positions": [row.position], "to": to}
    elif asked == "split_at":
        deed, here["at"] = split_sentence, body["split_at"]
    elif asked == "kind":
        deed = change_paragraph_kind
        here |= {"kind": ParagraphKind(body["kind"]), "was": row.kind}
    elif asked == "opens":
        deed = part_paragraph if body["opens"] else merge_paragraph
    return deed, here


def _page(version: "Version", query: dict[str, Any]) -> dict[str, Any]:
    sorting = query.get("sorting")
    rows = sentence_rows(
        db.session,
        version,
        after=number_in(query["cursor"]) - 1,
        limit=query["limit"] + 1,
        sorting=Sorting(sorting) if sorting else None,
    )
    return page(rows, query["limit"], lambda row: row.start + 1)
