"""People of the desk: adding one, their role, and one's own profile."""

from babel import Locale
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)

from factcheck.rules.people import Digest, Profile, time_zones
from factcheck.rules.permissions import ROLE_NAMES, Role
from factcheck.translating import _, languages, lazy
from factcheck.web.forms.choices import choices

_ROLES = {
    Role.REVIEWER.value: lazy("Reviewer: sorts sentences, marks claims, gives reviews"),
    Role.EDITOR.value: lazy("Editor: also imports essays and publishes editions"),
    Role.ADMIN.value: lazy("Admin: also decides who works here"),
}
_DIGESTS = {
    Digest.NEVER.value: lazy("Never"),
    Digest.DAILY.value: lazy("Daily, when something waits"),
    Digest.WEEKLY.value: lazy("Weekly, when something waits"),
}
_ON_ESSAY = {
    Role.REVIEWER.value: lazy("Reviewer: sorts, marks and reviews here"),
    Role.EDITOR.value: lazy("Editor: also rules, assigns and publishes here"),
}


class AddForm(FlaskForm):  # type: ignore[misc]
    """Somebody new; without a password they choose one by a link."""

    name = StringField(lazy("Name"))
    email = StringField(lazy("E-mail address"))
    role = RadioField(
        lazy("Role"), choices=choices(_ROLES), default=Role.REVIEWER.value
    )
    password = PasswordField(lazy("Password"))


class RoleForm(FlaskForm):  # type: ignore[misc]
    """Another role."""

    role = SelectField(
        lazy("Role"),
        choices=choices({role.value: lazy(name) for role, name in ROLE_NAMES.items()}),
    )


class ProfileForm(FlaskForm):  # type: ignore[misc]
    """What a person may change of themselves."""

    name = StringField(lazy("Name"))
    time_zone = SelectField(
        lazy("Time zone"), choices=lambda: choices({n: n for n in time_zones()})
    )
    language = SelectField(lazy("Language"), choices=lambda: choices(_languages()))
    interests = TextAreaField(lazy("Declared interests"))
    digest = RadioField(
        lazy("Mail about what waits for you"), choices=choices(_DIGESTS)
    )
    single_keys = BooleanField(lazy("Single keys act in the workbench"))

    def profile(self) -> Profile:
        """Return the profile as typed; the rules check it."""
        return Profile(
            name=self.name.data or "",
            single_keys=bool(self.single_keys.data),
            time_zone=self.time_zone.data or "UTC",
            language=self.language.data or "",
            interests=self.interests.data or "",
            digest=self.digest.data or Digest.NEVER,
        )


def _languages() -> dict[str, str]:
    """Return each language by its own name, after what the desk speaks."""
    named = {code: Locale.parse(code).get_display_name() for code in languages()}
    return {"": _("As the desk speaks")} | {c: n or c for c, n in named.items()}


class EssayRoleForm(FlaskForm):  # type: ignore[misc]
    """A role for one person on one essay."""

    person = SelectField(lazy("Person"), coerce=int)
    role = RadioField(
        lazy("Role"), choices=choices(_ON_ESSAY), default=Role.EDITOR.value
    )
