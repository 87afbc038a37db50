"""The hidden fields in which a document that was read goes through a browser."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import HiddenField


class CarriedForm(FlaskForm):  # type: ignore[misc]
    """A document as it was read and shown (web/documents)."""

    text = HiddenField()
    sha256 = HiddenField()
    encoding = HiddenField()
    format = HiddenField()
    understood = HiddenField()
    original = HiddenField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A browser sends each line end of a form as CR LF, whatever the page held.
        self.text.data = (self.text.data or "").replace("\r\n", "\n")

    def carried(self) -> dict[str, str]:
        """Return what web/documents put into the hidden fields."""
        names = ("text", "sha256", "encoding", "format", "understood", "original")
        return {name: self[name].data or "" for name in names}
