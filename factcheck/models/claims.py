"""Claims, and where their words stand in each version of the text."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, true
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now


class Claim(Base):
    """Checkable words of an essay, numbered within it for good.

    A mark that was taken back sets `withdrawn_at`; its reviews are kept.

    Attributes:
        unconfirmed: what a person has yet to decide since the text was revised, as
            in rules/revising; its verdict does not count until then.
    """

    __tablename__ = "claims"
    __table_args__ = (
        UniqueConstraint("essay_id", "number"),
        CheckConstraint("number > 0", name="counted_from_one"),
        CheckConstraint(
            "unconfirmed IN ('edited', 'ambiguous', 'lost')", name="unconfirmed_known"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    essay_id: Mapped[int] = mapped_column(ForeignKey("essays.id"))
    number: Mapped[int]
    statement: Mapped[str] = mapped_column(default="")
    marked_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    marked_at: Mapped[datetime] = mapped_column(default=now)
    withdrawn_at: Mapped[datetime | None]
    unconfirmed: Mapped[str | None]
    revision: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012


class Anchor(Base):
    """Where a claim's words stand in one version, and how they came there.

    Attributes:
        sure: the program found the very words, or a person confirmed them; else they
            are only proposed.
    """

    __tablename__ = "anchors"
    __table_args__ = (
        UniqueConstraint("claim_id", "version_id"),
        CheckConstraint('0 <= start AND start < "end"', name="span_in_order"),
        CheckConstraint(
            "origin IN ('marked', 'same', 'moved', 'edited', 'lost')",
            name="origin_known",
        ),
        Index("ix_anchors_version_id_start", "version_id", "start"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"))
    sentence_id: Mapped[int] = mapped_column(ForeignKey("sentences.id"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
    origin: Mapped[str] = mapped_column(default="marked")
    sure: Mapped[bool] = mapped_column(default=True, server_default=true())
    revision: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012
