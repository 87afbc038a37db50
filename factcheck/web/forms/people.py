"""People of the desk: adding one, their role, and one's own profile."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, PasswordField, RadioField, SelectField, StringField

from factcheck.rules.permissions import Role
from factcheck.web.forms.choices import choices

_ROLES = {
    Role.REVIEWER.value: "Reviewer: sorts sentences, marks claims, gives reviews",
    Role.EDITOR.value: "Editor: also imports essays and publishes editions",
    Role.ADMIN.value: "Admin: also decides who works here",
}


class AddForm(FlaskForm):  # type: ignore[misc]
    """Somebody new; without a password they choose one by a link."""

    name = StringField("Name")
    email = StringField("E-mail address")
    role = RadioField("Role", choices=choices(_ROLES), default=Role.REVIEWER.value)
    password = PasswordField("Password")


class RoleForm(FlaskForm):  # type: ignore[misc]
    """Another role."""

    role = SelectField(
        "Role", choices=choices({role.value: role.value.capitalize() for role in Role})
    )


class ProfileForm(FlaskForm):  # type: ignore[misc]
    """What a person may change of themselves."""

    name = StringField("Name")
    single_keys = BooleanField("Single keys act in the workbench")
