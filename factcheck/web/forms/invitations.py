"""Inviting people, and accepting an invitation."""

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    IntegerField,
    PasswordField,
    SelectField,
    StringField,
    TextAreaField,
)

from factcheck.errors import InvalidError
from factcheck.rules.invitations import DAYS, Invitee, read_addresses, read_roster
from factcheck.rules.permissions import ROLE_NAMES
from factcheck.text.documents import read_plain
from factcheck.translating import _, lazy
from factcheck.web.forms.choices import choices

ROSTER_LIMIT = 200_000


class InviteForm(FlaskForm):  # type: ignore[misc]
    """Whom to invite, as what, and for how long."""

    addresses = TextAreaField(lazy("Addresses"))
    roster = TextAreaField(lazy("Class roster"))
    file = FileField(lazy("Roster as a file"))
    role = SelectField(
        lazy("Role"),
        choices=choices({role.value: lazy(name) for role, name in ROLE_NAMES.items()}),
    )
    essay = SelectField(lazy("For"))
    days = IntegerField(lazy("Days the links work"), default=DAYS)

    def invitees(self) -> tuple[tuple[Invitee, ...], str]:
        """Return whom the form names, and the field that names them.

        Raises:
            InvalidError: a line cannot be read, or more than one list is given.
        """
        upload = self.file.data
        data = upload.read(ROSTER_LIMIT + 1) if upload else b""
        given = [
            name
            for name, value in (
                ("addresses", (self.addresses.data or "").strip()),
                ("roster", (self.roster.data or "").strip()),
                ("file", data),
            )
            if value
        ]
        if len(given) > 1:
            raise InvalidError(
                given[1], _("Use one list at a time: addresses, a roster or a file.")
            )
        field = given[0] if given else "addresses"
        if field == "addresses":
            return read_addresses(self.addresses.data or ""), field
        if field == "roster":
            return read_roster(self.roster.data or ""), field
        if len(data) > ROSTER_LIMIT:
            raise InvalidError("file", _("This file is too large for a roster."))
        try:
            return read_roster(read_plain(data)), field
        except InvalidError as error:
            raise InvalidError("file", error.message) from error


class JoinForm(FlaskForm):  # type: ignore[misc]
    """The name and the password of somebody who joins."""

    name = StringField(lazy("Name"))
    password = PasswordField(lazy("Password"))
