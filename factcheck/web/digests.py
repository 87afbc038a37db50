"""The digest as a letter."""

from typing import TYPE_CHECKING

from flask import render_template

from factcheck.doors import settings
from factcheck.rules.digests import Waiting
from factcheck.web.mail import Letter

if TYPE_CHECKING:
    from factcheck.models import User


def digest_letter(person: "User", waiting: Waiting) -> Letter:
    """Write what waits for a person, with links to it."""
    body = render_template("digests/mail.txt", person=person, waiting=waiting)
    return Letter(person.email, f"What waits for you at {settings().desk_name}", body)
