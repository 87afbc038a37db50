"""Sources, kept once, and the citations that use them."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from factcheck.models.base import Base, now


class Source(Base):
    """Something that can be cited, or what such a thing was called before.

    A row whose `became_id` is set is no source of its own any more: its facts were
    corrected, or it was merged into another. It stays, so that whoever still writes
    the old facts (an open window, an older file, an undo) comes to the source that is
    kept. No citation and no other row points to it.

    Attributes:
        fingerprint: of the facts, so that equal facts are one row; of a row that
            gave its facts up to another, a name of its own.
        key: equal for all mentions of one source, whatever else is noted of them;
            kept copies hang on it (rules/evidence.source_key).
        details: what else is known (rules/sources), without what is not.
        found_by: words by which it is found while typing.
        listed: whether it belongs to the desk's list even if nobody cites it.
        became_id: the source that it is part of now.
    """

    __tablename__ = "sources"
    __table_args__ = (
        CheckConstraint(
            "url <> '' OR title <> '' OR (author <> ''"
            " AND kind IN ('interview', 'personal_communication'))",
            name="address_or_title",
        ),
        CheckConstraint(
            "kind IN ('webpage', 'article', 'book', 'chapter', 'report', 'document',"
            " 'dataset', 'interview', 'personal_communication')",
            name="kind_known",
        ),
        CheckConstraint("became_id <> id", name="became_another"),
        Index(
            "ix_sources_became_id",
            "became_id",
            sqlite_where=text("became_id IS NOT NULL"),
            postgresql_where=text("became_id IS NOT NULL"),
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
    details: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    found_by: Mapped[str] = mapped_column(default="", server_default="")
    listed: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    became_id: Mapped[int | None] = mapped_column(ForeignKey("sources.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    revision: Mapped[int] = mapped_column(server_default="1")

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012


class Citation(Base):
    """A review's use of a source.

    Attributes:
        quote_sha256: names the words quoted, if any.
        carried: what the desk that this was imported from had found of them
            (rules/quoted.QuotationFound); it stands until they are checked here.
    """

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
    carried: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    source: Mapped[Source] = relationship(lazy="raise")
