"""A version's layout: runs of its sentences, and who last changed it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Essay, Event, Paragraph, Sentence, User, Version
from factcheck.rules.sentences import SentenceName
from factcheck.rules.sorting import parse_sorting
from factcheck.rules.units import Unit, from_state
from factcheck.text.paragraphs import ParagraphKind
from factcheck.translating import _


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences that stand side by side, and what stands before them.

    Attributes:
        sentences: the rows, in order; none where words stand in no sentence.
        opens: the kind of the paragraph each of them opens, or None.
        position: of the first, or of the one that would stand here.
        number_before: of the paragraph of the sentence before; 0 at the beginning.
        kind_before: its kind; None at the beginning.
    """

    sentences: tuple[Sentence, ...]
    opens: tuple[ParagraphKind | None, ...]
    position: int
    number_before: int
    kind_before: ParagraphKind | None

    @property
    def units(self) -> tuple[Unit, ...]:
        """The sentences as rules/units sees them."""
        return tuple(
            Unit(s.start, s.end, parse_sorting(s.sorting, s.reason or ""), kind)
            for s, kind in zip(self.sentences, self.opens, strict=True)
        )

    @property
    def last_number(self) -> int:
        """Number of the paragraph in which the run ends."""
        return self.sentences[-1].paragraph if self.sentences else self.number_before


def run_at(session: Session, version_id: int, position: int, count: int = 1) -> Run:
    """Return the sentences from a position on; fewer where the text ends."""
    there = Sentence.position.between(position - 1, position + count - 1)
    return _run(session, version_id, there, position)


def run_from(session: Session, version_id: int, start: int, count: int) -> Run:
    """Return the sentences from the first that begins at an offset or after it."""
    first = session.scalar(
        select(Sentence.position)
        .where(Sentence.version_id == version_id, Sentence.start >= start)
        .order_by(Sentence.start)
        .limit(1)
    )
    if first is None:
        first = 1 + last_position(session, version_id)
    return run_at(session, version_id, first, count)


def paragraph_at(session: Session, version_id: int, position: int) -> Run:
    """Return all sentences of the paragraph in which a sentence stands."""
    number = select(Sentence.paragraph).where(
        Sentence.version_id == version_id, Sentence.position == position
    )
    positions = session.scalars(
        select(Sentence.position)
        .where(
            Sentence.version_id == version_id,
            Sentence.paragraph == number.scalar_subquery(),
        )
        .order_by(Sentence.position)
    ).all()
    if not positions:
        return run_at(session, version_id, position, 0)
    return run_at(session, version_id, positions[0], len(positions))


def last_position(session: Session, version_id: int) -> int:
    """Return how many sentences there are; positions run from 1 without a hole."""
    found = session.scalar(
        select(Sentence.position)
        .where(Sentence.version_id == version_id)
        .order_by(Sentence.position.desc())
        .limit(1)
    )
    return found or 0


def last_correction(session: Session, essay: Essay) -> tuple[Event, str] | None:
    """Return the last event that renumbered sentences, and who did it."""
    row = session.execute(
        select(Event, User.name)
        .outerjoin(User, User.id == Event.actor_id)
        .where(
            Event.essay_id == essay.id,
            Event.after["layout"].as_string().is_not(None),
        )
        .order_by(Event.id.desc())
        .limit(1)
    ).first()
    return (row[0], row[1] or _("Somebody")) if row else None


def named_sentences(
    session: Session, version: Version, event: Event
) -> dict[str, Sentence]:
    """Return the sentences that an event sorted, as far as they are still the same.

    An event from before sentences could be split names them by position; that holds
    in the text it happened in, as long as nothing was renumbered.
    """
    names = {key: SentenceName.parse(key) for key in event.before.get("sentences", {})}
    starts = [name.start for name in names.values() if name.version_id == version.id]
    places = [name.position for name in names.values() if not name.version_id]
    if version.layout > 1 or event.at < version.created_at:
        places = []
    found = session.scalars(
        select(Sentence).where(
            Sentence.version_id == version.id,
            or_(Sentence.start.in_(starts), Sentence.position.in_(places)),
        )
    ).all()
    spans = {(s.start, s.end): s for s in found}
    numbered = {s.position: s for s in found if s.position in set(places)}
    same = {
        key: spans.get((name.start, name.end))
        if name.version_id == version.id
        else numbered.get(name.position if not name.version_id else 0)
        for key, name in names.items()
    }
    return {key: sentence for key, sentence in same.items() if sentence}


def positions_of(session: Session, version_id: int, event: Event) -> set[int]:
    """Return where the sentences are now that an event sorted or laid out."""
    names = [
        SentenceName.parse(key)
        for half in (event.before, event.after)
        for key in half.get("sentences", {})
    ]
    starts = {name.start for name in names if name.version_id == version_id}
    layout = event.after.get("layout", {})
    if layout.get("version") == version_id:
        starts |= {unit.start for unit in from_state(layout["run"])}
    found = session.scalars(
        select(Sentence.position).where(
            Sentence.version_id == version_id, Sentence.start.in_(starts)
        )
    )
    return {*found, *(name.position for name in names if not name.version_id)}


def anchors_in(session: Session, sentence_id: int) -> bool:
    """Say whether a claim stands, or once stood, in a sentence."""
    asked = select(Anchor.id).where(Anchor.sentence_id == sentence_id).limit(1)
    return session.scalar(asked) is not None


def _run(
    session: Session, version_id: int, there: ColumnElement[bool], position: int
) -> Run:
    found = session.scalars(
        select(Sentence)
        .where(Sentence.version_id == version_id, there)
        .order_by(Sentence.position)
    ).all()
    kinds = kinds_numbered(session, version_id, {s.paragraph for s in found})
    before = [s for s in found if s.position < position]
    number = before[0].paragraph if before else 0
    return Run(
        sentences=tuple(found[len(before) :]),
        opens=_opens(found[len(before) :], number, kinds),
        position=position,
        number_before=number,
        kind_before=kinds.get(number, ParagraphKind.PROSE) if before else None,
    )


def kinds_numbered(
    session: Session, version_id: int, numbers: Collection[int]
) -> dict[int, ParagraphKind]:
    """Return the kinds of some paragraphs, by number."""
    rows = session.execute(
        select(Paragraph.number, Paragraph.kind).where(
            and_(Paragraph.version_id == version_id, Paragraph.number.in_(numbers))
        )
    )
    return {number: ParagraphKind(kind) for number, kind in rows}


def _opens(
    sentences: Sequence[Sentence], before: int, kinds: dict[int, ParagraphKind]
) -> tuple[ParagraphKind | None, ...]:
    opens: list[ParagraphKind | None] = []
    for sentence in sentences:
        new = sentence.paragraph != before
        kind = kinds.get(sentence.paragraph, ParagraphKind.PROSE)
        opens.append(kind if new else None)
        before = sentence.paragraph
    return tuple(opens)
