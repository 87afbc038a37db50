"""Editions: published annotated essays, frozen."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now


class Edition(Base):
    """A published annotated essay; `document` is its JSON export, byte for byte.

    `corrections` says what changed since the edition before: claim number, quote, old
    and new verdict's words, reason.
    """

    __tablename__ = "editions"
    __table_args__ = (
        UniqueConstraint("essay_id", "number"),
        CheckConstraint("number > 0", name="counted_from_one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    essay_id: Mapped[int] = mapped_column(ForeignKey("essays.id"))
    number: Mapped[int]
    note: Mapped[str]
    corrections: Mapped[list[dict[str, Any]]] = mapped_column(
        JSON, default=list, server_default="[]"
    )
    document: Mapped[str] = mapped_column(deferred=True)
    published_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    published_at: Mapped[datetime] = mapped_column(default=now)
