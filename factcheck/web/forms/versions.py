"""A new text of an essay, in two steps: given, then shown and stored."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import IntegerField, TextAreaField
from wtforms.widgets import HiddenInput

from factcheck.translating import lazy
from factcheck.web.forms.carried import CarriedForm


class GiveForm(FlaskForm):  # type: ignore[misc]
    """Step one: the document, and which version it revises."""

    file = FileField(lazy("File"))
    pasted = TextAreaField(lazy("Text"))
    seen = IntegerField(default=0, widget=HiddenInput())


class ReviseForm(CarriedForm):
    """Step two: the text as it was read, and which version it revises."""

    seen = IntegerField(default=0, widget=HiddenInput())
