"""Sentences: spans of a version, with their sorting."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base


class Sentence(Base):
    """A sentence; its words are the version's text[start:end]."""

    __tablename__ = "sentences"
    __table_args__ = (
        UniqueConstraint("version_id", "position"),
        CheckConstraint('0 <= start AND start < "end"', name="span_in_order"),
        CheckConstraint("position > 0 AND paragraph > 0", name="counted_from_one"),
        CheckConstraint(
            "sorting IN ('to_sort', 'claim', 'not_a_claim')", name="sorting_known"
        ),
        CheckConstraint(
            "(sorting = 'not_a_claim' AND reason IN ('opinion', 'prediction',"
            " 'question', 'turn_of_phrase', 'not_prose'))"
            " OR (sorting <> 'not_a_claim' AND reason IS NULL)",
            name="reason_fits",
        ),
        Index("ix_sentences_version_id_sorting", "version_id", "sorting"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"))
    position: Mapped[int]
    paragraph: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    sorting: Mapped[str] = mapped_column(default="to_sort")
    reason: Mapped[str | None]
    revision: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012
