"""The desk's sources corrected, merged and brought in; each can be undone.

A row is changed in place, so every citation says at once what the source is called by
now. Its former facts stay as a row that became this one (models/sources). Sources that
are merged keep their kept copies together: whatever hung on the one's key hangs on the
other's, and comes back when the merge is undone.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.changes import Changes
from factcheck.actions.merging import (
    CHANGED_SINCE,
    TAKEN_SINCE,
    free,
    join,
    move_key,
    part,
)
from factcheck.actions.noting import note_desk
from factcheck.actions.saving import begin_to_write, flush
from factcheck.actions.sources import keep_sources
from factcheck.errors import InvalidError, NothingToUndoError, StaleError
from factcheck.models import Event, Source, User
from factcheck.queries.library import last_change
from factcheck.queries.sources import source_facts
from factcheck.rules.citations import (
    SourceFacts,
    check_source,
    fingerprint,
    found_by,
    source_from_state,
    source_state,
)
from factcheck.rules.evidence import address_key, source_key
from factcheck.rules.permissions import Deed, require
from factcheck.translating import _


def edit_source(
    session: Session, *, actor: User, source: Source, facts: SourceFacts, revision: int
) -> Source:
    """Correct what is known of a source, for everybody who cites it.

    Another source that says just the same already becomes part of this one.

    Args:
        session: the database session.
        actor: a reviewer.
        source: that they may know of (queries/library.source_seen).
        facts: what it says from now on.
        revision: of the source as they saw it.

    Raises:
        InvalidError: the facts are unsound.
        StaleError: somebody corrected or merged it in between.
    """
    require(actor.role, Deed.REVIEW)
    facts = check_source(facts)
    (source,) = _hold(session, [source.id])
    if source_facts(source) == facts and source.became_id is None:
        return source
    _refuse_stale(source, revision)
    twin = session.scalars(
        select(Source).where(
            Source.fingerprint == fingerprint(facts),
            Source.id != source.id,
            Source.became_id.is_(None),
        )
    ).first()
    if twin is not None:
        join(session, actor, source, twin)
    changes = Changes(session, actor)
    changes.source(source_state(source_facts(source)), source_state(facts))
    _rename(session, source, facts)
    changes.write("source.edited", source=source)
    flush(session)
    return source


def merge_sources(
    session: Session, *, actor: User, kept: Source, other: Source, seen: Sequence[int]
) -> None:
    """Make two sources one: every citation of the other is one of the kept source.

    Args:
        session: the database session.
        actor: an editor.
        kept: whose facts stay.
        other: what becomes part of it.
        seen: the revisions of both, as the editor saw them.

    Raises:
        InvalidError: it is one source.
        StaleError: somebody corrected or merged one of them in between.
    """
    require(actor.role, Deed.RULE)
    if kept.id == other.id:
        raise InvalidError("other", _("Choose two sources to merge."))
    held = {row.id: row for row in _hold(session, [kept.id, other.id])}
    for row, revision in zip((kept, other), seen, strict=True):
        _refuse_stale(held[row.id], revision)
    join(session, actor, held[kept.id], held[other.id])


def import_sources(
    session: Session, *, actor: User | None, sources: Collection[SourceFacts]
) -> int:
    """Put sources on the desk's list; return how many were not there before.

    Args:
        session: the database session.
        actor: an editor, or nobody for a command.
        sources: sound facts (rules/citations.check_source).
    """
    if actor is not None:
        require(actor.role, Deed.IMPORT)
    begin_to_write(session)
    last = session.scalar(select(Source.id).order_by(Source.id.desc()).limit(1)) or 0
    kept = keep_sources(session, sources, listed=True)
    rows = {row.id: row for row in kept.values()}
    for row in rows.values():
        row.listed = True
    new = sum(1 for number in rows if number > last)
    note_desk(session, actor, "sources.imported", {"sources": len(rows), "new": new})
    flush(session)
    return new


def undo_source(
    session: Session, *, actor: User, source: Source, seen: int = 0
) -> Event:
    """Reverse the last change of a source: a correction or a merge.

    Args:
        session: the database session.
        actor: who made it; an editor where it is a merge, or somebody else's.
        source: whose change.
        seen: id of the event that they saw as the last; 0 does not ask.

    Raises:
        NothingToUndoError: there is none, or it cannot be reversed any more.
        StaleError: another change came after the one they saw.
    """
    require(actor.role, Deed.REVIEW)
    (source,) = _hold(session, [source.id])
    event = last_change(session, source)
    if event is None:
        raise NothingToUndoError(_("There is nothing to undo at this source."))
    if seen and seen != event.id:
        raise _stale(source)
    if event.kind == "source.merged" or event.actor_id != actor.id:
        require(actor.role, Deed.RULE)
    changes = Changes(session, actor)
    changes.source(event.after["source"], event.before["source"])
    if event.kind == "source.merged":
        part(session, source, event.before["source"]["moved"])
    else:
        before = source_from_state(event.before["source"])
        if source_state(source_facts(source)) != event.after["source"]:
            raise NothingToUndoError(_(CHANGED_SINCE))
        if _taken(session, source, before):
            raise NothingToUndoError(_(TAKEN_SINCE))
        _rename(session, source, before)
    undone = changes.write("source.undone", source=source, undoes=event)
    flush(session)
    return undone


def _hold(session: Session, ids: Collection[int]) -> Sequence[Source]:
    """Return sources as they are now; nobody else changes or cites them meanwhile."""
    begin_to_write(session)
    return session.scalars(
        select(Source)
        .where(Source.id.in_(ids))
        .order_by(Source.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def _refuse_stale(source: Source, revision: int) -> None:
    if source.became_id is None and source.revision == revision:
        return
    raise _stale(source)


def _stale(source: Source) -> StaleError:
    return StaleError(
        _(
            "Somebody corrected or merged this source while you had it open. Nothing of"
            " theirs was overwritten."
        ),
        theirs=source_state(source_facts(source)) | {"revision": source.revision},
    )


def _taken(session: Session, source: Source, facts: SourceFacts) -> bool:
    """Say whether another source says just this."""
    taken = select(Source.id).where(
        Source.fingerprint == fingerprint(facts),
        Source.id != source.id,
        Source.became_id.is_(None),
    )
    return session.scalar(taken) is not None


def _rename(session: Session, source: Source, facts: SourceFacts) -> None:
    """Let a source say something else, and know it by what it said before."""
    was = source_facts(source)
    moved = address_key(was.url) != address_key(facts.url)
    free(session, fingerprint(facts))
    _write(source, facts)
    if moved and facts.url:
        move_key(session, source, source_key(facts))
    session.flush()
    # A bare address that led elsewhere may be meant by who writes it next.
    if was.title or not moved:
        session.add(
            Source(
                fingerprint=fingerprint(was),
                key=source.key,
                became_id=source.id,
                found_by="",
                **{"details": {}} | source_state(was),
            )
        )
        session.flush()


def _write(source: Source, facts: SourceFacts) -> None:
    for name, value in ({"details": {}} | source_state(facts)).items():
        setattr(source, name, value)
    source.fingerprint = fingerprint(facts)
    source.found_by = found_by(facts)
