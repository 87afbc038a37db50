"""Who reviews what, and how an essay is reviewed."""

from datetime import UTC, datetime

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateTimeLocalField, IntegerField, SelectField
from wtforms.validators import InputRequired, Optional

from factcheck.translating import lazy


class AssignForm(FlaskForm):  # type: ignore[misc]
    """Assign the ticked claims to a person."""

    person = SelectField(lazy("Assign the ticked claims to"), coerce=int, choices=[])


class ReviewingForm(FlaskForm):  # type: ignore[misc]
    """How an essay is reviewed."""

    take_minutes = IntegerField(
        lazy("Minutes a claim that was taken is kept"),
        [InputRequired(lazy("Write a number of minutes."))],
    )
    hide_names = BooleanField(
        lazy("Hide reviewers' names from editors until the ruling")
    )
    reveal_at = DateTimeLocalField(
        lazy("Day of reveal (UTC)"), [Optional()], format="%Y-%m-%dT%H:%M"
    )

    @property
    def reveal(self) -> datetime | None:
        """The day of reveal, in UTC."""
        found: datetime | None = self.reveal_at.data
        return found.replace(tzinfo=UTC) if found else None
