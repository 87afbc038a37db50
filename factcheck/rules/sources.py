"""What can be noted of a source beyond what everybody looks at first.

The names are those of CSL 1.0.2's variables, with an underscore for a hyphen and in
lower case; `level` and `interest` are this program's own.
"""

import re
import unicodedata
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from factcheck.errors import InvalidError
from factcheck.translating import N_, _, number

FIELD_LIMIT = 2_000


class Level(StrEnum):
    """How near a source is to what it tells of."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


LEVEL_LABELS: dict[Level, str] = {
    Level.PRIMARY: N_("Primary source"),
    Level.SECONDARY: N_("Secondary source"),
}


@dataclass(frozen=True, slots=True)
class SourceDetails:
    """What else is known of a source; "" is not known.

    Names of people stand as they are to be printed, several with "; " between.

    Attributes:
        container_title: what it appeared in: newspaper, journal, book, site.
        editor: of the book or collection it is in.
        interviewer: who asked.
        recipient: to whom a letter, cable or message went.
        publisher_place: where the publisher is.
        edition: "2nd", "revised".
        volume: of a journal or a work.
        issue: of a journal.
        page: on which it stands there, "115-38".
        genre: what kind of document or report: "Telegram", "Working paper".
        number: of a report or document in its series.
        medium: how: "telephone", "email", "microfilm".
        archive: that keeps it.
        archive_location: the shelf mark there.
        archive_place: where the archive is.
        accessed: the day it was looked at, YYYY-MM-DD, YYYY-MM or YYYY.
        doi: without the address in front: 10.1000/182.
        isbn: of the book.
        language: a BCP 47 tag.
        note: whatever else whoever looks for it should know.
        level: a Level, or "".
        interest: what the source has to gain, so that readers can weigh it.
    """

    container_title: str = ""
    editor: str = ""
    interviewer: str = ""
    recipient: str = ""
    publisher_place: str = ""
    edition: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    genre: str = ""
    number: str = ""
    medium: str = ""
    archive: str = ""
    archive_location: str = ""
    archive_place: str = ""
    accessed: str = ""
    doi: str = ""
    isbn: str = ""
    language: str = ""
    note: str = ""
    level: str = ""
    interest: str = ""


NO_DETAILS = SourceDetails()
DETAILS = tuple(each.name for each in fields(SourceDetails))

DETAIL_LABELS: dict[str, str] = {
    "container_title": N_("Appeared in"),
    "editor": N_("Editor"),
    "interviewer": N_("Interviewer"),
    "recipient": N_("Recipient"),
    "publisher_place": N_("Place of publication"),
    "edition": N_("Edition of the book"),
    "volume": N_("Volume"),
    "issue": N_("Issue"),
    "page": N_("Pages"),
    "genre": N_("Kind of document"),
    "number": N_("Number in its series"),
    "medium": N_("Medium"),
    "archive": N_("Archive"),
    "archive_location": N_("Shelf mark"),
    "archive_place": N_("Place of the archive"),
    "accessed": N_("Looked at on"),
    "doi": N_("DOI"),
    "isbn": N_("ISBN"),
    "language": N_("Language"),
    "note": N_("Note"),
    "level": N_("Primary or secondary"),
    "interest": N_("Interest"),
}

_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE
)


def check_details(details: SourceDetails) -> SourceDetails:
    """Return the details stripped, a DOI without its address.

    Raises:
        InvalidError: a field over its limit, a malformed date or DOI, no such level.
    """
    if details == NO_DETAILS:
        return NO_DETAILS
    found = {name: short(name, getattr(details, name)) for name in DETAILS}
    found["accessed"] = check_date("accessed", found["accessed"])
    if found["doi"]:
        doi = _DOI.fullmatch(found["doi"])
        if doi is None:
            raise InvalidError("doi", _("A DOI begins with 10., as in 10.1000/182."))
        found["doi"] = doi[1]
    if found["level"] and found["level"] not in set(Level):
        raise InvalidError("level", _("A source is primary, secondary, or neither."))
    return SourceDetails(**found)


def details_from(found: Any) -> SourceDetails:
    """Read details that were kept or sent as an object; what is none is left out."""
    if not found or not isinstance(found, dict):
        return NO_DETAILS
    return SourceDetails(
        **{
            name: value
            for name, value in found.items()
            if name in DETAILS and isinstance(value, str)
        }
    )


def known_details(details: SourceDetails) -> dict[str, str]:
    """Return what is known, by name, in the order of SourceDetails."""
    if details == NO_DETAILS:
        return {}
    return {name: value for name, value in asdict(details).items() if value}


def names_in(text: str) -> list[str]:
    """Return the names of people that a field holds, in its order."""
    return [name for part in text.split(";") if (name := " ".join(part.split()))]


def short(field: str, value: str) -> str:
    """Return a field stripped.

    Raises:
        InvalidError: it is over its limit.
    """
    value = value.strip()
    if len(value) > FIELD_LIMIT:
        raise InvalidError(
            field, _("Keep this under %(limit)s characters.", limit=number(FIELD_LIMIT))
        )
    return value


def check_date(field: str, value: str) -> str:
    """Return a date as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD.

    Raises:
        InvalidError: it is none of these.
    """
    value = value.strip()
    if value and not _DATE.fullmatch(value):
        raise InvalidError(
            field, _("Write the date as 1949, 1949-01 or 1949-01-14 (year first).")
        )
    return value


def plainly(text: str) -> str:
    """Return words as they are looked for: without case, accents and extra space."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(ch for ch in parts if not unicodedata.combining(ch))
    return " ".join(kept.split())
