"""What identifies an essay: title, byline, language, and how it is checked."""

import re
from dataclasses import dataclass, replace

from factcheck.errors import InvalidError
from factcheck.translating import _, direction_of, number

TITLE_LIMIT = 500
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*\Z")


@dataclass(frozen=True, slots=True)
class EssayDetails:
    """What a person says of an essay.

    Attributes:
        appeared: where it appeared, in words or as an address.
        language: BCP 47 tag or "".
        direction: ltr, rtl, or "" to take the language's own.
        reviews_needed: given reviews that settle a claim, 1 to 5.
    """

    title: str
    byline: str = ""
    appeared: str = ""
    language: str = ""
    direction: str = ""
    reviews_needed: int = 1


def check_details(details: EssayDetails) -> EssayDetails:
    """Return the details stripped and complete.

    Raises:
        InvalidError: no title, or a value out of range.
    """
    title = " ".join(details.title.split())
    if not title:
        raise InvalidError("title", _("Give the essay a title."))
    language = details.language.strip()
    if language and not _TAG.match(language):
        raise InvalidError("language", _("Write the language as a tag: en, ko, pt-BR."))
    if details.direction not in {"", "ltr", "rtl"}:
        raise InvalidError("direction", _("Choose left to right or right to left."))
    if not 1 <= details.reviews_needed <= 5:
        raise InvalidError("reviews_needed", _("Ask for 1 to 5 reviews of each claim."))
    return replace(
        details,
        title=_short("title", title),
        byline=_short("byline", " ".join(details.byline.split())),
        appeared=_short("appeared", details.appeared.strip()),
        language=language,
        direction=details.direction or direction_of(language),
    )


def _short(field: str, value: str) -> str:
    if len(value) > TITLE_LIMIT:
        raise InvalidError(
            field, _("Keep this under %(limit)s characters.", limit=number(TITLE_LIMIT))
        )
    return value
