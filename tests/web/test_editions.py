"""Publishing, and what readers get."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factcheck.models import Essay, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.visits import send
from tests.web.conftest import Visit

PUBLISH = "/essays/the-river/publish"


@pytest.fixture
def river(session: Session, people: dict[Role, User]) -> Essay:
    """Return an essay with one open claim and one that is settled."""
    editor = people[Role.EDITOR]
    essay = essays.essay(session, actor=editor)
    essays.mark(session, essay, editor, "The town voted to move")
    claim = essays.mark(session, essay, editor, "The river rose")
    essays.save(session, claim, editor)
    session.commit()
    return essay


@pytest.fixture
def editor(visit: Visit, river: Essay) -> FlaskClient:  # noqa: ARG001
    """Return an editor's browser, with an essay to publish."""
    return visit(Role.EDITOR)


def test_open_claims_are_named_before_publishing(editor: FlaskClient):
    page = editor.get(PUBLISH).text
    assert "1 claim of 2 has no verdict yet." in page
    assert 'href="/essays/the-river/workbench?c=1">1</a>' in page
    assert "Publish with 1 open claim" in page
    assert "The first edition needs none." in page


def test_a_settled_essay_is_published_without_a_warning(
    editor: FlaskClient, session: Session, river: Essay, people: dict[Role, User]
):
    claim = essays.mark(session, river, people[Role.EDITOR], "it moved within a year")
    essays.save(session, claim, people[Role.EDITOR])
    first = session.get(type(claim), 1)
    essays.save(session, first, people[Role.EDITOR])
    session.commit()
    assert "All 3 claims have a verdict." in editor.get(PUBLISH).text


def test_many_open_claims_are_not_all_named(editor: FlaskClient, session: Session):
    text = "\n".join(f"It rained {number} days." for number in range(30))
    essays.essay(session, title="Rain", text=text, mark="all")
    session.commit()
    page = editor.get("/essays/rain/publish").text
    assert "30 claims of 30 have no verdict yet." in page
    assert ">20</a>" in page
    assert ">21</a>" not in page
    assert "and others" in page


def test_an_essay_without_claims_says_so(editor: FlaskClient, session: Session):
    essays.essay(session, title="Bare")
    session.commit()
    assert "No claim is marked yet." in editor.get("/essays/bare/publish").text


def test_what_is_published_stays_as_it_was(
    editor: FlaskClient, visit: Visit, session: Session, people: dict[Role, User]
):
    answer = send(editor, PUBLISH)
    assert answer.location == PUBLISH
    assert "Edition 1 is published at http://localhost/e/the-river." in (
        editor.get(PUBLISH).text
    )
    stranger = visit(None)
    first = stranger.get("/e/the-river").text
    assert "Edition 1, " in first
    assert "It did." in first
    essay = session.get(Essay, 1)
    claim = essays.mark(session, essay, people[Role.EDITOR], "it moved within a year")
    essays.save(session, claim, people[Role.EDITOR], essays.facts(finding="In two."))
    session.commit()
    assert "In two." not in stranger.get("/e/the-river").text
    send(editor, PUBLISH, note="The move took two years.")
    newest = stranger.get("/e/the-river").text
    assert "In two." in newest
    assert "The move took two years." in newest
    assert "earlier edition" not in newest
    earlier = stranger.get("/e/the-river/1").text
    assert "In two." not in earlier
    assert "This is an earlier edition." in earlier
    assert '<a href="/e/the-river">edition 2</a>' in earlier
    for page in (newest, earlier):
        assert 'href="/e/the-river/1"' in page
        assert 'href="/e/the-river/2"' in page
    assert "Publish edition 3" in editor.get(PUBLISH).text


def test_a_second_edition_says_what_was_corrected(editor: FlaskClient, visit: Visit):
    send(editor, PUBLISH)
    page = send(editor, PUBLISH, note=" ")
    assert page.status_code == 422
    assert "Say what was corrected since the last edition." in page.text
    assert 'aria-describedby="note-error note-hint"' in page.text
    assert visit(None).get("/e/the-river/2").status_code == 404


def test_readers_see_nothing_of_the_desk(editor: FlaskClient, visit: Visit):
    send(editor, PUBLISH)
    page = visit(None).get("/e/the-river").text
    for inside in ("/workbench", "/essays/", "/publish", "csrf"):
        assert inside not in page
    for name in ("html", "markdown", "json", "csv"):
        assert f'href="/e/the-river/1/export/{name}"' in page


def test_a_browser_may_keep_an_edition_until_it_changes(
    editor: FlaskClient, visit: Visit
):
    send(editor, PUBLISH)
    stranger = visit(None)
    answer = stranger.get("/e/the-river/1")
    tag = answer.headers["ETag"]
    assert answer.headers["Cache-Control"] == "public, no-cache"
    assert "Set-Cookie" not in answer.headers
    again = stranger.get("/e/the-river/1", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag
    assert "Content-Security-Policy" not in again.headers
    send(editor, PUBLISH, note="Nothing but the date.")
    changed = stranger.get("/e/the-river/1", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag
