"""Collections: what other desks found, taken over to be read and never changed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from factcheck.models.base import Base, now


class Collection(Base):
    """One file of ClaimReviews, as it was imported."""

    __tablename__ = "collections"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    claims: Mapped[int]
    sha256: Mapped[str]
    imported_at: Mapped[datetime] = mapped_column(default=now)
    imported_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class CollectedClaim(Base):
    """A claim that another desk checked; the fields are rules/collections'."""

    __tablename__ = "collected_claims"
    __table_args__ = (
        UniqueConstraint("collection_id", "position"),
        CheckConstraint("claim <> '' AND verdict <> ''", name="claim_and_verdict"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    collection_id: Mapped[int] = mapped_column(ForeignKey("collections.id"))
    position: Mapped[int]
    claim: Mapped[str]
    verdict: Mapped[str]
    title: Mapped[str]
    claimant: Mapped[str]
    publisher: Mapped[str]
    url: Mapped[str]
    reviewed_on: Mapped[str]
    language: Mapped[str]
    collection: Mapped[Collection] = relationship(lazy="raise")
