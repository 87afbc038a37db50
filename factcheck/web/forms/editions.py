"""Publishing an edition, and taking editions down."""

from collections.abc import Iterable, Mapping

from flask_wtf import FlaskForm
from wtforms import HiddenField, TextAreaField

from factcheck.rules.annotated import Correction
from factcheck.rules.editions import reason_field
from factcheck.translating import _, lazy


class PublishForm(FlaskForm):  # type: ignore[misc]
    """What was corrected since the edition before, and why each verdict changed."""

    note = TextAreaField(lazy("What was corrected"))
    seen = HiddenField()

    def reasons(self, found: Iterable[Correction]) -> Mapping[int, str]:
        """Return what was written for each claim, by its number."""
        fields = {c.claim: self._fields.get(reason_field(c.claim)) for c in found}
        return {n: field.data or "" for n, field in fields.items() if field is not None}

    def saw(self) -> int | None:
        """Return the number of the edition that was the newest on the page."""
        given = self.seen.data or ""
        return int(given) if given.isascii() and given.isdigit() else None


class UnpublishForm(FlaskForm):  # type: ignore[misc]
    """Why the editions are taken down."""

    note = TextAreaField(lazy("Why"))


def publish_form(found: Iterable[Correction], newest: int) -> PublishForm:
    """Return the form, with a field for the reason of each change.

    A ruling's reason stands in the field already.
    """
    fields = {
        reason_field(correction.claim): TextAreaField(
            _("Why claim %(number)s changed", number=correction.claim),
            default=correction.reason,
        )
        for correction in found
    }
    form: PublishForm = type("PublishForm", (PublishForm,), fields)()
    if form.seen.data in {None, ""}:
        form.seen.data = str(newest)
    return form
