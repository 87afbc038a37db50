"""Makes marks: claims with their anchors, numbered within the essay for good."""

from collections.abc import Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from factcheck.actions.quoting import Quoted, quote_whole
from factcheck.actions.saving import add_rows, flush
from factcheck.models import Anchor, Claim, Essay, Sentence, User
from factcheck.queries.claims import claim_ids
from factcheck.queries.essays import whole_text
from factcheck.rules.revising import Unconfirmed
from factcheck.rules.sorting import Sorting


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


def mark_sentences(session: Session, essay: Essay, version_id: int) -> None:
    """Mark each sentence that is sorted as a claim, whole, however many there are.

    Nobody marked them: the program did, on the word of whoever imports. That is how
    learning from the desk tells its own suggestions from what people said.
    """
    found = session.execute(
        select(Sentence.id, Sentence.start, Sentence.end)
        .where(Sentence.version_id == version_id, Sentence.sorting == Sorting.CLAIM)
        .order_by(Sentence.position)
    ).all()
    if not found:
        return
    first = take_numbers(session, essay, len(found))
    numbers = range(first, first + len(found))
    add_rows(session, Claim, [claim_row(essay, n, "") for n in numbers])
    ids = claim_ids(session, essay.id)
    text = whole_text(session, version_id)
    add_rows(
        session,
        Anchor,
        [
            anchor_row(ids[number], version_id, row.id, quote_whole(text, *row[1:]))
            for number, row in zip(numbers, found, strict=True)
        ],
    )


def claim_row(
    essay: Essay,
    number: int,
    statement: str,
    unconfirmed: Unconfirmed | None = None,
) -> dict[str, object]:
    """Return a new claim that nobody marked by hand as a row."""
    return {
        "essay_id": essay.id,
        "number": number,
        "statement": statement,
        "marked_by_id": None,
        "unconfirmed": unconfirmed,
        "revision": 1,
    }


def anchor_row(
    claim_id: int,
    version_id: int,
    sentence_id: int,
    quoted: Quoted,
    origin: str = "marked",
    *,
    sure: bool = True,
) -> dict[str, object]:
    """Return where a claim's words stand, and how they came there, as a row."""
    return {
        "claim_id": claim_id,
        "version_id": version_id,
        "sentence_id": sentence_id,
        "start": quoted.start,
        "end": quoted.end,
        "quote": quoted.quote,
        "prefix": quoted.prefix,
        "suffix": quoted.suffix,
        "origin": origin,
        "sure": sure,
        "revision": 1,
    }


def add_anchor(
    session: Session, claim: Claim, sentence: Sentence, quoted: Quoted
) -> Anchor:
    """Put a claim that has no words in a version on words of it."""
    anchor = _anchor(claim, sentence, quoted)
    session.add(anchor)
    return anchor


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
