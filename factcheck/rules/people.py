"""What a person's name, address, time zone and interests may be."""

from dataclasses import dataclass
from datetime import UTC, tzinfo
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from email_validator import EmailNotValidError, validate_email

from factcheck.errors import InvalidError
from factcheck.translating import _, languages

NAME_LIMIT = 200
PASSWORD_MINIMUM = 10
INTERESTS_LIMIT = 1000


class Digest(StrEnum):
    """How often a person is told by mail what waits for them."""

    NEVER = "never"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person says of themselves."""

    name: str
    single_keys: bool = True
    time_zone: str = "UTC"
    language: str = ""
    interests: str = ""
    digest: str = Digest.NEVER


def check_email(email: str) -> str:
    """Return an e-mail address in its normal form.

    Addresses of a desk's own network (editor@desk.local) are let through: nothing is
    asked of the name server.

    Raises:
        InvalidError: it is not an address.
    """
    try:
        found = validate_email(
            email.strip(), check_deliverability=False, test_environment=True
        )
    except EmailNotValidError as error:
        raise InvalidError(
            "email", _("That is not an e-mail address: %(error)s", error=error)
        ) from error
    return found.normalized.lower()


def check_name(name: str) -> str:
    """Return a name with its spaces tidied.

    Raises:
        InvalidError: empty or too long.
    """
    name = " ".join(name.split())
    if not name:
        raise InvalidError("name", _("Give a name; it is printed beside reviews."))
    if len(name) > NAME_LIMIT:
        raise InvalidError(
            "name", _("Keep the name under %(limit)s characters.", limit=NAME_LIMIT)
        )
    return name


def check_password(password: str) -> str:
    """Return a password that is long enough.

    Raises:
        InvalidError: it is shorter than PASSWORD_MINIMUM.
    """
    if len(password) < PASSWORD_MINIMUM:
        raise InvalidError(
            "password",
            _(
                "Use at least %(password_minimum)s characters; nothing was kept.",
                password_minimum=PASSWORD_MINIMUM,
            ),
        )
    return password


@cache
def time_zones() -> tuple[str, ...]:
    """Return the names of places' time zones, as in Asia/Seoul, after UTC."""
    named = sorted(name for name in available_timezones() if _is_place(name))
    return ("UTC", *named)


def check_time_zone(name: str) -> str:
    """Return the name of a time zone that is known here.

    Raises:
        InvalidError: it is not.
    """
    if name not in time_zones():
        raise InvalidError("time_zone", _("Choose a time zone from the list."))
    return name


def check_language(language: str) -> str:
    """Return a language the program speaks, or "" for the desk's own.

    Raises:
        InvalidError: there is no translation into it.
    """
    if language and language not in languages():
        raise InvalidError("language", _("Choose a language from the list."))
    return language


def zone(name: str) -> tzinfo:
    """Return a time zone; UTC where this machine no longer knows it."""
    if name == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def check_interests(text: str) -> str:
    """Return declared interests with their spaces tidied.

    Raises:
        InvalidError: too long to print beside a verdict.
    """
    text = " ".join(text.split())
    if len(text) > INTERESTS_LIMIT:
        raise InvalidError(
            "interests",
            _("Keep your interests under %(limit)s characters.", limit=INTERESTS_LIMIT),
        )
    return text


def check_digest(value: str) -> Digest:
    """Return how often a person wants a digest.

    Raises:
        InvalidError: not one of the choices.
    """
    try:
        return Digest(value)
    except ValueError as error:
        raise InvalidError("digest", _("Choose never, daily or weekly.")) from error


def _is_place(name: str) -> bool:
    area = name.partition("/")[0]
    return "/" in name and area not in {"Etc", "SystemV", "US", "posix", "right"}
