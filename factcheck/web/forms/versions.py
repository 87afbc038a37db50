"""A new text of an essay, in two steps: given, then shown and stored."""

from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, IntegerField, TextAreaField
from wtforms.widgets import HiddenInput


class GiveForm(FlaskForm):  # type: ignore[misc]
    """Step one: the document, and which version it revises."""

    file = FileField("File")
    pasted = TextAreaField("Text")
    seen = IntegerField(default=0, widget=HiddenInput())


class ReviseForm(FlaskForm):  # type: ignore[misc]
    """Step two: the text as it was read (web/documents), and what it revises."""

    text = HiddenField()
    sha256 = HiddenField()
    encoding = HiddenField()
    format = HiddenField()
    understood = HiddenField()
    original = HiddenField()
    seen = IntegerField(default=0, widget=HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A browser sends each line end of a form as CR LF, whatever the page held.
        self.text.data = (self.text.data or "").replace("\r\n", "\n")

    def carried(self) -> dict[str, str]:
        """Return what web/documents put into the hidden fields."""
        names = ("text", "sha256", "encoding", "format", "understood", "original")
        return {name: self[name].data or "" for name in names}
