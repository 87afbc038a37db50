"""Marking claims: words chosen, changed, taken back."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.changes import Changes
from factcheck.actions.layouts import hold_version
from factcheck.actions.marks import add_marks
from factcheck.actions.quoting import quote_words
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError, StaleError
from factcheck.models import Anchor, Claim, Essay, Sentence, User
from factcheck.queries.claims import (
    anchor_of,
    find_anchor,
    live_claims,
    sentence_around,
)
from factcheck.queries.essays import essay_of
from factcheck.rules.layouts import Layout
from factcheck.rules.permissions import Deed
from factcheck.rules.sorting import Sorted, Sorting
from factcheck.translating import _


def mark_claim(
    session: Session,
    *,
    actor: User,
    essay: Essay,
    start: int,
    end: int,
    seen: Layout | None = None,
) -> Claim:
    """Mark text[start:end] of the current version as a claim.

    Args:
        session: the database session.
        actor: who does it.
        essay: of which essay.
        start: first code point of the words.
        end: the code point after the last.
        seen: the layout that the person saw (rules/layouts).

    Raises:
        InvalidError: the words are not inside one sentence, or are marked already.
        StaleError: somebody changed the sentence at the same moment.
    """
    require_on(session, actor, essay, Deed.MARK)
    version = hold_version(session, essay, seen)
    sentence = sentence_around(session, version.id, start, end)
    if sentence is None:
        raise InvalidError("words", _("The words of a claim must lie in one sentence."))
    quoted = quote_words(session, sentence, start, end)
    refuse_twin(live_claims(session, [sentence.id]), start, end)
    changes = Changes(session, actor, essay)
    changes.sort(sentence, Sorted(Sorting.CLAIM))
    flush(session)
    (claim,) = add_marks(session, essay, actor, [(sentence, quoted)])
    changes.mark(claim)
    flush(session)
    changes.write("claim.marked", claim=claim)
    return claim


def change_words(  # noqa: PLR0913  (two things that others may have changed)
    session: Session,
    *,
    actor: User,
    claim: Claim,
    start: int,
    end: int,
    revision: int,
    seen: Layout | None = None,
) -> Claim:
    """Put a claim on other words of its sentence; that confirms them.

    Args:
        session: the database session.
        actor: who does it.
        claim: the claim.
        start: first code point of the words.
        end: the code point after the last.
        revision: of the anchor, as the person saw it.
        seen: the layout that the person saw (rules/layouts).

    Raises:
        InvalidError: the words are not inside the claim's sentence.
        StaleError: somebody chose other words in between.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.MARK)
    anchor = anchor_of(session, claim, hold_version(session, essay, seen).id)
    if (anchor.start, anchor.end) == (start, end):
        return claim
    if anchor.revision != revision:
        raise StaleError(
            _(
                "Somebody chose other words for claim %(number)s in between:"
                " “%(quote)s”. They stand; choose again if yours are better.",
                number=claim.number,
                quote=anchor.quote,
            ),
            theirs={"words": anchor.quote},
        )
    sentence = session.get_one(Sentence, anchor.sentence_id)
    quoted = quote_words(session, sentence, start, end)
    others = [(c, a) for c, a in live_claims(session, [sentence.id]) if c is not claim]
    refuse_twin(others, start, end)
    changes = Changes(session, actor, essay)
    changes.move(claim, anchor, quoted)
    if claim.unconfirmed is not None:
        changes.confirm(claim, anchor)
    flush(session)
    changes.write("claim.words_changed", claim=claim)
    return claim


def withdraw_claim(session: Session, *, actor: User, claim: Claim) -> Claim:
    """Take a mark back; its number and its reviews are kept.

    The sentence goes back to be sorted when no other mark stands on it.

    Raises:
        StaleError: somebody changed the claim at the same moment.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.MARK)
    if claim.withdrawn_at is not None:
        return claim
    anchor = find_anchor(session, claim, hold_version(session, essay).id)
    changes = Changes(session, actor, essay)
    if anchor is not None:
        unsort_bare(session, claim, anchor, changes)
    changes.withdraw(claim)
    flush(session)
    changes.write("claim.withdrawn", claim=claim)
    return claim


def unsort_bare(
    session: Session, claim: Claim, anchor: Anchor, changes: Changes
) -> None:
    """Send a sentence back to be sorted when this claim is the only one on it."""
    marks = live_claims(session, [anchor.sentence_id])
    if all(other is claim for other, _ in marks):
        sentence = session.get_one(Sentence, anchor.sentence_id)
        changes.sort(sentence, Sorted(Sorting.TO_SORT))


def refuse_twin(marks: Sequence[tuple[Claim, Anchor]], start: int, end: int) -> None:
    """Refuse words that are a claim already.

    Raises:
        InvalidError: they are.
    """
    for claim, anchor in marks:
        if (anchor.start, anchor.end) == (start, end):
            raise InvalidError(
                "words",
                _("These words are claim %(number)s already.", number=claim.number),
            )
