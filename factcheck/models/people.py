"""People who sign in, their roles at the desk and on essays, and their passkeys.

Flask-Security asks for classes called User, Role and WebAuthn; only the columns in use
are kept, so that the tables do not depend on which of its extras are installed.
"""

from datetime import datetime

from flask_security.core import RoleMixin, UserMixin, WebAuthnMixin
from flask_security.datastore import AsaList
from flask_security.utils import naive_utcnow
from sqlalchemy import (
    CheckConstraint,
    Column,
    DateTime,
    ForeignKey,
    Table,
    UniqueConstraint,
)
from sqlalchemy.ext.mutable import MutableList
from sqlalchemy.orm import Mapped, mapped_column, query_expression, relationship

from factcheck.models.base import Base, now
from factcheck.rules.permissions import Role as DeskRole

people_roles = Table(
    "people_roles",
    Base.metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("role_id", ForeignKey("roles.id"), primary_key=True),
)


class Role(Base, RoleMixin):
    """A role by name: reviewer, editor or admin."""

    __tablename__ = "roles"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class User(Base, UserMixin):
    """A person; never deleted, so that what they did keeps its name.

    A person who came in with an imported essay has no password and is not active.
    """

    __tablename__ = "people"
    __table_args__ = (
        CheckConstraint("digest IN ('never', 'daily', 'weekly')", name="digest_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(unique=True)
    single_keys: Mapped[bool] = mapped_column(default=True)
    time_zone: Mapped[str] = mapped_column(default="UTC", server_default="UTC")
    language: Mapped[str] = mapped_column(default="", server_default="")
    interests: Mapped[str] = mapped_column(default="", server_default="")
    digest: Mapped[str] = mapped_column(default="never", server_default="never")
    digest_sent_at: Mapped[datetime | None]
    tf_primary_method: Mapped[str | None]
    tf_totp_secret: Mapped[str | None]
    mf_recovery_codes: Mapped[list[str] | None] = mapped_column(
        MutableList.as_mutable(AsaList())
    )
    fs_webauthn_user_handle: Mapped[str | None] = mapped_column(  # type: ignore[assignment]
        unique=True
    )
    created_at: Mapped[datetime] = mapped_column(default=now)
    # Read along with the person at each request; None where it was not asked for.
    desk_wants_two_factors: Mapped[bool | None] = query_expression()
    roles: Mapped[list[Role]] = relationship(  # type: ignore[assignment]
        secondary=people_roles, lazy="raise"
    )
    webauthn: Mapped[list["WebAuthn"]] = relationship(  # type: ignore[assignment]
        back_populates="user", cascade="all, delete", lazy="select"
    )

    @property
    def role(self) -> DeskRole | None:
        """The highest role this person has."""
        names = {role.name for role in self.roles}
        return next((r for r in reversed(DeskRole) if r.value in names), None)


class WebAuthn(Base, WebAuthnMixin):
    """A passkey of a person, as Flask-Security registers it."""

    __tablename__ = "passkeys"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    credential_id: Mapped[bytes] = mapped_column(unique=True)
    public_key: Mapped[bytes]
    sign_count: Mapped[int | None] = mapped_column(default=0)  # type: ignore[assignment]
    transports: Mapped[list[str] | None] = mapped_column(
        MutableList.as_mutable(AsaList())
    )
    backup_state: Mapped[bool]
    device_type: Mapped[str]
    extensions: Mapped[str | None]
    create_datetime: Mapped[datetime] = mapped_column(DateTime, default=naive_utcnow)
    lastuse_datetime: Mapped[datetime] = mapped_column(DateTime)
    name: Mapped[str]
    usage: Mapped[str]
    user: Mapped[User] = relationship(back_populates="webauthn", lazy="select")


class EssayRole(Base):
    """A role that a person has on one essay, above their role at the desk."""

    __tablename__ = "essay_roles"
    __table_args__ = (
        UniqueConstraint("essay_id", "person_id"),
        CheckConstraint("role IN ('reviewer', 'editor')", name="role_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    essay_id: Mapped[int] = mapped_column(ForeignKey("essays.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    role: Mapped[str]
