"""Writing a page of the desk's own."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField

from factcheck.translating import lazy


class DeskPageForm(FlaskForm):  # type: ignore[misc]
    """The page's text, and which one was read before writing."""

    text = TextAreaField(lazy("Text"))
    revision = HiddenField()

    def read_revision(self) -> int:
        """Return the number of the page that was read; 0 for the one to start with."""
        given = str(self.revision.data or "")
        return int(given) if given.isascii() and given.isdigit() else 0
