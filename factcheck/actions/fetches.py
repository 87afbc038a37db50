"""The fetching of cited pages: asked for with the citation, done in the background.

What is to be done stands in the database and nowhere else, so nothing is lost when a
worker is killed: a page it had taken up is taken up again after a while. Each taking
up has a name, and only who holds the latest may end it, so nothing is done twice.
"""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from factcheck.actions.saving import add_unless_there
from factcheck.actions.snapshots import add_copy
from factcheck.errors import FetchError
from factcheck.keeping import keep
from factcheck.models import Citation, Fetch, Snapshot, Source
from factcheck.models.base import now
from factcheck.queries.evidence import latest_fetched
from factcheck.rules.evidence import address_key
from factcheck.text.kept import KeptText

MOST_TRIES = 3
# An address is still being typed; by then it is whole, or no citation names it.
SETTLE = timedelta(seconds=2)
_AGAIN = (timedelta(minutes=1), timedelta(minutes=10))
_WAKE = "fetches"
_MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Taken:
    """A page that this worker, and no other, fetches now."""

    id: int
    url: str
    source_key: str
    turn: str
    tries: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came.

    Attributes:
        url: its address after redirects.
        status: of the answer.
        data: its bytes.
        moved_to: where it says that it stands for good now, or "".
        warc: the whole exchange, as a WARC file.
    """

    url: str
    status: int
    data: bytes
    moved_to: str = ""
    warc: bytes = b""


def ask_for(session: Session, sources: Iterable[Source]) -> None:
    """Ask for the pages of sources that were not asked for before."""
    due = now() + SETTLE
    rows = {
        source.key: {
            "source_key": source.key,
            "url": source.url,
            "state": "waiting",
            "said": "",
            "tries": 0,
            "due_at": due,
            "turn": "",
        }
        for source in sources
        if source.url
    }
    if not rows:
        return
    add_unless_there(
        session, Fetch, Fetch.source_key, [rows[key] for key in sorted(rows)]
    )
    wake(session)


def ask_for_all(session: Session) -> None:
    """Ask for the page of every source that has an address and was never asked for."""
    asked = exists().where(Fetch.source_key == Source.key)
    rows = session.scalars(select(Source).where(Source.url != "", ~asked)).all()
    for at in range(0, len(rows), _MOST_AT_ONCE):
        ask_for(session, rows[at : at + _MOST_AT_ONCE])


def ask_for_nothing(session: Session) -> None:
    """Take back all that was asked for: a demo does not go out by itself."""
    session.execute(delete(Fetch))


def wake(session: Session) -> None:
    """Let the background know, once this is committed, that there is something."""
    session.info[_WAKE] = True


def woken(session: Session) -> bool:
    """Say whether there is something to do since this was asked last."""
    return bool(session.info.pop(_WAKE, False))


def ask_again(session: Session, *, before: datetime, limit: int | None = None) -> int:
    """Ask again for pages that were last fetched before a time; return how many."""
    chosen = (
        select(Fetch.id)
        .where(Fetch.state.in_(("kept", "failed")), Fetch.ended_at < before)
        .order_by(Fetch.ended_at)
        .limit(limit)
    )
    ids = list(session.scalars(chosen))
    for at in range(0, len(ids), _MOST_AT_ONCE):
        session.execute(
            update(Fetch)
            .where(Fetch.id.in_(ids[at : at + _MOST_AT_ONCE]))
            .values(state="waiting", tries=0, due_at=now())
        )
    return len(ids)


def take(session: Session, *, lease: float) -> Taken | None:
    """Take up the next page that is due, if there is one.

    Args:
        session: the database session; commit before fetching.
        lease: seconds after which a page that was taken up is given up for lost.
    """
    while (found := _first_due(session, lease)) is not None:
        cited = select(Citation.id).join(Source).where(Source.key == found.source_key)
        if session.scalars(cited.limit(1)).first() is not None:
            return _won(session, found, lease)
        session.execute(delete(Fetch).where(Fetch.id == found.id))
    return None


def _due(lease: float) -> ColumnElement[bool]:
    at = now()
    lost = Fetch.began_at < at - timedelta(seconds=lease)
    return or_(
        and_(Fetch.state == "waiting", Fetch.due_at <= at),
        and_(Fetch.state == "running", lost),
    )


def _first_due(session: Session, lease: float) -> Fetch | None:
    order = (Fetch.due_at, Fetch.id)
    return session.scalars(
        select(Fetch).where(_due(lease)).order_by(*order).limit(1)
    ).first()


def _won(session: Session, found: Fetch, lease: float) -> Taken | None:
    """Take a page up, unless another worker was faster."""
    turn = secrets.token_hex(8)
    won = session.execute(
        update(Fetch)
        .where(Fetch.id == found.id, Fetch.turn == found.turn, _due(lease))
        .values(state="running", turn=turn, began_at=now(), tries=Fetch.tries + 1)
        .returning(Fetch.tries)
    ).scalar()
    if won is None:
        return None
    return Taken(found.id, found.url, found.source_key, turn, won)


def keep_fetched(
    session: Session, taken: Taken, page: Fetched, read: KeptText, folder: Path
) -> bool:
    """Keep a page that was fetched; say whether it was still this worker's to keep.

    A page that says what it said when it was fetched last makes no new copy, so one
    that was uploaded since, because it says more, stays the latest.
    """
    latest = latest_fetched(session, taken.source_key)
    if latest is None or not _says(latest, read, page.data):
        snapshot = Snapshot(
            source_key=taken.source_key,
            url=taken.url,
            final_url=page.url,
            status=page.status,
            warc_sha256=keep(folder, page.warc) if page.warc else "",
        )
        add_copy(session, snapshot, page.data, read, folder)
    else:
        latest.seen_at = now()
    moved = page.moved_to if _elsewhere(taken.url, page.moved_to) else ""
    return _end(session, taken, state="kept", said="", moved_to=moved, gone=False)


def _says(copy: Snapshot, read: KeptText, data: bytes) -> bool:
    """Say whether a copy says what was read now; a picture is its bytes."""
    if not read.text:
        return copy.sha256 == hashlib.sha256(data).hexdigest()
    return copy.text == read.text


def _elsewhere(asked: str, moved_to: str) -> bool:
    return bool(moved_to) and address_key(asked) != address_key(moved_to)


def fail(session: Session, taken: Taken, error: FetchError) -> bool:
    """Note in words why a page was not fetched; try again later where that may help."""
    at = now()
    if error.again and taken.tries < MOST_TRIES:
        due = at + _AGAIN[taken.tries - 1]
        return _end(session, taken, state="waiting", said=error.message, due_at=due)
    state = "refused" if error.refused else "failed"
    return _end(session, taken, state=state, said=error.message, gone=error.gone)


def put_off(session: Session, taken: Taken, seconds: float) -> None:
    """Give a page back for a while, because its host has a pause."""
    due = now() + timedelta(seconds=seconds)
    _end(session, taken, state="waiting", due_at=due, tries=taken.tries - 1)


def _end(session: Session, taken: Taken, **values: object) -> bool:
    """End a taking up; when another has it by now, nothing of this one is kept."""
    mine = session.execute(
        update(Fetch)
        .where(Fetch.id == taken.id, Fetch.turn == taken.turn)
        .values(ended_at=now(), **values)
        .returning(Fetch.id)
    ).scalar()
    if mine is None:
        session.rollback()
    return mine is not None
