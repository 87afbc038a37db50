"""Rulings: an editor decides, and a changed review asks again."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from factcheck.actions.allowed import require_on
from factcheck.actions.changes import Changes
from factcheck.actions.indexing import follow_claim
from factcheck.actions.layouts import hold_version
from factcheck.actions.saving import flush
from factcheck.errors import InvalidError, StaleError
from factcheck.models import Claim, Event, Ruling, Sentence, User
from factcheck.models.base import now
from factcheck.queries.claims import anchor_of, live_claims
from factcheck.queries.essays import essay_of
from factcheck.queries.rulings import given_reviews, ruling_in_force
from factcheck.rules.permissions import Deed
from factcheck.rules.rulings import RulingFacts, check_ruling, check_why
from factcheck.rules.sorting import Reason, Sorted, Sorting
from factcheck.translating import N_, _, ngettext

_REVIEWS_CHANGED = N_(
    "A review of this claim changed while you were ruling. Nothing was decided; what"
    " you wrote is kept below. Read the reviews again, then rule."
)


def rule_claim(
    session: Session,
    *,
    actor: User,
    claim: Claim,
    facts: RulingFacts,
    seen_ruling_id: int = 0,
    seen_reviews: Mapping[int, int] | None = None,
) -> Ruling:
    """Settle a claim by an editor's decision; an earlier ruling is replaced, kept.

    Args:
        session: the database session.
        actor: an editor of the desk or of this essay.
        claim: the claim.
        facts: the decision.
        seen_ruling_id: id of the ruling in force that the editor saw, 0 for none.
        seen_reviews: revisions of the reviews the editor saw, by id; None when it does
            not matter.

    Raises:
        InvalidError: the decision lacks something, or comes before the reviews.
        StaleError: another editor ruled in between, and theirs stands; or a review
            changed since it was seen.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.RULE)
    _refuse_withdrawn(claim)
    _refuse_unconfirmed(claim)
    facts = check_ruling(facts, essay.scale.definition)
    earlier = ruling_in_force(session, claim.id)
    _refuse_unseen(earlier, seen_ruling_id)
    given = given_reviews(session, claim.id)
    if earlier is None:
        _refuse_early(claim, essay.reviews_needed - len(given))
    if seen_reviews not in (None, {review.id: review.revision for review in given}):
        raise StaleError(_(_REVIEWS_CHANGED))
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
    follow_claim(session, claim)
    return ruling


def rule_not_a_claim(
    session: Session, *, actor: User, claim: Claim, reason: Reason, why: str
) -> None:
    """Rule that the words are not a claim: the mark goes, reviews are kept.

    The sentence is sorted so when no other mark stands on it.

    Raises:
        InvalidError: no reason in words, or the mark was taken back already.
        StaleError: somebody changed the claim at the same moment.
    """
    essay = essay_of(session, claim.essay_id)
    require_on(session, actor, essay, Deed.RULE)
    _refuse_withdrawn(claim)
    why = check_why(why)
    anchor = anchor_of(session, claim, hold_version(session, essay).id)
    marks = live_claims(session, [anchor.sentence_id])
    changes = Changes(session, actor, essay)
    if all(other is claim for other, _ in marks):
        sentence = session.get_one(Sentence, anchor.sentence_id)
        changes.sort(sentence, Sorted(Sorting.NOT_A_CLAIM, reason))
    changes.withdraw(claim)
    flush(session)
    changes.after |= {"reason": reason.value, "why": why}
    changes.write("ruling.not_a_claim", claim=claim)


def reopen(session: Session, claim: Claim, actor: User) -> None:
    """Ask again: a review changed after the ruling. Nothing to do without one."""
    ruling = ruling_in_force(session, claim.id)
    if ruling is None or ruling.reopened_at is not None:
        return
    ruling.reopened_at = now()
    _note(session, actor, claim, "ruling.reopened", ruling, None)


def _refuse_unconfirmed(claim: Claim) -> None:
    if claim.unconfirmed is not None:
        raise InvalidError(
            "claim",
            _(
                "The author changed the words of claim %(number)s. Nothing was"
                " ruled. Confirm its words first.",
                number=claim.number,
            ),
        )


def _refuse_unseen(earlier: Ruling | None, seen_id: int) -> None:
    if earlier is None or earlier.id == seen_id:
        return
    label = earlier.verdict.label if earlier.verdict else ""
    raise StaleError(
        _(
            "%(name)s ruled on this claim at %(time)s UTC: %(label)s. That ruling"
            " stands; what you wrote is kept below. Rule again if yours should replace"
            " it.",
            name=earlier.ruled_by.name,
            time=f"{earlier.ruled_at:%H:%M}",
            label=label,
        ),
        who=earlier.ruled_by.name,
        theirs={
            "verdict": earlier.verdict.key if earlier.verdict else "",
            "finding": earlier.finding,
            "explanation": earlier.explanation,
            "reason": earlier.reason,
            "ruling_id": earlier.id,
        },
    )


def _refuse_withdrawn(claim: Claim) -> None:
    if claim.withdrawn_at is not None:
        raise InvalidError(
            "claim",
            _(
                "The mark of claim %(number)s was taken back, so there is nothing"
                " to rule on. What you wrote is still here; mark the words again"
                " first.",
                number=claim.number,
            ),
        )


def _refuse_early(claim: Claim, missing: int) -> None:
    """A ruling would show everybody a verdict while reviews are still to be blind."""
    if missing > 0:
        raise InvalidError(
            "claim",
            ngettext(
                "Claim %(number)s still needs %(num)s more review, given without"
                " knowing a verdict. What you wrote is still here. Rule when they are"
                " in, or lower in the essay's details how many each claim needs.",
                "Claim %(number)s still needs %(num)s more reviews, given without"
                " knowing a verdict. What you wrote is still here. Rule when they are"
                " in, or lower in the essay's details how many each claim needs.",
                missing,
                number=claim.number,
            ),
        )


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
            after=_said(facts) if facts else {},
        )
    )


def _said(facts: RulingFacts) -> dict[str, str | bool]:
    return {
        "verdict": facts.verdict,
        "finding": facts.finding,
        "explanation": facts.explanation,
        "reason": facts.reason,
        "disagreement": facts.disagreement.value,
        "print_dissent": facts.print_dissent,
    }


def _state(ruling: Ruling | None) -> dict[str, str | bool]:
    if ruling is None or ruling.verdict is None:
        return {}
    return {
        "verdict": ruling.verdict.key,
        "finding": ruling.finding,
        "explanation": ruling.explanation,
        "reason": ruling.reason,
        "disagreement": ruling.disagreement,
        "print_dissent": ruling.print_dissent,
    }
