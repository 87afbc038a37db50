"""Refusals from the rooms below, put on the field they are about."""

from flask_wtf import FlaskForm

from factcheck.errors import InvalidError


def show_on(form: FlaskForm, error: InvalidError) -> None:
    """Put a refusal on its field, or on the form when it has no such field."""
    field = form._fields.get(error.field)
    if field is None:
        form.form_errors.append(error.message)
    else:
        field.errors = [*field.errors, error.message]
