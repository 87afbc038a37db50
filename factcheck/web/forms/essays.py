"""Importing an essay in two steps, and its details."""

from collections.abc import Mapping
from functools import cache

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
from factcheck.text.guessing import languages_told
from factcheck.translating import direction_of, language_name, lazy, spoken
from factcheck.web.forms.carried import CarriedForm
from factcheck.web.forms.choices import choices

_DIRECTIONS = {
    "": lazy("As the language is written"),
    "ltr": lazy("Left to right"),
    "rtl": lazy("Right to left"),
}
_MARKS = {
    "none": lazy("Leave every sentence to sort"),
    "suggested": lazy("Mark sentences that look like something that can be checked"),
    "all": lazy("Mark every sentence of prose as a claim"),
}
_SCALES = {
    key: f"{scale.name}: {', '.join(v.label for v in scale.verdicts)}"
    for key, scale in PRESETS.items()
}


def named_languages() -> dict[str, str]:
    """Return the tags of languages to offer, by their names as they are spoken."""
    return _named(spoken())


@cache
def _named(_spoken: str) -> dict[str, str]:
    named = {tag: language_name(tag) for tag in languages_told()}
    return dict(sorted(named.items(), key=lambda item: item[1]))


class ReadForm(FlaskForm):  # type: ignore[misc]
    """Step one: the document."""

    file = FileField(lazy("File"))
    address = StringField(lazy("Web address"))
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

    def follow_language(self) -> None:
        """Let the direction follow the language, where it is the language's own."""
        if self.direction.data == direction_of(self.language.data or ""):
            self.direction.data = ""

    def differing(self, theirs: Mapping[str, object]) -> dict[str, object]:
        """Return what somebody else stored; a language brings its own direction."""
        found = dict(theirs)
        if found["direction"] == direction_of(str(found["language"])):
            found["direction"] = ""
        if self.direction.data == found["direction"]:
            del found["direction"]
        return found


class StoreForm(CarriedForm, DetailsForm):
    """Step two: the text as it was read, and what to call it."""

    scale = SelectField(lazy("Scale"), choices=choices(_SCALES))
    comments = BooleanField(lazy("Comments"))
    mark = RadioField(lazy("Claims"), choices=choices(_MARKS), default="none")
