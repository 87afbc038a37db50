"""What hangs on a source that becomes part of another, moved and moved back."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from factcheck.actions.changes import Changes
from factcheck.actions.fetches import ask_for, wake
from factcheck.actions.saving import flush
from factcheck.errors import NothingToUndoError
from factcheck.models import Citation, Fetch, Memento, Snapshot, Source, User
from factcheck.queries.sources import source_facts
from factcheck.rules.citations import source_state
from factcheck.translating import N_, _

CHANGED_SINCE = N_("The last change cannot be undone: the source was changed since.")
TAKEN_SINCE = N_(
    "The last change cannot be undone: another source of the desk says just that"
    " by now."
)
_MOST_AT_ONCE = 500
State = dict[str, Any]


def join(session: Session, actor: User, kept: Source, other: Source) -> None:
    """Make a source part of another, with its citations, copies and former facts.

    Both are held. Where both share no key, all that has the other's follows: whoever
    is at that address is at the kept source's.
    """
    moved: State = {
        "id": other.id,
        "key": other.key,
        "fingerprint": other.fingerprint,
        "listed": kept.listed,
        "citations": _move(
            session, Citation.source_id, kept.id, Citation.source_id == other.id
        ),
        "former": _move(
            session, Source.became_id, kept.id, Source.became_id == other.id
        ),
    }
    if kept.key != other.key:
        moved |= _join_keys(session, kept.key, other)
    changes = Changes(session, actor)
    changes.source(
        source_state(source_facts(other)) | {"moved": moved},
        source_state(source_facts(kept)),
    )
    other.became_id = kept.id
    kept.listed = kept.listed or other.listed
    changes.write("source.merged", source=kept)
    flush(session)
    wake(session)  # Quotations are looked for in the copies that came along.


def part(session: Session, kept: Source, moved: State) -> None:
    """Make two sources of one again: what was moved goes back, as far as it is there.

    Raises:
        NothingToUndoError: the other is part of something else by now, or its facts
            are those of a third.
    """
    other = session.get_one(Source, moved["id"], populate_existing=True)
    if other.became_id != kept.id:
        raise NothingToUndoError(_(CHANGED_SINCE))
    if other.fingerprint != moved["fingerprint"]:
        free(session, moved["fingerprint"])
        other.fingerprint = moved["fingerprint"]
    other.became_id = None
    kept.listed = moved["listed"]
    flush(session)
    _move_back(session, Citation.source_id, moved["citations"], kept.id, other.id)
    _move_back(session, Source.became_id, moved["former"], kept.id, other.id)
    for name, column in _HANG_ON_KEYS.items():
        _move_back(session, column, moved.get(name, ()), kept.key, other.key)
    ask_for(session, [other] if other.url else [])
    wake(session)


def free(session: Session, fingerprint: str) -> None:
    """Let former facts of some source be free to be the facts of one again.

    Raises:
        NothingToUndoError: a source says just that.
    """
    session.flush()
    holder = session.scalars(
        select(Source).where(Source.fingerprint == fingerprint)
    ).first()
    if holder is None:
        return
    if holder.became_id is None:
        raise NothingToUndoError(_(TAKEN_SINCE))
    holder.fingerprint = f"former:{holder.id}"
    session.flush()


def move_key(session: Session, source: Source, key: str) -> None:
    """Hang a source's copies on another key, unless others share them."""
    old, source.key = source.key, key
    session.flush()
    shared = select(Source.id).where(Source.key == old, Source.became_id.is_(None))
    if session.scalar(shared.limit(1)) is None:
        _move_copies(session, old, key)
        _move(session, Source.key, key, Source.key == old)
    ask_for(session, [source])


_HANG_ON_KEYS: dict[str, InstrumentedAttribute[str]] = {
    "keyed": Source.key,
    "snapshots": Snapshot.source_key,
    "mementos": Memento.source_key,
}


def _join_keys(session: Session, key: str, other: Source) -> State:
    alike = Source.key == other.key
    others = alike & Source.became_id.is_(None) & (Source.id != other.id)
    keyed = _move(session, Source.key, key, others)
    return {"keyed": keyed} | _move_copies(session, other.key, key)


def _move_copies(session: Session, old: str, key: str) -> State:
    """Move copies, and the archives' copies that the other key does not have."""
    there = select(Memento.url).where(Memento.source_key == key)
    session.execute(delete(Fetch).where(Fetch.source_key == old))
    return {
        "snapshots": _move(
            session, Snapshot.source_key, key, Snapshot.source_key == old
        ),
        "mementos": _move(
            session,
            Memento.source_key,
            key,
            (Memento.source_key == old) & Memento.url.not_in(there),
        ),
    }


def _move(
    session: Session,
    column: InstrumentedAttribute[Any],
    value: object,
    which: ColumnElement[bool],
) -> list[int]:
    """Give a column of some rows another value; return the rows' ids."""
    model = column.class_
    moved = session.scalars(
        update(model)
        .where(which)
        .values({column: value})
        .returning(model.id)
        .execution_options(synchronize_session=False)
    )
    return sorted(moved)


def _move_back(
    session: Session,
    column: InstrumentedAttribute[Any],
    ids: Sequence[int],
    now: object,
    before: object,
) -> None:
    """Give rows their old value again, where they still have the new one."""
    model = column.class_
    for at in range(0, len(ids), _MOST_AT_ONCE):
        some = model.id.in_(ids[at : at + _MOST_AT_ONCE])
        _move(session, column, before, some & (column == now))
