"""Other words for the author's sentence, and the author's own page."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factcheck.actions.talk import comment_on
from factcheck.models import Essay, Guest, Rewording, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.visits import send
from tests.web.conftest import Visit

LIST = "/essays/the-river/rewordings"
CLAIM = "/essays/the-river/claims/1"
NEW = f"{CLAIM}/rewordings/new"
PROPOSED = {
    "part": "sentence",
    "proposed": "The river rose in June 1949.",
    "reason": "The gauge book says June.",
}


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    """Return an essay with a claim that has a review and a remark."""
    editor = people[Role.EDITOR]
    made = essays.essay(session, actor=editor)
    claim = essays.mark(session, made, editor, "The river rose")
    essays.save(session, claim, editor, essays.facts(finding="A secret finding."))
    comment_on(session, actor=editor, claim=claim, text="A secret remark.")
    session.commit()
    return made


@pytest.fixture
def robin(visit: Visit, essay: Essay) -> FlaskClient:  # noqa: ARG001
    return visit(Role.REVIEWER)


@pytest.fixture
def editor(visit: Visit, essay: Essay) -> FlaskClient:  # noqa: ARG001
    return visit(Role.EDITOR)


@pytest.fixture
def link(editor: FlaskClient) -> str:
    """Return the address of an author's page."""
    page = send(editor, "/essays/the-river/guests", name="D. Kim", days="30")
    return re.search(r"http://localhost(/g/[\w-]+)", page.text)[1]


def stored(session: Session) -> Rewording:
    session.expire_all()
    return session.get_one(Rewording, 1)


def test_a_proposal_shows_what_changes_word_by_word(robin: FlaskClient):
    assert "The river rose in 1949." in robin.get(NEW).text
    answer = send(robin, NEW, **PROPOSED)
    assert answer.location == f"{CLAIM}#rewordings"
    for address in (CLAIM, LIST):
        page = robin.get(address).text
        assert "The river rose in <ins>June </ins>1949." in page
        assert "Waits for the author" in page


def test_a_proposal_that_changes_nothing_is_refused(
    robin: FlaskClient, session: Session
):
    page = send(robin, NEW, **PROPOSED | {"proposed": "The river rose in 1949."})
    assert page.status_code == 422
    assert "Change what should change." in page.text
    assert "The gauge book says June." in page.text
    assert session.query(Rewording).count() == 0


def test_the_author_answers_without_an_account(
    robin: FlaskClient, visit: Visit, session: Session, link: str
):
    send(robin, NEW, **PROPOSED)
    author = visit(None)
    page = author.get(link)
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex, nofollow">' in page.text
    assert "<ins>June </ins>" in page.text
    assert "The town voted to move, and it moved within a year." in page.text
    answer = send(
        author,
        f"{link}/rewordings/1",
        page=link,
        status="accepted",
        answer="Thank you.",
        revision="1",
    )
    assert answer.location == f"{link}#r1"
    assert "The desk has your answer." in author.get(link).text
    assert (stored(session).status, stored(session).answered_by) == (
        "accepted",
        "D. Kim",
    )
    page = robin.get(CLAIM).text
    assert "The author accepts it" in page
    assert "Thank you." in page
    assert "D. Kim" in page


def test_the_author_sees_nothing_else_of_the_desk(
    robin: FlaskClient, visit: Visit, link: str
):
    send(robin, NEW, **PROPOSED)
    page = visit(None).get(link).text
    for inside in ("secret", "True", "Robin", "Ines", "/essays/", "v-holds", "claim"):
        assert inside not in page
    assert visit(None).get("/essays/the-river").status_code == 302


def test_an_answer_that_cannot_be_kept_keeps_what_was_typed(
    robin: FlaskClient, visit: Visit, session: Session, link: str
):
    send(robin, NEW, **PROPOSED)
    author = visit(None)
    address = f"{link}/rewordings/1"
    page = send(author, address, page=link, answer="But why?", revision="1")
    assert page.status_code == 422
    assert "Choose: accept, reject, or only answer." in page.text
    assert "But why?" in page.text
    send(author, address, page=link, status="rejected", revision="1")
    page = send(
        author, address, page=link, status="accepted", answer="Yes.", revision="1"
    )
    assert page.status_code == 409
    assert "answered in another window" in page.text
    assert "Yes." in page.text
    assert stored(session).status == "rejected"


def test_a_proposal_taken_back_is_gone_for_the_author(
    robin: FlaskClient, visit: Visit, session: Session, link: str
):
    send(robin, NEW, **PROPOSED)
    assert send(robin, f"{LIST}/1/withdraw").location == f"{CLAIM}#rewordings"
    author = visit(None)
    assert "Nothing is proposed to you" in author.get(link).text
    page = send(
        author, f"{link}/rewordings/1", page=link, status="accepted", revision="1"
    )
    assert page.status_code == 409
    assert "The desk has taken this proposal back" in page.text
    assert stored(session).status == "withdrawn"


def test_a_link_is_shown_once_and_can_be_withdrawn(
    editor: FlaskClient, visit: Visit, session: Session, link: str
):
    secret = link.removeprefix("/g/")
    page = editor.get(LIST).text
    assert "D. Kim" in page
    assert secret not in page
    guest = session.get_one(Guest, 1)
    assert secret not in guest.secret_sha256
    assert visit(None).get(link).status_code == 200
    assert send(editor, "/essays/the-river/guests/1/withdraw").location == LIST
    gone = visit(None).get(link)
    assert gone.status_code == 404
    assert "This link has ended." in gone.text
    assert "Withdrawn" in editor.get(LIST).text


def test_a_link_needs_a_name(editor: FlaskClient, session: Session):
    page = send(editor, "/essays/the-river/guests", name="", days="30")
    assert page.status_code == 422
    assert "Say for whom the link is." in page.text
    assert session.query(Guest).count() == 0


def test_reviewers_make_no_links(robin: FlaskClient):
    assert "Make a link" not in robin.get(LIST).text
    answer = send(robin, "/essays/the-river/guests", name="D. Kim", days="30")
    assert answer.status_code == 403
