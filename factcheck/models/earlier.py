"""Earlier verdicts: what they are found by, and what somebody made of one."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now

# Each database keeps an index of its own kind on IndexedClaim.terms, which the
# migrations make and the models do not know: FTS5 on SQLite, GIN on PostgreSQL.
OWN_INDEX = "indexed_words"


class IndexedClaim(Base):
    """A claim that can be found: a settled one of this desk, or a collected one.

    Attributes:
        terms: of the claim and of what was found, as text/terms makes them, with
            spaces between.
    """

    __tablename__ = "indexed_claims"
    __table_args__ = (
        CheckConstraint(
            "(claim_id IS NULL) <> (collected_id IS NULL)", name="one_claim"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), unique=True)
    collected_id: Mapped[int | None] = mapped_column(
        ForeignKey("collected_claims.id"), unique=True
    )
    terms: Mapped[str]


class IndexedTerm(Base):
    """How many indexed claims hold a term; of the term "", how many there are."""

    __tablename__ = "indexed_terms"

    term: Mapped[str] = mapped_column(primary_key=True)
    claims: Mapped[int]


class EarlierAnswer(Base):
    """What a person made of an earlier verdict that was offered for a claim.

    Attributes:
        earlier_id: a claim of this desk, or NULL.
        collected_id: one of another desk's; NULL once its collection was removed.
        said: what was offered, as it stood then.
    """

    __tablename__ = "earlier_answers"
    __table_args__ = (
        UniqueConstraint("claim_id", "person_id", "earlier_id"),
        UniqueConstraint("claim_id", "person_id", "collected_id"),
        CheckConstraint("answer IN ('linked', 'dismissed')", name="answer_known"),
        CheckConstraint(
            "earlier_id IS NULL OR collected_id IS NULL", name="not_two_claims"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    earlier_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"), index=True)
    collected_id: Mapped[int | None] = mapped_column(
        ForeignKey("collected_claims.id"), index=True
    )
    answer: Mapped[str]
    said: Mapped[dict[str, Any]]
    answered_at: Mapped[datetime] = mapped_column(default=now)
