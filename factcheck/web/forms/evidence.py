"""Uploading a copy of a source."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField


class CopyForm(FlaskForm):  # type: ignore[misc]
    """A file to keep."""

    file = FileField("File")
