"""Events: the desk's history, only ever added to."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now


class Event(Base):
    """Who did what to what, when, from what, to what.

    `before` and `after` hold only the fields that changed. An undo is an event of
    its own, whose `undoes_id` names the one it reversed; that one can be undone
    only once.
    """

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_essay_id_id", "essay_id", "id"),
        Index("ix_events_claim_id_id", "claim_id", "id"),
        Index("ix_events_actor_id_essay_id_id", "actor_id", "essay_id", "id"),
        Index(
            "ix_events_source_id_id",
            "source_id",
            "id",
            sqlite_where=text("source_id IS NOT NULL"),
            postgresql_where=text("source_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now)
    kind: Mapped[str]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    essay_id: Mapped[int | None] = mapped_column(ForeignKey("essays.id"))
    claim_id: Mapped[int | None] = mapped_column(ForeignKey("claims.id"))
    review_id: Mapped[int | None] = mapped_column(ForeignKey("reviews.id"))
    source_id: Mapped[int | None] = mapped_column(ForeignKey("sources.id"))
    before: Mapped[dict[str, Any]] = mapped_column(default=dict)
    after: Mapped[dict[str, Any]] = mapped_column(default=dict)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("events.id"), unique=True)
