"""Publishing: the annotated essay frozen as an edition, or its editions taken down."""

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.essays import note_event
from factcheck.actions.saving import flush, take_turn
from factcheck.errors import InvalidError, StaleError
from factcheck.exports.json import write_json
from factcheck.exports.reading import read_json
from factcheck.models import Edition, Essay, User
from factcheck.models.base import now
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.beside import utc
from factcheck.queries.editions import LastEdition, last_document, last_edition
from factcheck.rules.annotated import AnnotatedEssay, Correction, EditionNote
from factcheck.rules.annotating import with_edition
from factcheck.rules.editions import (
    check_farewell,
    check_note,
    check_reasons,
    corrections,
)
from factcheck.rules.permissions import Deed
from factcheck.translating import _

_NO_REASONS: Mapping[int, str] = MappingProxyType({})


def publish_edition(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    note: str,
    reasons: Mapping[int, str] = _NO_REASONS,
    seen: int | None = None,
) -> Edition:
    """Freeze the annotated essay as its next edition, for everyone to read.

    An essay that was taken down is up again with it.

    Args:
        session: the database session.
        actor: an editor of the desk or of this essay.
        essay: what to publish.
        note: what was corrected, in words; the first edition needs none.
        reasons: why a verdict changed, by claim number; a ruling's own reason stands
            in for one left out.
        seen: number of the newest edition that the editor saw; None does not ask.

    Raises:
        InvalidError: a later edition that does not say what was corrected, and why.
        StaleError: somebody published at the same moment; their edition stands.
    """
    require_on(session, actor, essay, Deed.PUBLISH)
    take_turn(session, essay)
    last = last_edition(session, essay.id)
    number = last.number + 1
    if seen is not None and seen != last.number:
        raise _published_meanwhile(last)
    note = check_note(note, number)
    annotated = annotated_essay(session, essay)
    corrected = next_corrections(session, essay, annotated, reasons)
    check_reasons(corrected)
    published = now().replace(microsecond=0)
    label = EditionNote(number, utc(published), note, corrected)
    edition = Edition(
        essay_id=essay.id,
        number=number,
        note=note,
        corrections=[asdict(correction) for correction in corrected],
        document=write_json(with_edition(annotated, label)).decode(),
        published_by_id=actor.id,
        published_at=published,
    )
    session.add(edition)
    if essay.unpublished_at is not None:
        essay.unpublished_at, essay.unpublished_note = None, ""
    flush(session)
    event = note_event(session, actor, essay, "edition.published")
    event.after = {"edition": number, "note": note, "corrections": len(corrected)}
    return edition


def unpublish_essay(session: Session, *, actor: User, essay: Essay, note: str) -> None:
    """Take down all editions of an essay; a page at their addresses says so and why.

    Nothing is deleted: the next edition brings the earlier ones back.

    Raises:
        InvalidError: no note, or nothing is up.
        StaleError: somebody changed the essay at the same moment.
    """
    require_on(session, actor, essay, Deed.PUBLISH)
    note = check_farewell(note)
    take_turn(session, essay)
    last = last_edition(session, essay.id)
    if not last.number or essay.unpublished_at is not None:
        raise InvalidError("note", _("Nothing of this essay is published."))
    essay.unpublished_at, essay.unpublished_note = now(), note
    flush(session)
    event = note_event(session, actor, essay, "edition.unpublished")
    event.after = {"edition": last.number, "note": note}


def next_corrections(
    session: Session,
    essay: Essay,
    annotated: AnnotatedEssay,
    reasons: Mapping[int, str] = _NO_REASONS,
) -> tuple[Correction, ...]:
    """Return what an edition of the essay as it stands would correct."""
    document = last_document(session, essay.id)
    if document is None:
        return ()
    return corrections(read_json(document.encode()), annotated, reasons)


def _published_meanwhile(last: LastEdition) -> StaleError:
    if last.published_at is None:
        return StaleError(_("Nothing of this essay is published yet."))
    said = [
        _(
            "%(name)s published edition %(number)s at %(time)s UTC, while you had this"
            " page open.",
            name=last.by,
            number=last.number,
            time=f"{last.published_at:%H:%M}",
        ),
        _("It says: %(note)s", note=last.note) if last.note else "",
        _(
            "That edition stands, and nothing of yours was published. What you wrote is"
            " kept below; publish edition %(next)s if it is still needed.",
            next=last.number + 1,
        ),
    ]
    return StaleError(
        " ".join(part for part in said if part),
        who=last.by,
        theirs={"edition": last.number, "note": last.note},
    )
