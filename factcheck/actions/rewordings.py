"""Other words proposed to an author, and the answer. The author's text stays."""

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError, NotFoundError, StaleError
from factcheck.models import Claim, Event, Guest, Rewording, Sentence, User
from factcheck.models.base import now
from factcheck.queries.claims import anchor_of
from factcheck.queries.essays import current_version, essay_of, words_between
from factcheck.rules.permissions import Deed
from factcheck.rules.rewordings import Answer, check_answer, check_proposal
from factcheck.translating import _


def propose_rewording(
    session: Session,
    *,
    actor: User,
    claim: Claim,
    proposed: str,
    reason: str = "",
    whole: bool = True,
) -> Rewording:
    """Propose other words for a claim's sentence, or for the claim's words alone.

    Args:
        session: the database session.
        actor: who proposes.
        claim: the claim.
        proposed: the other words.
        reason: why, for the author to read.
        whole: for the whole sentence, or just for the claim's words.

    Raises:
        InvalidError: nothing or nothing new is proposed, or the mark is gone.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.TALK)
    if claim.withdrawn_at is not None:
        raise InvalidError(
            "proposed",
            _(
                "The mark of claim %(number)s was taken back. Mark the words"
                " again to propose others.",
                number=claim.number,
            ),
        )
    original = words_to_replace(session, claim, whole=whole)
    proposed, reason = check_proposal(original, proposed, reason)
    rewording = Rewording(
        claim_id=claim.id,
        original=original,
        proposed=proposed,
        reason=reason,
        created_by_id=actor.id,
    )
    session.add(rewording)
    flush(session)
    said = {"original": original, "proposed": proposed, "reason": reason}
    _note(session, actor, claim, rewording, "rewording.proposed", said)
    return rewording


def words_to_replace(session: Session, claim: Claim, *, whole: bool) -> str:
    """Return the author's words of the claim's sentence, or of the claim alone."""
    essay = essay_of(session, claim.essay_id)
    anchor = anchor_of(session, claim, current_version(session, essay).id)
    if not whole:
        return anchor.quote
    sentence = session.get_one(Sentence, anchor.sentence_id)
    return words_between(session, anchor.version_id, sentence.start, sentence.end)


def withdraw_rewording(session: Session, *, actor: User, rewording: Rewording) -> None:
    """Take a proposal back before the author has answered.

    Raises:
        ForbiddenError: somebody else's, and not an editor.
        InvalidError: the author has answered.
    """
    claim = session.get_one(Claim, rewording.claim_id)
    own = rewording.created_by_id == actor.id
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.TALK if own else Deed.INVITE_AUTHOR)
    if rewording.status != "proposed":
        raise InvalidError("status", _("It has an answer or was taken back; it stays."))
    rewording.status = "withdrawn"
    flush(session)
    _note(session, actor, claim, rewording, "rewording.withdrawn", {})


def answer_rewording(
    session: Session,
    *,
    guest: Guest,
    rewording: Rewording,
    status: str,
    answer: str,
    revision: int,
) -> Rewording:
    """Keep what the author says to a proposal; a later answer takes its place.

    Raises:
        NotFoundError: it was proposed for another essay.
        InvalidError: nothing chosen, or an answer without words.
        StaleError: it was taken back or answered in between.
    """
    claim = session.get_one(Claim, rewording.claim_id)
    if claim.essay_id != guest.essay_id:
        raise NotFoundError(_("There is no such proposal for this essay."))
    chosen, answer = check_answer(status, answer)
    if rewording.status == "withdrawn":
        raise StaleError(_("The desk has taken this proposal back; nothing is needed."))
    if rewording.revision != revision:
        raise StaleError(
            _(
                "This proposal was answered in another window meanwhile. What"
                " stands now is shown; what you wrote is kept below. Send it"
                " again if it should stand."
            )
        )
    before = {"status": rewording.status, "answer": rewording.answer}
    rewording.status, rewording.answer = chosen.value, answer
    rewording.answered_by, rewording.answered_at = guest.name, now()
    flush(session)
    said = {"status": chosen.value, "answer": answer, "by": guest.name}
    event = _note(session, None, claim, rewording, "rewording.answered", said)
    event.before = before if before["status"] in set(Answer) else {}
    return rewording


def _note(
    session: Session,
    actor: User | None,
    claim: Claim,
    rewording: Rewording,
    kind: str,
    said: dict[str, str],
) -> Event:
    event = Event(
        kind=kind,
        actor_id=actor.id if actor else None,
        essay_id=claim.essay_id,
        claim_id=claim.id,
        before={},
        after={**said, "rewording": rewording.id},
    )
    session.add(event)
    return event
