"""Rulings: an editor's decision on a claim, with its reason."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from factcheck.models.base import Base, now
from factcheck.models.people import User
from factcheck.models.scales import Verdict


class Ruling(Base):
    """A decision. A later one replaces it; the earlier stays as a row.

    Attributes:
        verdict_id: None when the claim was ruled not a claim.
        reopened_at: when a review changed after it, so that it waits again.
        replaced_at: when a later ruling took its place; one a claim has none.
        sources: of an imported ruling only, as printed with it: those of reviews that
            were not printed came along without them.
    """

    __tablename__ = "rulings"
    __table_args__ = (
        CheckConstraint(
            "(outcome = 'verdict' AND verdict_id IS NOT NULL)"
            " OR (outcome = 'not_a_claim' AND verdict_id IS NULL)",
            name="outcome_fits",
        ),
        CheckConstraint(
            "disagreement IN ('', 'fact', 'weight', 'scope', 'wording',"
            " 'guideline_gap')",
            name="disagreement_known",
        ),
        Index(
            "ix_rulings_one_in_force",
            "claim_id",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    outcome: Mapped[str] = mapped_column(default="verdict")
    verdict_id: Mapped[int | None] = mapped_column(ForeignKey("verdicts.id"))
    finding: Mapped[str] = mapped_column(default="")
    explanation: Mapped[str] = mapped_column(default="")
    reason: Mapped[str]
    disagreement: Mapped[str] = mapped_column(default="")
    print_dissent: Mapped[bool] = mapped_column(default=False)
    sources: Mapped[list[dict[str, Any]]] = mapped_column(
        JSON, default=list, server_default="[]"
    )
    ruled_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    ruled_at: Mapped[datetime] = mapped_column(default=now)
    reopened_at: Mapped[datetime | None]
    replaced_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column()
    verdict: Mapped[Verdict | None] = relationship(lazy="raise")
    ruled_by: Mapped[User] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012
