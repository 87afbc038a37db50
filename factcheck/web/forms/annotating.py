"""Annotations from elsewhere, in two steps: given, then shown and taken."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, IntegerField, TextAreaField
from wtforms.widgets import HiddenInput

from factcheck.translating import lazy


class BringForm(FlaskForm):  # type: ignore[misc]
    """Step one: a file of annotations, or what stands in one."""

    file = FileField(lazy("File"))
    pasted = TextAreaField(lazy("Annotations"))


class TakeForm(FlaskForm):  # type: ignore[misc]
    """Step two: what was read, and in which version it was looked for.

    Beside these a form has a field `place-N` for each annotation, which says where
    its words are meant: "start-end", or "" to leave it out.
    """

    given = HiddenField()
    seen = IntegerField(default=0, widget=HiddenInput())
