"""Assignments: who is to review which claim, by hand or taken from the queue."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now


class Assignment(Base):
    """A claim that a person has. One taken and left runs out at `until`.

    Attributes:
        kind: "assigned" by an editor, or "taken" by the reviewer.
        until: when a taken claim returns to the queue; None never.
        ended_at: given back or taken away.
    """

    __tablename__ = "assignments"
    __table_args__ = (
        UniqueConstraint("claim_id", "person_id"),
        CheckConstraint("kind IN ('assigned', 'taken')", name="kind_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    kind: Mapped[str]
    assigned_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    assigned_at: Mapped[datetime] = mapped_column(default=now)
    until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
