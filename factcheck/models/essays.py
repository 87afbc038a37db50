"""Essays and the versions of their text."""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from factcheck.models.base import Base, now
from factcheck.models.scales import Scale


class Essay(Base):
    """The piece being checked.

    Attributes:
        take_minutes: how long a claim taken from the queue is kept for its taker.
        hide_names: reviewers' names stay hidden from editors until the ruling.
        reveal_at: for a class: nobody sees another's review before, whoever gave.
        unpublished_at: when its editions were taken down, leaving a note.
    """

    __tablename__ = "essays"
    __table_args__ = (
        CheckConstraint("direction IN ('ltr', 'rtl')", name="direction_known"),
        CheckConstraint("reviews_needed BETWEEN 1 AND 5", name="reviews_needed_range"),
        CheckConstraint("take_minutes > 0", name="take_minutes_positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    byline: Mapped[str] = mapped_column(default="")
    appeared: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    direction: Mapped[str] = mapped_column(default="ltr")
    reviews_needed: Mapped[int] = mapped_column(default=1)
    take_minutes: Mapped[int] = mapped_column(default=240, server_default="240")
    hide_names: Mapped[bool] = mapped_column(default=False, server_default=false())
    reveal_at: Mapped[datetime | None]
    unpublished_at: Mapped[datetime | None]
    unpublished_note: Mapped[str] = mapped_column(default="", server_default="")
    scale_id: Mapped[int] = mapped_column(ForeignKey("scales.id"))
    last_claim_number: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(default=now)
    revision: Mapped[int] = mapped_column()
    scale: Mapped[Scale] = relationship(lazy="raise")

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012


class Version(Base):
    """One exact text of an essay; never changes once stored.

    Attributes:
        layout: counts how often its sentences were split or joined, from 1; whoever
            names them by position says which layout they saw.
    """

    __tablename__ = "versions"
    __table_args__ = (
        UniqueConstraint("essay_id", "number"),
        Index(
            "ix_versions_one_current",
            "essay_id",
            unique=True,
            sqlite_where=text("current"),
            postgresql_where=text("current"),
        ),
        CheckConstraint("length > 0", name="not_empty"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    essay_id: Mapped[int] = mapped_column(ForeignKey("essays.id"))
    number: Mapped[int]
    current: Mapped[bool] = mapped_column(default=True)
    text: Mapped[str] = mapped_column(deferred=True)
    length: Mapped[int]
    sha256: Mapped[str]
    layout: Mapped[int] = mapped_column(default=1, server_default="1")
    created_at: Mapped[datetime] = mapped_column(default=now)
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
