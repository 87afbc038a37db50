"""What is known of a source, and bringing sources in."""

from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.widgets import HiddenInput

from factcheck.rules.citations import KIND_LABELS, SourceFacts, SourceKind
from factcheck.rules.sources import (
    DETAIL_LABELS,
    DETAILS,
    LEVEL_LABELS,
    SourceDetails,
)
from factcheck.translating import N_, lazy
from factcheck.web.forms.choices import choices

_KINDS: dict[str, str] = {kind.value: label for kind, label in KIND_LABELS.items()}
_LEVELS: dict[str, str] = {
    "": N_("Not said"),
    **{level.value: label for level, label in LEVEL_LABELS.items()},
}
_FACTS = ("title", "url", "author", "publisher", "issued")

# What is asked for together, under what heading.
GROUPS: dict[str, tuple[str, ...]] = {
    N_("Where it appeared"): (
        "container_title",
        "editor",
        "edition",
        "volume",
        "issue",
        "page",
        "publisher",
        "publisher_place",
        "isbn",
        "doi",
    ),
    N_("Documents and archives"): (
        "genre",
        "number",
        "archive",
        "archive_location",
        "archive_place",
    ),
    N_("Interviews and letters"): ("interviewer", "recipient", "medium"),
    N_("Of use to the desk"): ("level", "interest", "accessed", "language", "note"),
}


class SourceForm(FlaskForm):  # type: ignore[misc]
    """A source's facts, and which state of them was read; details are added below."""

    kind = SelectField(lazy("Kind"), choices=choices(_KINDS))
    title = StringField(lazy("Title"))
    url = StringField(lazy("Address"))
    author = StringField(lazy("Author"))
    publisher = StringField(lazy("Publisher"))
    issued = StringField(lazy("Date"))
    revision = IntegerField(default=0, widget=HiddenInput())

    @classmethod
    def of(cls, facts: SourceFacts, revision: int) -> "SourceForm":
        """Return the form filled with what is stored."""
        details = {name: getattr(facts.details, name) for name in DETAILS}
        plain = {name: getattr(facts, name) for name in _FACTS}
        kind = facts.kind.value
        return cls(data={"kind": kind, "revision": revision, **plain, **details})

    def facts(self) -> SourceFacts:
        """Return what was typed; the rules check it."""
        return SourceFacts(
            kind=SourceKind(self.kind.data),
            **{name: self._typed(name) for name in _FACTS},
            details=SourceDetails(**{name: self._typed(name) for name in DETAILS}),
        )

    def _typed(self, name: str) -> str:
        return self[name].data or ""


def _field(name: str) -> Any:
    label = lazy(DETAIL_LABELS[name])
    if name == "level":
        return SelectField(label, choices=choices(_LEVELS))
    if name in {"note", "interest"}:
        return TextAreaField(label)
    return StringField(label)


for _name in DETAILS:
    setattr(SourceForm, _name, _field(_name))


class LibraryForm(FlaskForm):  # type: ignore[misc]
    """A bibliography to bring in."""

    file = FileField(lazy("File"))
    pasted = TextAreaField(lazy("Text"))


class KeepForm(FlaskForm):  # type: ignore[misc]
    """What was read of it, as it was shown."""

    read = HiddenField()


class MergeForm(FlaskForm):  # type: ignore[misc]
    """Which of two sources stays, and both as they were read."""

    kept = IntegerField()
    other = IntegerField()
    kept_revision = IntegerField(widget=HiddenInput())
    other_revision = IntegerField(widget=HiddenInput())
