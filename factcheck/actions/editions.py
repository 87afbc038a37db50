"""Publishing: the annotated essay frozen as an edition."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.essays import note_event
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError
from factcheck.exports.json import write_json
from factcheck.models import Edition, Essay, User
from factcheck.models.base import now
from factcheck.queries.annotated import annotated_essay
from factcheck.rules.annotated import EditionNote
from factcheck.rules.annotating import with_edition
from factcheck.rules.permissions import Deed

NOTE_LIMIT = 2_000


def publish_edition(
    session: Session, *, actor: User, essay: Essay, note: str
) -> Edition:
    """Freeze the annotated essay as its next edition, for everyone to read.

    Raises:
        InvalidError: a later edition without a note that says what was corrected.
        StaleError: somebody published at the same moment.
    """
    require_on(session, actor, essay, Deed.PUBLISH)
    number = _last_number(session, essay) + 1
    note = " ".join(note.split())
    if number > 1 and not note:
        raise InvalidError("note", "Say what was corrected since the last edition.")
    if len(note) > NOTE_LIMIT:
        raise InvalidError("note", f"Keep the note under {NOTE_LIMIT:,} characters.")
    published = now().replace(microsecond=0)
    label = EditionNote(number, f"{published:%Y-%m-%dT%H:%M:%SZ}", note)
    frozen = with_edition(annotated_essay(session, essay), label)
    edition = Edition(
        essay_id=essay.id,
        number=number,
        note=note,
        document=write_json(frozen).decode(),
        published_by_id=actor.id,
        published_at=published,
    )
    session.add(edition)
    flush(session)
    event = note_event(session, actor, essay, "edition.published")
    event.after = {"edition": number, "note": note}
    return edition


def _last_number(session: Session, essay: Essay) -> int:
    found = session.scalar(
        select(func.max(Edition.number)).where(Edition.essay_id == essay.id)
    )
    return found or 0
