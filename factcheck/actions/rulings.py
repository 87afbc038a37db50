"""Rulings: an editor decides, and a changed review asks again."""

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.saving import flush
from factcheck.actions.sentences import sort_sentences
from factcheck.errors import InvalidError, StaleError
from factcheck.models import Claim, Essay, Event, Ruling, Sentence, User
from factcheck.models.base import now
from factcheck.queries.claims import anchor_of, live_claims
from factcheck.queries.essays import current_version, essay_of
from factcheck.queries.rulings import ruling_in_force
from factcheck.rules.permissions import Deed
from factcheck.rules.rulings import RulingFacts, check_ruling
from factcheck.rules.sorting import Reason, Sorted, Sorting


def rule_claim(
    session: Session,
    *,
    actor: User,
    claim: Claim,
    facts: RulingFacts,
    seen_ruling_id: int = 0,
) -> Ruling:
    """Settle a claim by an editor's decision; an earlier ruling is replaced, kept.

    Args:
        session: the database session.
        actor: an editor of the desk or of this essay.
        claim: the claim.
        facts: the decision.
        seen_ruling_id: id of the ruling in force that the editor saw, 0 for none.

    Raises:
        InvalidError: the decision lacks something.
        StaleError: another editor ruled in between; theirs stands.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.RULE)
    facts = check_ruling(facts, essay.scale.definition)
    earlier = ruling_in_force(session, claim.id)
    _refuse_unseen(earlier, seen_ruling_id)
    if earlier is not None:
        earlier.replaced_at = now()
        flush(session)
    verdict = next(v for v in essay.scale.verdicts if v.key == facts.verdict)
    ruling = Ruling(
        claim_id=claim.id,
        outcome="verdict",
        verdict=verdict,
        finding=facts.finding,
        explanation=facts.explanation,
        reason=facts.reason,
        disagreement=facts.disagreement.value,
        print_dissent=facts.print_dissent,
        ruled_by=actor,
    )
    session.add(ruling)
    flush(session)
    _note(session, actor, claim, "ruling.given", earlier, facts)
    return ruling


def rule_not_a_claim(
    session: Session, *, actor: User, claim: Claim, reason: Reason, why: str
) -> None:
    """Rule that the words are not a claim: the mark goes, reviews are kept.

    The sentence is sorted so when no other mark stands on it.

    Raises:
        InvalidError: no reason in words.
        StaleError: somebody changed the claim at the same moment.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.RULE)
    if not why.strip():
        raise InvalidError("reason", "Say why this is not a claim.")
    session.add(
        Event(
            kind="ruling.not_a_claim",
            actor_id=actor.id,
            essay_id=essay.id,
            claim_id=claim.id,
            before={},
            after={"reason": reason.value, "why": why.strip()},
        )
    )
    _take_mark(session, actor, essay, claim, Sorted(Sorting.NOT_A_CLAIM, reason))


def reopen(session: Session, claim: Claim, actor: User) -> None:
    """Ask again: a review changed after the ruling. Nothing to do without one."""
    ruling = ruling_in_force(session, claim.id)
    if ruling is None or ruling.reopened_at is not None:
        return
    ruling.reopened_at = now()
    _note(session, actor, claim, "ruling.reopened", ruling, None)


def _refuse_unseen(earlier: Ruling | None, seen_id: int) -> None:
    if earlier is None or earlier.id == seen_id:
        return
    label = earlier.verdict.label if earlier.verdict else ""
    raise StaleError(
        f"{earlier.ruled_by.name} ruled on this claim at {earlier.ruled_at:%H:%M} UTC:"
        f" {label}. That ruling stands; what you wrote is kept below. Rule again if"
        " yours should replace it.",
        who=earlier.ruled_by.name,
        theirs={
            "verdict": earlier.verdict.key if earlier.verdict else "",
            "finding": earlier.finding,
            "explanation": earlier.explanation,
            "reason": earlier.reason,
            "ruling_id": earlier.id,
        },
    )


def _take_mark(
    session: Session, actor: User, essay: Essay, claim: Claim, to: Sorted
) -> None:
    anchor = anchor_of(session, claim, current_version(session, essay).id)
    marks = live_claims(session, [anchor.sentence_id])
    if all(other is claim for other, _ in marks):
        position = session.get_one(Sentence, anchor.sentence_id).position
        sort_sentences(session, actor=actor, essay=essay, positions=[position], to=to)
    else:
        claim.withdrawn_at = now()
        flush(session)


def _note(
    session: Session,
    actor: User,
    claim: Claim,
    kind: str,
    earlier: Ruling | None,
    facts: RulingFacts | None,
) -> None:
    session.add(
        Event(
            kind=kind,
            actor_id=actor.id,
            essay_id=claim.essay_id,
            claim_id=claim.id,
            before=_state(earlier),
            after={
                "verdict": facts.verdict,
                "finding": facts.finding,
                "explanation": facts.explanation,
                "reason": facts.reason,
            }
            if facts
            else {},
        )
    )


def _state(ruling: Ruling | None) -> dict[str, str]:
    if ruling is None or ruling.verdict is None:
        return {}
    return {
        "verdict": ruling.verdict.key,
        "finding": ruling.finding,
        "explanation": ruling.explanation,
        "reason": ruling.reason,
    }
