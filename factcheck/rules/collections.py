"""What other desks found, taken over to be read: a collection and its claims."""

from dataclasses import dataclass

from factcheck.errors import InvalidError
from factcheck.translating import _, number

NAME_LIMIT = 200
MOST_CLAIMS = 200_000


@dataclass(frozen=True, slots=True)
class CollectedFacts:
    """A claim as another desk checked it.

    Attributes:
        claim: what was claimed.
        verdict: that desk's own words for it.
        title: of what they published.
        claimant: who claimed it.
        publisher: the desk.
        url: where they published it; "" where that is no web address.
        reviewed_on: a date as precise as it is known: YYYY, YYYY-MM or YYYY-MM-DD.
        language: a tag, "" where none is named.
    """

    claim: str
    verdict: str
    title: str = ""
    claimant: str = ""
    publisher: str = ""
    url: str = ""
    reviewed_on: str = ""
    language: str = ""


def check_name(name: str) -> str:
    """Return the name of a collection, stripped.

    Raises:
        InvalidError: there is none, or it is too long.
    """
    name = " ".join(name.split())
    if not name:
        raise InvalidError("name", _("Give the collection a name."))
    if len(name) > NAME_LIMIT:
        raise InvalidError(
            "name",
            _("Keep the name under %(limit)s characters.", limit=number(NAME_LIMIT)),
        )
    return name
