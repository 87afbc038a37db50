"""Keeping copies of sources."""

from pathlib import Path

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.quotations import keep_checks, search
from factcheck.keeping import keep
from factcheck.models import Essay, Event, Snapshot, Source, User
from factcheck.queries.evidence import quoted_from
from factcheck.rules.permissions import Deed
from factcheck.text.kept import KeptText


def keep_upload(  # noqa: PLR0913  (each is said by name)
    session: Session,
    *,
    actor: User,
    essay: Essay,
    source: Source,
    data: bytes,
    read: KeptText,
    folder: Path,
) -> Snapshot:
    """Keep an uploaded file as a copy of a source, and check what is quoted from it.

    Args:
        session: the database session.
        actor: who uploads it.
        essay: in which the source is cited.
        source: what it is a copy of.
        data: the file's bytes.
        read: what they say.
        folder: where bytes are kept.

    Raises:
        ForbiddenError: the person may not.
        OSError: the folder cannot be written to.
    """
    require_on(session, actor, essay, Deed.REVIEW)
    snapshot = add_copy(
        session,
        Snapshot(source_key=source.key, taken_by_id=actor.id, url=source.url),
        data,
        read,
        folder,
    )
    # No essay and no claim is named: who cites the source may still be hidden.
    session.add(
        Event(
            kind="source.copied",
            actor_id=actor.id,
            after={"snapshot": snapshot.id, "sha256": snapshot.sha256},
        )
    )
    return snapshot


def add_copy(
    session: Session, snapshot: Snapshot, data: bytes, read: KeptText, folder: Path
) -> Snapshot:
    """Store a copy's bytes and words, and what is quoted from it as it stands there.

    What takes long comes first: nothing is written to the database until then.
    """
    found = search(quoted_from(session, snapshot.source_key), read.text)
    snapshot.sha256, snapshot.size = keep(folder, data), len(data)
    snapshot.text, snapshot.media_type = read.text, read.media_type
    snapshot.title, snapshot.author = read.title, read.author
    snapshot.publisher, snapshot.issued = read.publisher, read.issued
    session.add(snapshot)
    session.flush()
    keep_checks(session, snapshot.id, found)
    return snapshot
