"""Paragraphs of a version: what each of them is."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base


class Paragraph(Base):
    """A paragraph; its words are those of the sentences that name its number."""

    __tablename__ = "paragraphs"
    __table_args__ = (
        UniqueConstraint("version_id", "number"),
        CheckConstraint("number > 0", name="counted_from_one"),
        CheckConstraint(
            "kind IN ('prose', 'heading', 'byline', 'separator', 'list_item',"
            " 'quotation', 'footnote', 'table_row')",
            name="kind_one_of",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(default="prose")
    revision: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012
