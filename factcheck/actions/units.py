"""Correcting sentences and paragraphs by hand; claims, reviews and history stay."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.changes import Changes
from factcheck.actions.layouts import hold_version, lay_out
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError, StaleError
from factcheck.models import Essay, Event, User, Version
from factcheck.queries.claims import live_claims
from factcheck.queries.essays import words_between
from factcheck.queries.layouts import Run, paragraph_at, run_at
from factcheck.rules import units as rules
from factcheck.rules.layouts import Layout
from factcheck.rules.paragraphs import kind_label
from factcheck.rules.permissions import Deed
from factcheck.rules.units import Held, Unit
from factcheck.text.paragraphs import ParagraphKind
from factcheck.text.spans import Passage
from factcheck.translating import _, within


def split_sentence(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    position: int,
    at: int,
    seen: Layout | None = None,
) -> Event:
    """Split a sentence before the word that begins at an offset of the text.

    Raises:
        InvalidError: no word of the sentence begins there, or a claim's words go
            across.
        MovedError: sentences were renumbered since the person looked.
    """
    version = _hold(session, actor, essay, seen)
    run = _found(run_at(session, version.id, position), 1)
    passage, (unit,) = _passage(session, version, run), run.units
    halves = rules.split(passage, unit, at, _held(session, run))
    return _put(session, actor, essay, version, run, halves, "layout.split")


def join_sentences(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    position: int,
    seen: Layout | None = None,
) -> Event:
    """Join a sentence with the next; their paragraphs too, where that opens one.

    Raises:
        InvalidError: no sentence follows, or its paragraph is of another kind.
        MovedError: sentences were renumbered since the person looked.
    """
    version = _hold(session, actor, essay, seen)
    run = _found(run_at(session, version.id, position, 2), 2)
    kind = run.opens[0] or run.kind_before
    whole = rules.join(_passage(session, version, run), run.units, kind)
    return _put(session, actor, essay, version, run, [whole], "layout.joined")


def change_paragraph_kind(  # noqa: PLR0913  (two things others may have changed)
    session: Session,
    *,
    actor: User,
    essay: Essay,
    position: int,
    kind: ParagraphKind,
    was: ParagraphKind,
    seen: Layout | None = None,
) -> Event | None:
    """Say what the paragraph of a sentence is; None when it is that already.

    Args:
        session: the database session.
        actor: who does it.
        essay: of which essay.
        position: of a sentence of the paragraph.
        kind: what it is.
        was: what the person saw that it was.
        seen: the layout that they saw.

    Raises:
        InvalidError: there is no such sentence.
        StaleError: somebody said otherwise since, or sentences were renumbered.
    """
    version = _hold(session, actor, essay, seen)
    run = _found(paragraph_at(session, version.id, position), 1)
    if run.opens[0] is kind:
        return None
    if run.opens[0] is not was:
        found = within(kind_label(run.opens[0] or ParagraphKind.PROSE))
        raise StaleError(
            _(
                "Somebody changed this paragraph's kind in between: %(kind)s. That"
                " stands; change it again if yours is right.",
                kind=found,
            )
        )
    units = rules.change_kind(_passage(session, version, run), run.units, kind)
    return _put(session, actor, essay, version, run, units, "layout.kind_changed")


def part_paragraph(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    position: int,
    seen: Layout | None = None,
) -> Event:
    """Let a new paragraph begin with a sentence, of the kind it was in.

    Raises:
        InvalidError: one begins there already, or there is no such sentence.
        MovedError: sentences were renumbered since the person looked.
    """
    version = _hold(session, actor, essay, seen)
    run = _found(run_at(session, version.id, position), 1)
    unit = rules.part(run.units[0], run.kind_before or ParagraphKind.PROSE)
    return _put(session, actor, essay, version, run, [unit], "layout.parted")


def merge_paragraph(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    position: int,
    seen: Layout | None = None,
) -> Event:
    """Let the paragraph that a sentence opens go on from the one before.

    Raises:
        InvalidError: it opens none, or the one before is of another kind.
        MovedError: sentences were renumbered since the person looked.
    """
    version = _hold(session, actor, essay, seen)
    run = _found(run_at(session, version.id, position), 1)
    unit = rules.merge(run.units[0], run.kind_before)
    return _put(session, actor, essay, version, run, [unit], "layout.merged")


def cover_words(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    position: int,
    seen: Layout | None = None,
) -> Event:
    """Make a sentence of what stands before a sentence and in none.

    It joins the paragraph before it, or opens the first. A position after the last is
    that of the words at the end of the text. Import and corrections leave no word
    without a sentence; marks and symbols can come so in a file of another desk.

    Raises:
        InvalidError: a sentence covers it already, or there is only white space.
        MovedError: sentences were renumbered since the person looked.
    """
    version = _hold(session, actor, essay, seen)
    around = run_at(session, version.id, position - 1, 2).sentences
    before = [sentence for sentence in around if sentence.position < position]
    after = [sentence for sentence in around if sentence.position >= position]
    low = before[-1].end if before else 0
    high = after[0].start if after else version.length
    run = run_at(session, version.id, position, 0)
    passage = Passage(words_between(session, version.id, low, high), low)
    unit = rules.cover(passage, low, high)
    if not before:
        unit = Unit(unit.start, unit.end, unit.sorted, ParagraphKind.PROSE)
    return _put(session, actor, essay, version, run, [unit], "layout.covered")


def replace_run(
    session: Session,
    version: Version,
    run: Run,
    units: Sequence[Unit],
    changes: Changes,
) -> None:
    """Put units in place of a run and note it; each claim must fit in one of them.

    Raises:
        InvalidError: the words of one do not.
    """
    rules.check_held(units, _held(session, run))
    before = run.units
    passage = _passage(session, version, run, units)
    words = rules.excerpts(passage, before, units)
    lay_out(session, version, run, units)
    flush(session)
    was, becomes = (
        {
            "version": version.id,
            "position": run.position,
            "words": said,
            "run": rules.as_state(state),
        }
        for state, said in zip((before, units), words, strict=True)
    )
    changes.lay_out(was, becomes)


def _hold(session: Session, actor: User, essay: Essay, seen: Layout | None) -> Version:
    require_on(session, actor, essay, Deed.CORRECT)
    return hold_version(session, essay, seen)


def _put(  # noqa: PLR0913, PLR0917  (what every correction ends with)
    session: Session,
    actor: User,
    essay: Essay,
    version: Version,
    run: Run,
    units: Sequence[Unit],
    kind: str,
) -> Event:
    changes = Changes(session, actor, essay)
    replace_run(session, version, run, units, changes)
    return changes.write(kind)


def _found(run: Run, count: int) -> Run:
    if len(run.sentences) < count:
        raise InvalidError(
            "s",
            _("There is no such sentence, or none after it. Nothing was changed."),
        )
    return run


def _held(session: Session, run: Run) -> list[Held]:
    """Return the words of the run's claims in force."""
    found = live_claims(session, [sentence.id for sentence in run.sentences])
    return [Held(claim.number, anchor.start, anchor.end) for claim, anchor in found]


def _passage(
    session: Session, version: Version, run: Run, units: Sequence[Unit] = ()
) -> Passage:
    both = [*run.units, *units]
    low, high = min(unit.start for unit in both), max(unit.end for unit in both)
    return Passage(words_between(session, version.id, low, high), low)
