"""Uploading a copy of a source, and naming one that an archive keeps."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import StringField

from factcheck.translating import lazy


class CopyForm(FlaskForm):  # type: ignore[misc]
    """A file to keep."""

    file = FileField(lazy("File"))


class MementoForm(FlaskForm):  # type: ignore[misc]
    """Where an archive keeps a copy."""

    url = StringField(lazy("Address in the archive"))
