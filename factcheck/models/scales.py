"""Scales and their verdicts, as rows; a scale's version never changes."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from factcheck.models.base import Base
from factcheck.rules.scales import ScaleDefinition, Standing, VerdictLabel


class Scale(Base):
    """A version of a scale."""

    __tablename__ = "scales"
    __table_args__ = (UniqueConstraint("key", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    version: Mapped[int]
    name: Mapped[str]
    verdicts: Mapped[list["Verdict"]] = relationship(
        order_by="Verdict.position", lazy="raise"
    )

    @property
    def definition(self) -> ScaleDefinition:
        """The scale as a value; its verdicts must be loaded."""
        labels = tuple(verdict.as_label for verdict in self.verdicts)
        return ScaleDefinition(self.key, self.name, self.version, labels)


class Verdict(Base):
    """A label of a scale."""

    __tablename__ = "verdicts"
    __table_args__ = (
        UniqueConstraint("scale_id", "key"),
        UniqueConstraint("scale_id", "position"),
        CheckConstraint(
            "standing IN ('holds', 'partly', 'context', 'refuted', 'unverified')",
            name="standing_known",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scale_id: Mapped[int] = mapped_column(ForeignKey("scales.id"))
    position: Mapped[int]
    key: Mapped[str]
    label: Mapped[str]
    definition: Mapped[str]
    value: Mapped[int | None]
    standing: Mapped[str]

    @property
    def as_label(self) -> VerdictLabel:
        """The verdict as a value."""
        return VerdictLabel(
            self.key, self.label, self.definition, self.value, Standing(self.standing)
        )
