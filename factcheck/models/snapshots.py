"""Kept copies of sources, the fetching of them, and quotations checked in them."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now


class Snapshot(Base):
    """A copy of a source as it was at one time; it never changes once stored.

    Attributes:
        source_key: of the source it is a copy of (rules/evidence.source_key).
        taken_by_id: who uploaded it; nobody when it was fetched.
        url: the address asked for, or "".
        final_url: the address that answered, after redirects.
        status: the answer's, or none.
        sha256: of its bytes, which are in the data folder under this name.
        warc_sha256: of the exchange that brought them, as a WARC file in the same
            folder; "" for what was uploaded.
        size: of its bytes.
        text: what can be read in it.
        seen_at: when it was last found unchanged.
    """

    __tablename__ = "snapshots"
    __table_args__ = (Index("ix_snapshots_source_key_id", "source_key", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source_key: Mapped[str]
    taken_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    url: Mapped[str] = mapped_column(default="")
    final_url: Mapped[str] = mapped_column(default="")
    status: Mapped[int | None]
    media_type: Mapped[str]
    sha256: Mapped[str]
    warc_sha256: Mapped[str] = mapped_column(default="", server_default="")
    size: Mapped[int]
    title: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    publisher: Mapped[str] = mapped_column(default="")
    issued: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(deferred=True)
    taken_at: Mapped[datetime] = mapped_column(default=now)
    seen_at: Mapped[datetime] = mapped_column(default=now)


class QuotationCheck(Base):
    """What was found when a quotation was looked for in a snapshot.

    It hangs on the quoted words and not on who quotes them: a citation whose words
    changed has another hash, and with it another check or none yet.

    Attributes:
        passages: spans of code points in the snapshot's text.
        pieces: of an altered one, [change, words] in reading order.
        changed: of an altered one, how many words differ.
    """

    __tablename__ = "quotation_checks"
    __table_args__ = (
        UniqueConstraint("snapshot_id", "quote_sha256"),
        CheckConstraint(
            "outcome IN ('exact', 'elided', 'altered', 'absent', 'nothing')",
            name="outcome_known",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    snapshot_id: Mapped[int] = mapped_column(ForeignKey("snapshots.id"))
    quote_sha256: Mapped[str]
    outcome: Mapped[str]
    passages: Mapped[list[Any]] = mapped_column(JSON)
    pieces: Mapped[list[Any]] = mapped_column(JSON)
    changed: Mapped[int] = mapped_column(default=0)
    checked_at: Mapped[datetime] = mapped_column(default=now)


class Fetch(Base):
    """The fetching of one address, once, and again when somebody asks.

    Attributes:
        source_key: of the source at the address.
        state: waiting, running, kept, failed (after several tries) or refused.
        said: why it failed or was refused, in words.
        tries: how often it was tried since it was asked for.
        due_at: not before.
        began_at: when it was taken up; whoever did may have been killed since.
        turn: names one taking up, so that only it may end it.
        ended_at: when it last ended, well or not.
        moved_to: where the page says that it stands for good now, if elsewhere.
        gone: whether the server says that there is no such page.
    """

    __tablename__ = "fetches"
    __table_args__ = (
        CheckConstraint(
            "state IN ('waiting', 'running', 'kept', 'failed', 'refused')",
            name="state_known",
        ),
        Index(
            "ix_fetches_open",
            "due_at",
            sqlite_where=text("state IN ('waiting', 'running')"),
            postgresql_where=text("state IN ('waiting', 'running')"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source_key: Mapped[str] = mapped_column(unique=True)
    url: Mapped[str]
    state: Mapped[str] = mapped_column(default="waiting")
    said: Mapped[str] = mapped_column(default="")
    tries: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(default=now)
    began_at: Mapped[datetime | None]
    turn: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[datetime | None]
    moved_to: Mapped[str] = mapped_column(default="", server_default="")
    gone: Mapped[bool] = mapped_column(default=False, server_default=false())


class Memento(Base):
    """An archived copy of a source elsewhere, such as at web.archive.org.

    Attributes:
        source_key: of the source it is a copy of.
        url: the archive's address of this one copy (rules/mementos).
        given_by_id: who named it; nobody when it was found.
    """

    __tablename__ = "mementos"
    __table_args__ = (UniqueConstraint("source_key", "url"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source_key: Mapped[str]
    url: Mapped[str]
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    noted_at: Mapped[datetime] = mapped_column(default=now)
