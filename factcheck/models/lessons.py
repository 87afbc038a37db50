"""What the desk learned from its own sorting: a line for each time, only added to."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now


class DeskLesson(Base):
    """One time that the desk learned, or went back to the shipped weights.

    Attributes:
        night: the night whose lesson it is, as a date; None for one asked for. That
            it is unique lets one process alone learn in a night.
        actor_id: who asked for it; None for a night's, or from the terminal.
        ended_at: None while it goes on, and for good if it was cut short.
        sentences: how many people had sorted, those held back included.
        claims: how many of them as claims.
        fingerprint: names the sentences, so that the same are not learned twice.
        before: the figures of the weights in force, on the tenth held back.
        after: those of the weights learned; empty if there was too little.
        weights: what was learned, while it is in force; "" otherwise.
        digest: the SHA-256 of the weights, which names them in every process.
    """

    __tablename__ = "lessons"
    __table_args__ = (
        CheckConstraint(
            "outcome IN ('begun', 'kept', 'no_better', 'too_little', 'forgotten')",
            name="outcome_known",
        ),
        CheckConstraint("claims BETWEEN 0 AND sentences", name="claims_in_sentences"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    night: Mapped[str | None] = mapped_column(unique=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    began_at: Mapped[datetime] = mapped_column(default=now)
    ended_at: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(default="begun")
    sentences: Mapped[int] = mapped_column(default=0)
    claims: Mapped[int] = mapped_column(default=0)
    fingerprint: Mapped[str] = mapped_column(default="")
    before: Mapped[dict[str, Any]] = mapped_column(default=dict)
    after: Mapped[dict[str, Any]] = mapped_column(default=dict)
    weights: Mapped[str] = mapped_column(default="", deferred=True)
    digest: Mapped[str] = mapped_column(default="")
