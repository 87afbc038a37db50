"""The details of an essay: changed, refused, and changed by somebody else meanwhile."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factcheck.models import Essay
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.visits import send
from tests.web.conftest import Visit


@pytest.fixture
def editor(visit: Visit) -> FlaskClient:
    """Return an editor's browser."""
    return visit(Role.EDITOR)


def edit(client: FlaskClient, **changes: str) -> TestResponse:
    """Send the details as the page holds them, with changes."""
    fields = {
        "title": "The river",
        "byline": "",
        "appeared": "",
        "language": "en",
        "direction": "ltr",
        "reviews_needed": "1",
        "revision": "1",
    }
    return send(client, "/essays/the-river/details", **fields | changes)


@pytest.fixture
def river(session: Session) -> Essay:
    """Return an essay that is stored."""
    essay = essays.essay(session)
    session.commit()
    return essay


def test_details_are_changed(editor: FlaskClient, river: Essay, session: Session):
    page = editor.get("/essays/the-river/details").text
    assert 'name="revision" type="hidden" value="1"' in page
    answer = edit(editor, title="The long river", reviews_needed="3")
    assert answer.location == "/essays/the-river/details"
    session.refresh(river)
    assert (river.title, river.reviews_needed) == ("The long river", 3)
    assert "The details are kept." in editor.get(answer.location).text


@pytest.mark.usefixtures("river")
def test_details_that_cannot_be_kept_are_refused(editor: FlaskClient):
    page = edit(editor, title="", byline="Jin")
    assert page.status_code == 422
    assert "Give the essay a title." in page.text
    assert 'value="Jin"' in page.text


def test_details_changed_meanwhile_are_shown_beside_ones_own(
    editor: FlaskClient, river: Essay, session: Session
):
    edit(editor, title="The long river", byline="Jin Se-keun")
    page = edit(editor, title="The wide river")
    assert page.status_code == 409
    assert "Nothing of theirs was overwritten" in page.text
    assert 'value="The wide river"' in page.text
    assert "Stored now: <b><bdi>The long river</bdi></b>" in page.text
    assert "Stored now: <b><bdi>Jin Se-keun</bdi></b>" in page.text
    assert page.text.count("Stored now") == 2
    session.refresh(river)
    assert river.title == "The long river"
    revision = re.search(r'name="revision"[^>]*value="(\d+)"', page.text)[1]
    answer = edit(editor, title="The wide river", revision=revision)
    assert answer.status_code == 302
