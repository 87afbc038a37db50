"""How a version follows from the one before: its sentences, and each claim."""

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base


class SentenceChange(Base):
    """What became of sentences, in reading order; offsets are the two versions' own.

    They are kept as spans, not positions, because sentences may be split and joined.
    `old_start` is None for what is new, `new_start` for what was cut.
    """

    __tablename__ = "sentence_changes"
    __table_args__ = (
        UniqueConstraint("version_id", "ordinal"),
        CheckConstraint(
            "kind IN ('same', 'moved', 'edited', 'split', 'merged', 'new', 'cut')",
            name="kind_known",
        ),
        CheckConstraint(
            "old_start IS NOT NULL OR new_start IS NOT NULL", name="about_something"
        ),
        Index("ix_sentence_changes_version_id_kind", "version_id", "kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"))
    ordinal: Mapped[int]
    kind: Mapped[str]
    old_start: Mapped[int | None]
    old_end: Mapped[int | None]
    new_start: Mapped[int | None]
    new_end: Mapped[int | None]


class CarriedClaim(Base):
    """What carrying a claim into a version found; it stays as it was found.

    Attributes:
        fate: a text.carried.FateKind.
        score: how alike words and surroundings are, from 0 to 100.
        candidates: where ambiguous words may stand, best first, as [start, end].
    """

    __tablename__ = "carried_claims"
    __table_args__ = (
        UniqueConstraint("version_id", "claim_id"),
        CheckConstraint(
            "fate IN ('same', 'moved', 'edited', 'ambiguous', 'lost')",
            name="fate_known",
        ),
        CheckConstraint("score BETWEEN 0 AND 100", name="score_range"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"))
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True)
    fate: Mapped[str]
    score: Mapped[float]
    candidates: Mapped[list[list[int]]] = mapped_column(JSON, default=list)
