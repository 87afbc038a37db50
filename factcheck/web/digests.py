"""The digest as a letter."""

from typing import TYPE_CHECKING

from flask import render_template

from factcheck.doors import settings
from factcheck.rules.digests import Waiting
from factcheck.translating import _, speaking
from factcheck.web.mail import Letter, language_of

if TYPE_CHECKING:
    from factcheck.models import User


def digest_letter(person: "User", waiting: Waiting) -> Letter:
    """Write what waits for a person, with links to it."""
    with speaking(language_of(person)):
        body = render_template("digests/mail.txt", person=person, waiting=waiting)
        subject = _("What waits for you at %(desk)s", desk=settings().desk_name)
    return Letter(person.email, subject, body)
