"""Inquiries: written down, answered, overdue, changed by two."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factcheck.models import Essay, Inquiry, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person
from tests.factories.visits import arrive, send
from tests.web.conftest import Visit

LIST = "/essays/the-river/inquiries"
NEW = "/essays/the-river/claims/1/inquiries/new"
ONE = f"{LIST}/1"
ASKED = {
    "whom": "The mayor",
    "channel": "e-mail",
    "question": "When did it rise?",
    "asked_on": "2026-03-03",
    "due_on": "2026-03-10",
}


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    made = essays.essay(session, actor=people[Role.EDITOR])
    essays.mark(session, made, people[Role.EDITOR], "The river rose")
    session.commit()
    return made


@pytest.fixture
def robin(visit: Visit, essay: Essay) -> FlaskClient:  # noqa: ARG001
    return visit(Role.REVIEWER)


def test_an_inquiry_without_answer_says_since_when(robin: FlaskClient):
    answer = send(robin, NEW, **ASKED)
    assert answer.location == "/essays/the-river/claims/1#inquiries"
    for address in (LIST, "/essays/the-river/claims/1"):
        page = robin.get(address).text
        assert "The mayor" in page
        assert "No answer by 10 March 2026." in page
        assert "Asked 3 March 2026 by Robin Hale." in page


def test_an_answer_takes_its_place(robin: FlaskClient, session: Session):
    send(robin, NEW, **ASKED)
    stored = {"answer": "In June.", "answered_on": "2026-03-09", "revision": "1"}
    send(robin, ONE, **ASKED, **stored, printed="The mayor says: in June.")
    page = robin.get(LIST).text
    assert "Answered 9 March 2026." in page
    assert "No answer" not in page
    assert session.get_one(Inquiry, 1).printed == "The mayor says: in June."


def test_open_ones_stand_first(robin: FlaskClient):
    send(robin, NEW, **ASKED, resolved="y")
    send(robin, NEW, **ASKED | {"whom": "The author", "due_on": ""})
    page = robin.get(LIST).text
    assert page.index("The author") < page.index("Resolved</h2>")
    assert page.index("Resolved</h2>") < page.index("The mayor")


def test_what_is_wrong_is_said_on_its_field(robin: FlaskClient, session: Session):
    page = send(robin, NEW, **ASKED | {"whom": "", "question": "Kept?"})
    assert page.status_code == 422
    assert "Say whom you asked." in page.text
    assert "Kept?" in page.text
    assert session.query(Inquiry).count() == 0


def test_two_who_change_it_at_once_see_both(
    robin: FlaskClient, visit: Visit, session: Session
):
    send(robin, NEW, **ASKED)
    editor = visit(Role.EDITOR)
    send(editor, ONE, **ASKED, answer="In May.", revision="1")
    page = send(robin, ONE, **ASKED, answer="In June.", revision="1")
    assert page.status_code == 409
    assert "Stored now: <b><bdi>In May.</bdi></b>" in page.text
    assert "In June." in page.text
    assert session.get_one(Inquiry, 1).answer == "In May."
    assert 'name="revision" type="hidden" value="2"' in page.text
    assert send(robin, ONE, **ASKED, answer="In June.", revision="2").location


def test_a_blind_reviewer_knows_of_none(
    app,
    robin: FlaskClient,
    session: Session,
    essay: Essay,  # noqa: ARG001
):
    send(robin, NEW, **ASKED)
    other = person(session, name="Sun-mi Park")
    session.commit()
    sunmi = arrive(app.test_client(), other)
    assert "mayor" not in sunmi.get(LIST).text
    assert "mayor" not in sunmi.get("/essays/the-river/claims/1").text
    assert sunmi.get(ONE).status_code == 404
    essays.save(session, essays.first_claim(session), person(session))
    session.commit()
    assert "mayor" in sunmi.get(LIST).text
    assert sunmi.get(ONE).status_code == 200


def test_what_it_prints_is_printed_once_the_reviews_are_in(
    robin: FlaskClient, session: Session
):
    send(robin, NEW, **ASKED, printed="The mayor did not answer.")
    assert "did not answer" not in robin.get("/essays/the-river").text
    assert "did not answer" not in robin.get("/essays/the-river/export/json").text
    essays.save(session, essays.first_claim(session), person(session))
    session.commit()
    assert "did not answer" in robin.get("/essays/the-river").text
    assert "did not answer" in robin.get("/essays/the-river/export/json").text
