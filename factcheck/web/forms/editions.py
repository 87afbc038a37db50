"""Publishing an edition."""

from flask_wtf import FlaskForm
from wtforms import TextAreaField


class PublishForm(FlaskForm):  # type: ignore[misc]
    """What was corrected since the edition before."""

    note = TextAreaField("What was corrected")
