"""Deciding about claims whose words were changed by a revision of the text."""

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.changes import Changes
from factcheck.actions.claims import refuse_twin, unsort_bare
from factcheck.actions.layouts import hold_version
from factcheck.actions.marks import add_anchor
from factcheck.actions.quoting import Quoted, quote_words
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError, StaleError
from factcheck.models import Anchor, Claim, Sentence, User
from factcheck.queries.claims import (
    anchor_of,
    find_anchor,
    live_claims,
    sentence_around,
)
from factcheck.queries.essays import essay_of
from factcheck.rules.layouts import Layout
from factcheck.rules.permissions import Deed
from factcheck.rules.revising import Unconfirmed
from factcheck.rules.sorting import Sorted, Sorting
from factcheck.translating import _


def confirm_words(
    session: Session, *, actor: User, claim: Claim, words_revision: int
) -> None:
    """Confirm that a claim's reviews are about its words as they stand now.

    Args:
        session: the database session.
        actor: who read both.
        claim: one whose words were edited.
        words_revision: of the anchor, as the person saw it.

    Raises:
        InvalidError: its words are gone, so that there is nothing to confirm.
        StaleError: somebody chose other words in between.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.MARK)
    version = hold_version(session, essay)
    if claim.unconfirmed is None:
        return
    if claim.unconfirmed != Unconfirmed.EDITED:
        raise InvalidError(
            "words",
            _(
                "The words of claim %(number)s are not in this text. Put it on other"
                " words, or take its mark back.",
                number=claim.number,
            ),
        )
    anchor = anchor_of(session, claim, version.id)
    if anchor.revision != words_revision:
        raise StaleError(
            _(
                "Somebody chose other words for claim %(number)s in between:"
                " “%(quote)s”. They stand; look at them again.",
                number=claim.number,
                quote=anchor.quote,
            ),
            theirs={"words": anchor.quote},
        )
    changes = Changes(session, actor, essay)
    changes.confirm(claim, anchor)
    flush(session)
    changes.write("claim.confirmed", claim=claim)


def attach_claim(
    session: Session,
    *,
    actor: User,
    claim: Claim,
    start: int,
    end: int,
    seen: Layout | None = None,
) -> None:
    """Put a claim that waits for a person on words of the text in force.

    Args:
        session: the database session.
        actor: who chose the words.
        claim: one whose words were edited, may stand in several places, or are gone.
        start: first code point of the words.
        end: the code point after the last.
        seen: the layout that the person saw (rules/layouts).

    Raises:
        InvalidError: the words are not inside one sentence, are another claim's, or
            nothing waits about this claim.
        StaleError: the sentences changed in between.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.MARK)
    version = hold_version(session, essay, seen)
    if claim.unconfirmed is None or claim.withdrawn_at is not None:
        raise InvalidError(
            "words",
            _("Somebody decided about claim %(number)s already.", number=claim.number),
        )
    sentence = sentence_around(session, version.id, start, end)
    if sentence is None:
        raise InvalidError("words", _("The words of a claim must lie in one sentence."))
    quoted = quote_words(session, sentence, start, end)
    others = [(c, a) for c, a in live_claims(session, [sentence.id]) if c is not claim]
    refuse_twin(others, start, end)
    changes = Changes(session, actor, essay)
    anchor = find_anchor(session, claim, version.id)
    if anchor is None:
        changes.place(claim, quoted)
        anchor = add_anchor(session, claim, sentence, quoted)
    else:
        _move(session, claim, anchor, (sentence, quoted), changes)
    changes.sort(sentence, Sorted(Sorting.CLAIM))
    changes.confirm(claim, anchor)
    flush(session)
    changes.write("claim.attached", claim=claim)


def _move(
    session: Session,
    claim: Claim,
    anchor: Anchor,
    to: tuple[Sentence, Quoted],
    changes: Changes,
) -> None:
    sentence, quoted = to
    if anchor.sentence_id != sentence.id:
        unsort_bare(session, claim, anchor, changes)
    anchor.sentence_id = sentence.id
    changes.move(claim, anchor, quoted)
