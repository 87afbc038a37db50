"""People who sign in, and their roles at the desk.

Flask-Security asks for classes called User and Role; only the columns in use are
kept, so that the tables do not depend on which of its extras are installed.
"""

from datetime import datetime

from flask_security.core import RoleMixin, UserMixin
from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

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

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    password: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(unique=True)
    single_keys: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    roles: Mapped[list[Role]] = relationship(  # type: ignore[assignment]
        secondary=people_roles, lazy="raise"
    )

    @property
    def role(self) -> DeskRole | None:
        """The highest role this person has."""
        names = {role.name for role in self.roles}
        return next((r for r in reversed(DeskRole) if r.value in names), None)
