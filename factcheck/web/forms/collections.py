"""Importing a file of other desks' verdicts."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import StringField

from factcheck.translating import lazy


class CollectionForm(FlaskForm):  # type: ignore[misc]
    """A file, and what to call it."""

    file = FileField(lazy("File"))
    name = StringField(lazy("Name"))
