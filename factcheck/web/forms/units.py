"""The form that corrects sentences and paragraphs; the layout that forms carry."""

from werkzeug.datastructures import MultiDict
from wtforms import Form, IntegerField, StringField

from factcheck.errors import InvalidError
from factcheck.rules.layouts import Layout
from factcheck.rules.paragraphs import parse_kind
from factcheck.text.paragraphs import ParagraphKind
from factcheck.translating import _


class UnitForm(Form):
    """What to do to which sentence; `kind_was` is what its paragraph looked like."""

    do = StringField()
    s = IntegerField(default=0)
    at = IntegerField()
    kind = StringField()
    kind_was = StringField()

    @property
    def place(self) -> int:
        """The word before which to split.

        Raises:
            InvalidError: none was chosen.
        """
        if self.at.data is None:
            raise InvalidError(
                "at", _("Choose the word that begins the second sentence.")
            )
        return self.at.data

    @property
    def kinds(self) -> tuple[ParagraphKind, ParagraphKind]:
        """What the paragraph is, and what the person saw that it was.

        Raises:
            InvalidError: a kind there is not.
        """
        return parse_kind(self.kind.data or ""), parse_kind(self.kind_was.data or "")


def layout_of(form: MultiDict[str, str]) -> Layout:
    """Return the layout of sentences that a form was made for."""
    return Layout.parse(form.get("layout", ""))
