"""Importing an essay in two steps, and its details."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.widgets import HiddenInput

from factcheck.rules.essays import EssayDetails
from factcheck.rules.scales import PRESETS
from factcheck.translating import lazy
from factcheck.web.forms.carried import CarriedForm
from factcheck.web.forms.choices import choices

LANGUAGES = {
    "en": "English",
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
_DIRECTIONS = {
    "": "As the language is written",
    "ltr": "Left to right",
    "rtl": "Right to left",
}
_MARKS = {
    "none": "Leave every sentence to sort",
    "suggested": "Mark sentences that look like something that can be checked",
    "all": "Mark every sentence of prose as a claim",
}
_SCALES = {
    key: f"{scale.name}: {', '.join(v.label for v in scale.verdicts)}"
    for key, scale in PRESETS.items()
}


class ReadForm(FlaskForm):  # type: ignore[misc]
    """Step one: the document."""

    file = FileField(lazy("File"))
    pasted = TextAreaField(lazy("Text"))
    language = StringField(lazy("Language"))


class DetailsForm(FlaskForm):  # type: ignore[misc]
    """What a person says of an essay."""

    title = StringField(lazy("Title"))
    byline = StringField(lazy("Byline"))
    appeared = StringField(lazy("Where it appeared"))
    language = StringField(lazy("Language"))
    direction = SelectField(lazy("Direction"), choices=choices(_DIRECTIONS))
    reviews_needed = IntegerField(lazy("Reviews each claim needs"), default=1)

    def details(self) -> EssayDetails:
        """Return the details as typed; the rules check them."""
        return EssayDetails(
            title=self.title.data or "",
            byline=self.byline.data or "",
            appeared=self.appeared.data or "",
            language=self.language.data or "",
            direction=self.direction.data or "",
            reviews_needed=self.reviews_needed.data or 0,
        )


class EditForm(DetailsForm):
    """The details of an essay that is here already, and which state they changed."""

    revision = IntegerField(default=0, widget=HiddenInput())


class StoreForm(CarriedForm, DetailsForm):
    """Step two: the text as it was read, and what to call it."""

    scale = SelectField(lazy("Scale"), choices=choices(_SCALES))
    comments = BooleanField(lazy("Comments"))
    mark = RadioField(lazy("Claims"), choices=choices(_MARKS), default="none")
