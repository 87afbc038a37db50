"""Refusals stand on the field they are about, or on the form."""

from flask import Flask

from factcheck.errors import InvalidError
from factcheck.web.forms.editions import PublishForm
from factcheck.web.forms.refusals import show_on


def test_a_refusal_stands_on_its_field_or_on_the_form(app: Flask):
    with app.test_request_context():
        form = PublishForm()
        show_on(form, InvalidError("note", "Say what was corrected."))
        show_on(form, InvalidError("claims", "Mark a claim first."))
    assert form.note.errors == ["Say what was corrected."]
    assert form.form_errors == ["Mark a claim first."]
