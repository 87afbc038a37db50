"""The files that essays came in as, where checks can be put back into them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now


class Original(Base):
    """The file that a version was read from, to the byte.

    It holds what the version does not: comments, pictures, what was deleted.
    """

    __tablename__ = "originals"
    __table_args__ = (CheckConstraint("format IN ('docx')", name="format_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"), unique=True)
    format: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
