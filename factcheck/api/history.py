"""History: what happened to an essay, and undoing one's own last action in it."""

from typing import TYPE_CHECKING, Any

from factcheck.actions.events import last_undoable, undo_last
from factcheck.actions.layouts import hold_version
from factcheck.api.access import person
from factcheck.api.cursors import number_in, page
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, require_match
from factcheck.api.schemas.history import (
    HistoryQuery,
    HistorySchema,
    LastActionSchema,
)
from factcheck.database import db
from factcheck.errors import NotFoundError
from factcheck.queries.history import history_before
from factcheck.queries.known_events import Narrowing
from factcheck.queries.viewers import viewer_of
from factcheck.rules.history import describe
from factcheck.rules.permissions import Deed

if TYPE_CHECKING:
    from factcheck.models import Essay

bp = Noun("history", "What happened to an essay, as far as you may know of it.")
LAST = "/essays/<slug>/last-action"


@bp.operation(
    "GET /essays/<slug>/history",
    Deed.READ_DESK,
    HistorySchema,
    query=HistoryQuery,
    refuses=(404, 422),
)
def index(query: dict[str, Any], slug: str) -> dict[str, Any]:
    """List what happened to an essay or one of its claims, newest first."""
    essay = essay_for(slug, Deed.READ_DESK)
    lines = history_before(
        db.session,
        essay=essay,
        viewer=viewer_of(db.session, person(), essay),
        wanted=Narrowing(claim=query.get("claim"), kind=query["kind"]),
        before=number_in(query["cursor"]),
        most=query["limit"] + 1,
    )
    return page(lines, query["limit"], lambda line: line.id)


@bp.operation(f"GET {LAST}", Deed.READ_DESK, LastActionSchema, refuses=(404,))
def last(slug: str) -> dict[str, Any]:
    """Read which of your own actions in an essay would be undone now."""
    return _last(essay_for(slug, Deed.READ_DESK))


@bp.operation(f"DELETE {LAST}", Deed.MARK, None, status=204, refuses=(404, 409))
def undo(slug: str) -> None:
    """Undo your own last action in an essay; the one before it is the last then.

    It is refused where somebody changed the same thing since.
    """
    essay = essay_for(slug, Deed.MARK)
    hold_version(db.session, essay)
    require_match(bp, _last(essay), LastActionSchema)
    undo_last(db.session, actor=person(), essay=essay)


def _last(essay: "Essay") -> dict[str, Any]:
    event = last_undoable(db.session, person(), essay)
    if event is None:
        raise NotFoundError("There is nothing of yours left to undo here.")
    what = describe(event.kind, event.after)
    return {"id": event.id, "kind": event.kind, "what": what, "at": event.at}
