"""Sentences: listed and read."""

from typing import Any

from factcheck.api.cursors import number_in, page
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun
from factcheck.api.schemas.sentences import (
    SentenceSchema,
    SentencesQuery,
    SentencesSchema,
)
from factcheck.database import db
from factcheck.queries.essays import current_version
from factcheck.queries.sentences import SentenceRow, sentence_row, sentence_rows
from factcheck.rules.permissions import Deed
from factcheck.rules.sorting import Sorting

bp = Noun("sentences", "Each stretch of an essay, and how it is sorted.")


@bp.operation(
    "GET /essays/<slug>/sentences",
    Deed.READ_DESK,
    SentencesSchema,
    query=SentencesQuery,
    refuses=(404,),
)
def index(query: dict[str, Any], slug: str) -> dict[str, Any]:
    """List the sentences of the present text in reading order."""
    sorting = query.get("sorting")
    rows = sentence_rows(
        db.session,
        current_version(db.session, essay_for(slug, Deed.READ_DESK)),
        after=number_in(query["cursor"]) - 1,
        limit=query["limit"] + 1,
        sorting=Sorting(sorting) if sorting else None,
    )
    return page(rows, query["limit"], lambda row: row.start + 1)


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
