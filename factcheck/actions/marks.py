"""Makes marks: claims with their anchors, numbered within the essay for good."""

from collections.abc import Sequence

from sqlalchemy import update
from sqlalchemy.orm import Session

from factcheck.actions.quoting import Quoted
from factcheck.actions.saving import flush
from factcheck.models import Anchor, Claim, Essay, Sentence, User


def take_numbers(session: Session, essay: Essay, count: int) -> int:
    """Reserve `count` claim numbers and return the first; no two people get one."""
    last = session.scalars(
        update(Essay)
        .where(Essay.id == essay.id)
        .values(last_claim_number=Essay.last_claim_number + count)
        .returning(Essay.last_claim_number)
        .execution_options(synchronize_session=False)
    ).one()
    return last - count + 1


def add_marks(
    session: Session,
    essay: Essay,
    actor: User | None,
    words: Sequence[tuple[Sentence, Quoted]],
) -> list[Claim]:
    """Add a claim for each sentence and its words, in order."""
    if not words:
        return []
    first = take_numbers(session, essay, len(words))
    claims = [
        Claim(
            essay_id=essay.id,
            number=first + index,
            statement="",
            marked_by_id=actor.id if actor else None,
        )
        for index in range(len(words))
    ]
    session.add_all(claims)
    flush(session)
    session.add_all(
        _anchor(claim, sentence, quoted)
        for claim, (sentence, quoted) in zip(claims, words, strict=True)
    )
    return claims


def _anchor(claim: Claim, sentence: Sentence, quoted: Quoted) -> Anchor:
    return Anchor(
        claim_id=claim.id,
        version_id=sentence.version_id,
        sentence_id=sentence.id,
        start=quoted.start,
        end=quoted.end,
        quote=quoted.quote,
        prefix=quoted.prefix,
        suffix=quoted.suffix,
        origin="marked",
    )
