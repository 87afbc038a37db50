"""Lays sentences out anew: puts one run of them in place of another, losing nothing.

Whoever names sentences by position or words by offset takes a turn at the essay, and
so does whoever renumbers them: neither works on what the other is changing.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from factcheck.actions.saving import add_rows, take_turn
from factcheck.errors import MovedError
from factcheck.models import Anchor, Essay, Paragraph, Sentence, Version
from factcheck.queries.layouts import Run, last_correction
from factcheck.rules.history import describe
from factcheck.rules.layouts import Layout
from factcheck.rules.units import Unit
from factcheck.translating import _

# Positions and numbers are unique in each statement, so rows that move step aside.
_ASIDE = 1_000_000_000
_QUIETLY = {"synchronize_session": False}

_Row = dict[str, Any]


def hold_version(session: Session, essay: Essay, seen: Layout | None = None) -> Version:
    """Return the version in force, whose sentences nobody renumbers until we are done.

    Args:
        session: the database session.
        essay: whose version.
        seen: the layout that the person saw; None for who has just looked.

    Raises:
        MovedError: sentences were split, joined or replaced since.
    """
    take_turn(session, essay)
    version = session.scalars(
        select(Version)
        .where(Version.essay_id == essay.id, Version.current)
        .execution_options(populate_existing=True)
    ).one()
    if seen is not None and seen != Layout(version.number, version.layout):
        raise _moved(session, essay, version, seen)
    return version


def lay_out(
    session: Session, version: Version, run: Run, units: Sequence[Unit]
) -> None:
    """Put units in place of a run's sentences, over the same words.

    A sentence that begins where one began is the same row. Claims follow their words.

    Args:
        session: the database session, flushed.
        version: held.
        run: what stands now.
        units: what shall stand; each live claim of the run lies inside one of them.
    """
    numbers = _numbers(run, units)
    shift = (numbers[-1] if numbers else run.number_before) - run.last_number
    moves = [s.start for s in run.sentences] != [unit.start for unit in units]
    if moves:
        _step_aside(session, version, run)
    _write_sentences(session, version, run, _rows(run, units, numbers), moves=moves)
    if moves:
        _follow_words(session, version, run, units)
        _step_back(session, version, len(units) - len(run.sentences))
    _shift_paragraphs(session, version, run, len(units), shift)
    _write_kinds(session, version, units, numbers)
    if moves or [bool(kind) for kind in run.opens] != [bool(u.opens) for u in units]:
        version.layout += 1
    _forget(session)


def _numbers(run: Run, units: Sequence[Unit]) -> list[int]:
    """Number the paragraphs of the units, from the one that stands before them."""
    opened = run.sentences[0].paragraph if run.opens and run.opens[0] else 0
    number, numbers = run.number_before, []
    for unit in units:
        if unit.opens:
            number = max(number + 1, opened)
        numbers.append(number)
    return numbers


def _rows(run: Run, units: Sequence[Unit], numbers: Sequence[int]) -> list[_Row]:
    return [
        {
            "position": run.position + index,
            "paragraph": numbers[index],
            "start": unit.start,
            "end": unit.end,
            "sorting": unit.sorted.sorting.value,
            "reason": unit.sorted.reason.value if unit.sorted.reason else None,
        }
        for index, unit in enumerate(units)
    ]


def _step_aside(session: Session, version: Version, run: Run) -> None:
    """Make room: let the run and all that follows have positions out of the way."""
    session.execute(
        update(Sentence)
        .where(Sentence.version_id == version.id, Sentence.position >= run.position)
        .values(position=Sentence.position + _ASIDE),
        execution_options=_QUIETLY,
    )


def _step_back(session: Session, version: Version, by: int) -> None:
    """Let what follows the run come back, so many positions further."""
    session.execute(
        update(Sentence)
        .where(Sentence.version_id == version.id, Sentence.position > _ASIDE)
        .values(position=Sentence.position - _ASIDE + by),
        execution_options=_QUIETLY,
    )


def _write_sentences(
    session: Session, version: Version, run: Run, rows: Sequence[_Row], *, moves: bool
) -> None:
    """Write the rows that differ; whoever changes one of them meanwhile is refused."""
    known = {sentence.start: sentence for sentence in run.sentences}
    fresh = [row for row in rows if row["start"] not in known]
    for row in rows:
        sentence = known.get(row["start"])
        if sentence and (moves or any(getattr(sentence, n) != row[n] for n in row)):
            session.execute(
                update(Sentence)
                .where(Sentence.id == sentence.id)
                .values(**row, revision=Sentence.revision + 1),
                execution_options=_QUIETLY,
            )
    new = {"version_id": version.id, "revision": 1}
    add_rows(session, Sentence, [new | row for row in fresh])


def _follow_words(
    session: Session, version: Version, run: Run, units: Sequence[Unit]
) -> None:
    """Hand each claim to the sentence in which its words begin; drop what is empty.

    A mark that was taken back may reach across two sentences. It goes to the first,
    and can be brought back when they are one again.
    """
    old = [sentence.id for sentence in run.sentences]
    starts = [unit.start for unit in units]
    rows = session.execute(
        select(Sentence.start, Sentence.id).where(
            Sentence.version_id == version.id, Sentence.start.in_(starts)
        )
    )
    ids = {row.start: row.id for row in rows}
    for start, after in pairwise([*starts, version.length]):
        session.execute(
            update(Anchor)
            .where(
                Anchor.sentence_id.in_(old), Anchor.start >= start, Anchor.start < after
            )
            .values(sentence_id=ids[start]),
            execution_options=_QUIETLY,
        )
    gone = set(old) - set(ids.values())
    session.execute(
        delete(Sentence).where(Sentence.id.in_(gone)), execution_options=_QUIETLY
    )


def _shift_paragraphs(
    session: Session, version: Version, run: Run, count: int, shift: int
) -> None:
    """Renumber the paragraphs after the run, and drop those that began in it."""
    opened = [
        sentence.paragraph
        for sentence, kind in zip(run.sentences, run.opens, strict=True)
        if kind
    ]
    session.execute(
        delete(Paragraph).where(
            Paragraph.version_id == version.id, Paragraph.number.in_(opened)
        ),
        execution_options=_QUIETLY,
    )
    if not shift:
        return
    further = Sentence.position >= run.position + count
    later = (Paragraph.version_id == version.id, Paragraph.number > run.last_number)
    session.execute(
        update(Sentence)
        .where(Sentence.version_id == version.id, further)
        .values(paragraph=Sentence.paragraph + shift),
        execution_options=_QUIETLY,
    )
    for by in (_ASIDE, shift - _ASIDE):
        session.execute(
            update(Paragraph).where(*later).values(number=Paragraph.number + by),
            execution_options=_QUIETLY,
        )


def _write_kinds(
    session: Session,
    version: Version,
    units: Sequence[Unit],
    numbers: Sequence[int],
) -> None:
    """Write the paragraphs that the units open."""
    add_rows(
        session,
        Paragraph,
        [
            {"version_id": version.id, "number": number, "kind": unit.opens.value}
            | {"revision": 1}
            for unit, number in zip(units, numbers, strict=True)
            if unit.opens
        ],
    )


def _forget(session: Session) -> None:
    """Let what this session knows of the rows be read afresh."""
    for known in list(session.identity_map.values()):
        if isinstance(known, Sentence):
            session.expunge(known)
        elif isinstance(known, Anchor):
            session.expire(known)


def _moved(
    session: Session, essay: Essay, version: Version, seen: Layout
) -> MovedError:
    """Say who renumbered the sentences, or that the text itself is another."""
    kept = _(
        "Nothing of yours was stored under another sentence, and what you typed is"
        " kept. Find the sentence again and repeat it."
    )
    found = last_correction(session, essay)
    if seen.version != version.number:
        said = _(
            "The essay has version %(now)s of its text now; you were looking at version"
            " %(seen)s.",
            now=version.number,
            seen=seen.version,
        )
    elif found is None:
        said = _("Sentences have other numbers by now.")
    else:
        event, who = found
        said = _(
            "%(who)s was here at %(time)s UTC, while you had this open: %(deed)s."
            " Sentences have other numbers now.",
            who=who,
            time=f"{event.at:%H:%M}",
            deed=describe(event.kind, event.after),
        )
    return MovedError(
        _("%(said)s %(kept)s", said=said, kept=kept), who=found[1] if found else ""
    )
