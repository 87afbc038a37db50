"""What a reader's report of an error may be."""

from dataclasses import dataclass, replace
from enum import StrEnum

from factcheck.errors import InvalidError
from factcheck.translating import _, number

TEXT_LIMIT = 5_000
CONTACT_LIMIT = 200


class ReportState(StrEnum):
    """How far the desk is with a report."""

    NEW = "new"
    READ = "read"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What a reader writes.

    Attributes:
        claim: number of the claim it is about, or None for the essay.
        contact: where the reader can be answered, or "".
    """

    text: str
    contact: str = ""
    claim: int | None = None


def check_report(report: ReportFacts) -> ReportFacts:
    """Return the report with its fields stripped.

    Raises:
        InvalidError: nothing is said, or too much.
    """
    text, contact = report.text.strip(), report.contact.strip()
    if not text:
        raise InvalidError("text", _("Say what is wrong."))
    if len(text) > TEXT_LIMIT:
        raise InvalidError(
            "text", _("Keep it under %(limit)s characters.", limit=number(TEXT_LIMIT))
        )
    if len(contact) > CONTACT_LIMIT:
        raise InvalidError(
            "contact", _("Keep it under %(limit)s characters.", limit=CONTACT_LIMIT)
        )
    return replace(report, text=text, contact=contact)
