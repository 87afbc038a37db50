"""Making a personal token."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectMultipleField, StringField
from wtforms.widgets import CheckboxInput, ListWidget

from factcheck.rules.tokens import DAYS, SCOPE_LABELS, Scope
from factcheck.translating import lazy
from factcheck.web.forms.choices import choices


class TokenForm(FlaskForm):  # type: ignore[misc]
    """What it is for, what it may be used for, and for how long."""

    name = StringField(lazy("Name"))
    scopes = SelectMultipleField(
        lazy("It may be used to"),
        choices=choices({s.value: lazy(said) for s, said in SCOPE_LABELS.items()}),
        default=[Scope.READ.value],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )
    days = IntegerField(lazy("Days it works"), default=DAYS)
