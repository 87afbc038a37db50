"""Sources, kept once, and the citations that use them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from factcheck.models.base import Base, now


class Source(Base):
    """Something that can be cited. `fingerprint` keeps equal facts in one row.

    `key` is equal for all mentions of one source, whatever else is noted of it; kept
    copies hang on it (rules/evidence.source_key).
    """

    __tablename__ = "sources"
    __table_args__ = (
        CheckConstraint("url <> '' OR title <> ''", name="address_or_title"),
        CheckConstraint(
            "kind IN ('webpage', 'article', 'book', 'chapter', 'report', 'document',"
            " 'dataset', 'interview', 'personal_communication')",
            name="kind_known",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(unique=True)
    key: Mapped[str] = mapped_column(index=True, server_default="")
    kind: Mapped[str]
    title: Mapped[str]
    url: Mapped[str]
    author: Mapped[str]
    publisher: Mapped[str]
    issued: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Citation(Base):
    """A review's use of a source; `quote_sha256` names the words quoted, if any."""

    __tablename__ = "citations"
    __table_args__ = (
        UniqueConstraint("review_id", "position"),
        CheckConstraint(
            "stance IN ('supports', 'refutes', 'context')", name="stance_known"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    review_id: Mapped[int] = mapped_column(ForeignKey("reviews.id"))
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), index=True)
    position: Mapped[int]
    quote: Mapped[str]
    quote_sha256: Mapped[str] = mapped_column(default="", server_default="")
    locator: Mapped[str]
    stance: Mapped[str]
    source: Mapped[Source] = relationship(lazy="raise")
