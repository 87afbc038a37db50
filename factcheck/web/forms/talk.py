"""Comments, inquiries, proposals, and what an author says to them."""

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    IntegerField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.widgets import HiddenInput

from factcheck.rules.inquiries import InquiryFacts
from factcheck.translating import lazy
from factcheck.web.forms.choices import choices

_PARTS = {
    "sentence": lazy("The whole sentence"),
    "claim": lazy("The claim’s words"),  # noqa: RUF001  (an apostrophe as printed)
}
_ANSWERS = {
    "accepted": lazy("I accept it"),
    "rejected": lazy("I reject it"),
    "answered": lazy("I only want to say something"),
}


class CommentForm(FlaskForm):  # type: ignore[misc]
    """Something said about a claim."""

    text = TextAreaField(lazy("Comment"))


class InquiryForm(FlaskForm):  # type: ignore[misc]
    """A question to somebody outside, and what came of it."""

    whom = StringField(lazy("Whom"))
    channel = StringField(lazy("By which channel"))
    question = TextAreaField(lazy("Question"))
    asked_on = StringField(lazy("Asked on"))
    due_on = StringField(lazy("Answer due by"))
    answer = TextAreaField(lazy("Answer"))
    answered_on = StringField(lazy("Answered on"))
    resolved = BooleanField(lazy("Resolved"))
    printed = TextAreaField(lazy("Printed"))
    revision = IntegerField(default=0, widget=HiddenInput())

    def facts(self) -> InquiryFacts:
        """Return the inquiry as typed; the rules check it."""
        return InquiryFacts(
            whom=self.whom.data or "",
            channel=self.channel.data or "",
            question=self.question.data or "",
            asked_on=self.asked_on.data or "",
            due_on=self.due_on.data or "",
            answer=self.answer.data or "",
            answered_on=self.answered_on.data or "",
            resolved=bool(self.resolved.data),
            printed=self.printed.data or "",
        )


class RewordingForm(FlaskForm):  # type: ignore[misc]
    """Other words for a sentence of the author's."""

    part = RadioField(lazy("Instead of"), choices=choices(_PARTS), default="sentence")
    proposed = TextAreaField(lazy("Proposed words"))
    reason = TextAreaField(lazy("Reason"))


class GuestForm(FlaskForm):  # type: ignore[misc]
    """For whom a link is, and how long it works."""

    name = StringField(lazy("Name"))
    days = IntegerField(lazy("Days"), default=30)


class AnswerForm(FlaskForm):  # type: ignore[misc]
    """What an author says to a proposal."""

    status = RadioField(
        lazy("Your answer"), choices=choices(_ANSWERS), validate_choice=False
    )
    answer = TextAreaField(lazy("In your words"))
    revision = IntegerField(default=0, widget=HiddenInput())
