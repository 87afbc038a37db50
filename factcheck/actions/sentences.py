"""Sorting sentences: claim, not a claim and why, or back to sort."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.changes import Changes
from factcheck.actions.layouts import hold_version
from factcheck.actions.marks import add_marks
from factcheck.actions.quoting import quote_sentences
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError
from factcheck.models import Essay, Event, Sentence, User
from factcheck.queries.claims import live_claims, sentences_at
from factcheck.rules.layouts import Layout
from factcheck.rules.permissions import Deed
from factcheck.rules.sorting import Sorted, Sorting
from factcheck.translating import _


def sort_sentences(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    positions: Sequence[int],
    to: Sorted,
    seen: Layout | None = None,
) -> Event:
    """Sort sentences of the current version, one or many, as one event.

    Sorted as a claim, a sentence without a mark becomes one claim as a whole. Sorted
    otherwise, its marks are taken back; their reviews are kept. `seen` is the layout in
    which the person saw the positions (rules/layouts).

    Raises:
        InvalidError: no sentence chosen, or one that is not there.
        StaleError: somebody sorted one of them at the same moment.
    """
    require_on(session, actor, essay, Deed.SORT)
    version = hold_version(session, essay, seen)
    sentences = sentences_at(session, version.id, set(positions))
    if not sentences or len(sentences) != len(set(positions)):
        raise InvalidError(
            "positions", _("Choose at least one sentence of this essay.")
        )
    changes = Changes(session, actor, essay)
    for sentence in sentences:
        changes.sort(sentence, to)
    flush(session)
    if to.sorting is Sorting.CLAIM:
        _mark_bare(session, essay, actor, sentences, changes)
    else:
        for claim, _anchor in live_claims(session, [s.id for s in sentences]):
            changes.withdraw(claim)
    flush(session)
    return changes.write("sentences.sorted")


def _mark_bare(
    session: Session,
    essay: Essay,
    actor: User,
    sentences: Sequence[Sentence],
    changes: Changes,
) -> None:
    """Mark as a whole each sentence that has no mark yet."""
    held = {
        a.sentence_id for _claim, a in live_claims(session, [s.id for s in sentences])
    }
    bare = [sentence for sentence in sentences if sentence.id not in held]
    words = list(zip(bare, quote_sentences(session, bare), strict=True))
    for claim in add_marks(session, essay, actor, words):
        changes.mark(claim)
