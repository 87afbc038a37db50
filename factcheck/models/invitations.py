"""Links that let somebody in: invitations to the desk, and guests of one essay.

Only a hash of a link's secret is kept, so that the database lets nobody in.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now


class Invitation(Base):
    """A single-use link by which a person joins the desk."""

    __tablename__ = "invitations"
    __table_args__ = (
        CheckConstraint("role IN ('reviewer', 'editor', 'admin')", name="role_known"),
        CheckConstraint(
            "(used_at IS NULL) = (used_by_id IS NULL)", name="used_by_somebody"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    secret_sha256: Mapped[str] = mapped_column(unique=True)
    email: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str]
    essay_id: Mapped[int | None] = mapped_column(ForeignKey("essays.id"))
    invited_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    withdrawn_at: Mapped[datetime | None]


class Guest(Base):
    """An author who answers by a link, without an account, for one essay only."""

    __tablename__ = "guests"

    id: Mapped[int] = mapped_column(primary_key=True)
    essay_id: Mapped[int] = mapped_column(ForeignKey("essays.id"), index=True)
    secret_sha256: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
