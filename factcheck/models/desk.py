"""What belongs to the desk as a whole: its pages, its settings, readers' reports."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now


class DeskPage(Base):
    """A page about the desk: method, scale or corrections. Plain text, paragraphs."""

    __tablename__ = "desk_pages"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    text: Mapped[str]
    updated_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)
    revision: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012


class DeskSetting(Base):
    """One choice of the desk's admin, by name."""

    __tablename__ = "desk_settings"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class ErrorReport(Base):
    """A reader's word that something published is wrong."""

    __tablename__ = "error_reports"
    __table_args__ = (
        CheckConstraint("state IN ('new', 'read', 'answered')", name="state_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    essay_id: Mapped[int] = mapped_column(ForeignKey("essays.id"), index=True)
    edition: Mapped[int]
    claim_number: Mapped[int | None]
    text: Mapped[str]
    contact: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime] = mapped_column(default=now)
    state: Mapped[str] = mapped_column(default="new")
    read_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
