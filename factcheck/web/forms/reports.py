"""Telling the desk about an error."""

from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField

from factcheck.rules.reports import ReportFacts
from factcheck.translating import lazy


class ReportForm(FlaskForm):  # type: ignore[misc]
    """What is wrong, where, and where to answer."""

    claim = StringField(lazy("Which check"))
    text = TextAreaField(lazy("What is wrong"))
    contact = StringField(lazy("Where to answer you"))

    def facts(self) -> ReportFacts:
        """Return what was written; a check that is no number is none."""
        number = (self.claim.data or "").strip()
        known = number.isascii() and number.isdigit() and len(number) < 7
        return ReportFacts(
            text=self.text.data or "",
            contact=self.contact.data or "",
            claim=int(number) if known else None,
        )
