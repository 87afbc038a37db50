"""What an inquiry may be: a question to somebody outside, and what came of it."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date

from factcheck.errors import InvalidError
from factcheck.translating import N_, _, number

LINE_LIMIT = 500
TEXT_LIMIT = 20_000
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_LINES = ("whom", "channel")
_TEXTS = ("question", "answer", "printed")
_NO_DAY = {
    "asked_on": N_("Write the day you asked as 2026-03-03."),
    "due_on": N_("Write the day an answer is due as 2026-03-03."),
    "answered_on": N_("Write the day of the answer as 2026-03-03."),
}


@dataclass(frozen=True, slots=True)
class InquiryFacts:
    """What is known of an inquiry; days are YYYY-MM-DD or "".

    Attributes:
        printed: what the annotated essay prints of it, or "".
    """

    whom: str = ""
    channel: str = ""
    question: str = ""
    asked_on: str = ""
    due_on: str = ""
    answer: str = ""
    answered_on: str = ""
    resolved: bool = False
    printed: str = ""

    @property
    def answered(self) -> bool:
        """Whether an answer came."""
        return bool(self.answer or self.answered_on)

    def overdue(self, today: date) -> bool:
        """Say whether the day for an answer has passed without one."""
        late = bool(self.due_on) and self.due_on < today.isoformat()
        return late and not self.answered


def check_inquiry(inquiry: InquiryFacts) -> InquiryFacts:
    """Return the inquiry with its fields stripped.

    Raises:
        InvalidError: nobody asked, nothing asked, or a day that cannot be.
    """
    said = {
        f.name: getattr(inquiry, f.name).strip()
        for f in fields(inquiry)
        if f.name != "resolved"
    }
    for name in (*_LINES, *_TEXTS):
        _within(name, said[name])
    for name, missing in (
        ("whom", _("Say whom you asked.")),
        ("question", _("Write what you asked.")),
        ("asked_on", _("Say on which day you asked.")),
    ):
        if not said[name]:
            raise InvalidError(name, missing)
    for name in _NO_DAY:
        _check_day(name, said[name])
    for name in ("due_on", "answered_on"):
        if said[name] and said[name] < said["asked_on"]:
            raise InvalidError(name, _("That is before the day you asked."))
    return replace(inquiry, **said)


def _within(name: str, value: str) -> None:
    limit = LINE_LIMIT if name in _LINES else TEXT_LIMIT
    if len(value) > limit:
        raise InvalidError(
            name, _("Keep this under %(limit)s characters.", limit=number(limit))
        )


def _check_day(name: str, value: str) -> None:
    if not value:
        return
    try:
        if _DAY.match(value):
            date.fromisoformat(value)
            return
    except ValueError:
        pass
    raise InvalidError(name, _(_NO_DAY[name]))
