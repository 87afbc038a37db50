"""Reviews: one reviewer's answer to one claim."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from factcheck.models.base import Base, now
from factcheck.models.people import User
from factcheck.models.scales import Verdict
from factcheck.models.sources import Citation


class Review(Base):
    """A draft until `given_at` is set. One for each person and claim.

    `first_verdict_id` is the verdict as it was first given, unseen by others: the
    agreement before discussion is counted from it.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        UniqueConstraint("claim_id", "reviewer_id"),
        CheckConstraint(
            "given_at IS NULL OR verdict_id IS NOT NULL", name="given_has_verdict"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    reviewer_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    verdict_id: Mapped[int | None] = mapped_column(ForeignKey("verdicts.id"))
    finding: Mapped[str] = mapped_column(default="")
    explanation: Mapped[str] = mapped_column(default="")
    second_look: Mapped[bool] = mapped_column(default=False)
    first_verdict_id: Mapped[int | None] = mapped_column(ForeignKey("verdicts.id"))
    first_given_at: Mapped[datetime | None]
    given_at: Mapped[datetime | None]
    updated_at: Mapped[datetime] = mapped_column(default=now)
    revision: Mapped[int] = mapped_column()
    reviewer: Mapped[User] = relationship(lazy="raise")
    verdict: Mapped[Verdict | None] = relationship(
        foreign_keys=verdict_id, lazy="raise"
    )
    citations: Mapped[list[Citation]] = relationship(
        order_by=Citation.position, lazy="raise", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012
