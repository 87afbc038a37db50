"""Sources: found, read, corrected and merged for everybody who cites them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.actions.library import edit_source, merge_sources, undo_source
from factcheck.api.access import person, require_role
from factcheck.api.cursors import number_in, page
from factcheck.api.essays import essay_for
from factcheck.api.operations import Noun, require_match
from factcheck.api.schemas.sources import (
    KeptSourceSchema,
    LastChangeSchema,
    LibraryQuery,
    LibrarySchema,
    NewSourceSchema,
    PairSchema,
    SourceHistorySchema,
    SourcesSchema,
    UsesSchema,
)
from factcheck.database import db
from factcheck.errors import InvalidError, NotFoundError
from factcheck.queries.essays import current_version
from factcheck.queries.library import (
    Happened,
    Sought,
    history_of,
    last_change,
    list_sources,
    source_seen,
    uses_of,
)
from factcheck.queries.sources import source_facts, sources_used
from factcheck.queries.viewers import viewer_of
from factcheck.rules.citations import SourceFacts, SourceKind, source_state
from factcheck.rules.history import describe
from factcheck.rules.permissions import Deed

if TYPE_CHECKING:
    from factcheck.models import Source

bp = Noun("sources", "What reviews rest on. Each stands once for the whole desk.")
ONE = "/sources/<int:source_id>"
LAST = f"{ONE}/last-change"
PAIR = f"{ONE}/merge/<int:other_id>"


@bp.operation(
    "GET /sources", Deed.READ_DESK, LibrarySchema, query=LibraryQuery, refuses=(422,)
)
def library(query: dict[str, Any]) -> dict[str, Any]:
    """List the desk's sources, newest first; none that only a blind review cites."""
    found = list_sources(
        db.session,
        require_role(Deed.READ_DESK),
        Sought(query["q"], query["kind"]),
        before=number_in(query["cursor"]),
        most=query["limit"] + 1,
    )
    rows = [
        {"id": each.id, "source": source_state(each.facts), "uses": each.uses}
        for each in found
    ]
    return page(rows, query["limit"], lambda row: row["id"])


@bp.operation(
    "GET /essays/<slug>/sources", Deed.READ_DESK, SourcesSchema, refuses=(404,)
)
def used(slug: str) -> dict[str, Any]:
    """List sources with an address that were cited in an essay, the latest first.

    They come from your own reviews and from claims that are settled: at most fifty.
    """
    essay = essay_for(slug, Deed.READ_DESK)
    found = sources_used(
        db.session,
        essay=essay,
        version_id=current_version(db.session, essay).id,
        viewer=viewer_of(db.session, person(), essay),
    )
    return {"items": [source_state(source) for source in found], "next": None}


@bp.operation(f"GET {ONE}", Deed.READ_DESK, KeptSourceSchema, refuses=(404,))
def show(source_id: int) -> dict[str, Any]:
    """Read what is known of a source; of one that was merged, what it is part of."""
    return _shown(_seen(source_id))


@bp.operation(
    f"PATCH {ONE}",
    Deed.REVIEW,
    KeptSourceSchema,
    takes=NewSourceSchema,
    refuses=(404, 422),
)
def edit(body: dict[str, Any], source_id: int) -> dict[str, Any]:
    """Correct a source for everybody who cites it; what is left out stays.

    What it said before is kept, and whoever still sends that comes to this source.
    Another that says just the same already becomes part of it.
    """
    source = _seen(source_id)
    require_match(bp, _shown(source), KeptSourceSchema)
    kept = edit_source(
        db.session,
        actor=person(),
        source=source,
        facts=facts_given(body, source_facts(source)),
        revision=source.revision,
    )
    return _shown(kept)


@bp.operation(f"GET {ONE}/uses", Deed.READ_DESK, UsesSchema, refuses=(404,))
def uses(source_id: int) -> dict[str, Any]:
    """List the claims at which you may know that it is cited: at most a hundred."""
    found = uses_of(db.session, person(), _seen(source_id))
    return {"items": found, "next": None}


@bp.operation(f"GET {ONE}/history", Deed.READ_DESK, SourceHistorySchema, refuses=(404,))
def history(source_id: int) -> dict[str, Any]:
    """List what happened to a source, newest first."""
    found = history_of(db.session, person(), _seen(source_id))
    return {"items": [_happened(each) for each in found], "next": None}


@bp.operation(f"GET {LAST}", Deed.READ_DESK, LastChangeSchema, refuses=(404,))
def last(source_id: int) -> dict[str, Any]:
    """Read which correction or merge of a source would be undone now."""
    return _last(_seen(source_id))


@bp.operation(f"DELETE {LAST}", Deed.REVIEW, None, status=204, refuses=(404, 409))
def undo(source_id: int) -> None:
    """Undo the last correction or merge; editors alone a merge, or another's.

    Citations, kept copies and former facts go back to where they were.
    """
    source = _seen(source_id)
    change = _last(source)
    require_match(bp, change, LastChangeSchema)
    undo_source(db.session, actor=person(), source=source, seen=change["id"])


@bp.operation(f"GET {PAIR}", Deed.RULE, PairSchema, refuses=(404, 422))
def pair(source_id: int, other_id: int) -> dict[str, Any]:
    """Read two sources side by side, to say whether they are one."""
    return _pair(*_both(source_id, other_id))


@bp.operation(f"PUT {PAIR}", Deed.RULE, PairSchema, refuses=(404, 422))
def merge(source_id: int, other_id: int) -> dict[str, Any]:
    """Make the other source part of the first: every citation of it, every copy."""
    kept, other = _both(source_id, other_id)
    require_match(bp, _pair(kept, other), PairSchema)
    if kept.id != other.id:
        seen = (kept.revision, other.revision)
        merge_sources(db.session, actor=person(), kept=kept, other=other, seen=seen)
    return _pair(*_both(source_id, other_id))


def facts_given(given: Mapping[str, Any], stand: SourceFacts) -> SourceFacts:
    """Return what a source says once what was given of it takes its place.

    Args:
        given: as NewSourceSchema loads it.
        stand: what it says where nothing was given.
    """
    said = dict(given)
    details = replace(stand.details, **said.pop("details", {}))
    kind = SourceKind(said.pop("kind", stand.kind))
    return replace(stand, kind=kind, details=details, **said)


def _seen(source_id: int) -> "Source":
    """Return a source that whoever asks may know of.

    Raises:
        ForbiddenError: they may not read the desk.
        NotFoundError: there is none.
    """
    return source_seen(db.session, require_role(Deed.READ_DESK), source_id)


def _shown(source: "Source") -> dict[str, Any]:
    return {"id": source.id, "source": source_state(source_facts(source))}


def _happened(change: Happened) -> dict[str, Any]:
    return {
        "id": change.id,
        "what": describe(change.kind, {}),
        "who": change.who,
        "at": change.at,
        "before": source_state(change.before) if change.before else None,
        "after": source_state(change.after) if change.after else None,
    }


def _last(source: "Source") -> dict[str, Any]:
    event = last_change(db.session, source)
    for change in history_of(db.session, person(), source):
        if event is not None and change.id == event.id:
            return _happened(change)
    raise NotFoundError("There is nothing to undo at this source.")


def _both(source_id: int, other_id: int) -> "tuple[Source, Source]":
    require_role(Deed.RULE)
    if source_id == other_id:
        raise InvalidError("other", "Name two sources.")
    return _seen(source_id), _seen(other_id)


def _pair(kept: "Source", other: "Source") -> dict[str, Any]:
    merged = kept.id == other.id
    return {"kept": _shown(kept), "other": _shown(other), "merged": merged}
