"""Claims, their words, and one person's review of them."""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload

from factcheck.errors import NotFoundError
from factcheck.models import (
    Anchor,
    Citation,
    Claim,
    Essay,
    Event,
    Review,
    Sentence,
    User,
    Version,
)
from factcheck.translating import _

# Built once: putting one of these together takes as long as running it.
_CLAIM = select(Claim).where(
    Claim.essay_id == bindparam("essay_id"), Claim.number == bindparam("number")
)
_CLAIM_OF = (
    select(Essay, Claim)
    .join(Claim, Claim.essay_id == Essay.id)
    .where(Essay.slug == bindparam("slug"), Claim.number == bindparam("number"))
)
_REVIEWS = select(Review).options(
    # An inner join in the outer one would make SQLite read all citations there are.
    joinedload(Review.citations).joinedload(Citation.source, innerjoin=False),
)
_REVIEW_OF = _REVIEWS.where(
    Review.claim_id == bindparam("claim_id"),
    Review.reviewer_id == bindparam("reviewer_id"),
)
_REVIEW_BY_ID = _REVIEWS.where(Review.id == bindparam("review_id"))


def find_claim(session: Session, essay: Essay, number: int) -> Claim:
    """Return a claim by its number, also one whose mark was taken back.

    Raises:
        NotFoundError: the essay never had a claim of this number.
    """
    claim = session.scalar(_CLAIM, {"essay_id": essay.id, "number": number})
    if claim is None:
        raise NotFoundError(_("This essay has no claim %(number)s.", number=number))
    return claim


def find_claim_of(session: Session, slug: str, number: int) -> tuple[Essay, Claim]:
    """Return a claim and its essay, the essay's scale not loaded.

    Raises:
        NotFoundError: no essay has this slug, or it never had a claim of this number.
    """
    row = session.execute(_CLAIM_OF, {"slug": slug, "number": number}).one_or_none()
    if row is None:
        raise NotFoundError(
            _(
                "There is no claim %(number)s in an essay called %(slug)s.",
                number=number,
                slug=repr(slug),
            )
        )
    return row.Essay, row.Claim


def claims_numbered(
    session: Session, essay_id: int, numbers: Collection[int]
) -> Sequence[Claim]:
    """Return the claims with these numbers."""
    return session.scalars(
        select(Claim)
        .where(Claim.essay_id == essay_id, Claim.number.in_(numbers))
        .order_by(Claim.number)
    ).all()


def claim_ids(session: Session, essay_id: int) -> dict[int, int]:
    """Return the ids of an essay's claims by number, withdrawn ones too."""
    rows = session.execute(
        select(Claim.number, Claim.id).where(Claim.essay_id == essay_id)
    )
    return {row.number: row.id for row in rows}


def anchor_of(session: Session, claim: Claim, version_id: int) -> Anchor:
    """Return where a claim's words stand in a version.

    Raises:
        NotFoundError: the claim has no words in this version.
    """
    anchor = find_anchor(session, claim, version_id)
    if anchor is None:
        raise NotFoundError(
            _("Claim %(number)s has no words in this version.", number=claim.number)
        )
    return anchor


def find_anchor(session: Session, claim: Claim, version_id: int) -> Anchor | None:
    """Return where a claim's words stand in a version; None where they are gone."""
    return session.scalar(
        select(Anchor).where(
            Anchor.claim_id == claim.id, Anchor.version_id == version_id
        )
    )


def sure_words(session: Session, claim: Claim) -> str:
    """Return the last words of a claim that nobody has to confirm."""
    found = session.scalar(
        select(Anchor.quote)
        .join(Version, Version.id == Anchor.version_id)
        .where(Anchor.claim_id == claim.id, Anchor.sure)
        .order_by(Version.number.desc())
        .limit(1)
    )
    return found or ""


def live_claims(
    session: Session, sentence_ids: Collection[int]
) -> Sequence[tuple[Claim, Anchor]]:
    """Return the marks that stand on these sentences."""
    rows = session.execute(
        select(Claim, Anchor)
        .join(Anchor, Anchor.claim_id == Claim.id)
        .where(Anchor.sentence_id.in_(sentence_ids), Claim.withdrawn_at.is_(None))
        .order_by(Claim.number)
    )
    return [(claim, anchor) for claim, anchor in rows]


def sentences_at(
    session: Session, version_id: int, positions: Collection[int]
) -> Sequence[Sentence]:
    """Return the sentences at these positions, in order."""
    return session.scalars(
        select(Sentence)
        .where(Sentence.version_id == version_id, Sentence.position.in_(positions))
        .order_by(Sentence.position)
    ).all()


def sentence_ids(session: Session, version_id: int) -> dict[int, int]:
    """Return the ids of a version's sentences, by position."""
    rows = session.execute(
        select(Sentence.position, Sentence.id).where(Sentence.version_id == version_id)
    )
    return {row.position: row.id for row in rows}


def all_sentences(session: Session, version_id: int) -> Sequence[Sentence]:
    """Return a version's sentences, in order."""
    return session.scalars(
        select(Sentence)
        .where(Sentence.version_id == version_id)
        .order_by(Sentence.position)
    ).all()


def sentence_around(
    session: Session, version_id: int, start: int, end: int
) -> Sentence | None:
    """Return the sentence that holds text[start:end], or None."""
    return session.scalar(
        select(Sentence).where(
            Sentence.version_id == version_id,
            Sentence.start <= start,
            Sentence.end >= end,
        )
    )


def review_of(session: Session, claim_id: int, reviewer_id: int) -> Review | None:
    """Return a person's review of a claim, with its citations."""
    found = session.scalars(
        _REVIEW_OF, {"claim_id": claim_id, "reviewer_id": reviewer_id}
    )
    return found.unique().one_or_none()


def review_by_id(session: Session, review_id: int) -> Review:
    """Return a review with its citations."""
    return session.scalars(_REVIEW_BY_ID, {"review_id": review_id}).unique().one()


def last_hand(session: Session, claim: Claim) -> str:
    """Return the name of whoever last changed the claim's words or statement."""
    name = session.scalar(
        select(User.name)
        .join(Event, Event.actor_id == User.id)
        .where(Event.claim_id == claim.id)
        .order_by(Event.id.desc())
        .limit(1)
    )
    return name or ""
