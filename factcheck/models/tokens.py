"""Personal tokens of the JSON door, and the answers it keeps for who asks twice."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from factcheck.models.base import Base, now


class Token(Base):
    """Lets a program act for a person; only a hash of its secret is kept.

    Attributes:
        scopes: what it may be used for, names of rules/tokens with spaces between.
        last_used_at: to the minute.
    """

    __tablename__ = "tokens"
    __table_args__ = (
        CheckConstraint("name <> ''", name="named"),
        CheckConstraint("scopes <> ''", name="scoped"),
        CheckConstraint("created_at < expires_at", name="times_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    name: Mapped[str]
    secret_sha256: Mapped[str] = mapped_column(unique=True)
    scopes: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]

    @property
    def ended(self) -> bool:
        """Whether its time is over."""
        return self.expires_at <= now()


class KeptAnswer(Base):
    """What was answered to a creation, for whoever sends it again with the same key.

    It is written in the transaction of what was created: either both are there or
    neither. `request_sha256` tells the same request from another under the same key.
    """

    __tablename__ = "kept_answers"
    __table_args__ = (UniqueConstraint("person_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    key: Mapped[str]
    request_sha256: Mapped[str]
    status: Mapped[int]
    body: Mapped[str]
    headers: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(default=now, index=True)
