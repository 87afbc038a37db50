"""Talk on a claim's page, and the page of those who were named."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factcheck.actions.talk import comment_on
from factcheck.models import Comment, Essay, Mention, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person
from tests.factories.visits import arrive, send
from tests.web.conftest import Visit

PAGE = "/essays/the-river/claims/1"
SAY = f"{PAGE}/comments"


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    made = essays.essay(session, actor=people[Role.EDITOR], reviews_needed=2)
    essays.mark(session, made, people[Role.EDITOR], "The river rose")
    session.commit()
    return made


@pytest.fixture
def robin(visit: Visit, essay: Essay) -> FlaskClient:  # noqa: ARG001
    return visit(Role.REVIEWER)


@pytest.fixture
def sunmi(app, session: Session, essay: Essay) -> FlaskClient:  # noqa: ARG001
    """Return the browser of a second reviewer."""
    made = person(session, name="Sun-mi Park", email="smp@example.org")
    session.commit()
    return arrive(app.test_client(), made)


def complete(session: Session) -> None:
    """Give the claim the two reviews it needs."""
    claim = essays.first_claim(session)
    for _ in range(2):
        essays.save(session, claim, person(session))
    session.commit()


def test_a_comment_stands_on_the_claims_page(robin: FlaskClient):
    answer = send(robin, SAY, text="The gauge was moved <b>in May</b>.\nSee p. 4.")
    assert answer.location == f"{PAGE}#talk"
    page = robin.get(PAGE).text
    assert "The gauge was moved &lt;b&gt;in May&lt;/b&gt;.\nSee p. 4." in page
    assert "Comment made" in page


def test_blind_reviewers_see_neither_talk_nor_that_there_is_any(
    robin: FlaskClient, sunmi: FlaskClient, visit: Visit, session: Session
):
    before = sunmi.get(PAGE).text
    send(robin, SAY, text="A secret, @smp.")
    assert sunmi.get("/mentions").text.count("secret") == 0
    blind = sunmi.get(PAGE).text
    assert "secret" not in blind
    assert "Comment made" not in blind
    assert "What others say opens when this claim needs no more reviews" in blind
    assert blind.count("<li") == before.count("<li")
    assert "secret" in visit(Role.EDITOR).get(PAGE).text
    complete(session)
    assert "secret" in sunmi.get(PAGE).text


def test_who_is_named_reads_it_and_has_then_seen_it(
    robin: FlaskClient, sunmi: FlaskClient, session: Session
):
    complete(session)
    send(robin, SAY, text="Look, @Sun-mi Park.")
    assert 'Mentions <span class="waits">1<' in sunmi.get("/").text
    page = sunmi.get("/mentions").text
    assert "Look, @Sun-mi Park." in page
    assert '<b class="new">New</b>' in page
    assert f'href="{PAGE}#comment-1"' in page
    assert session.get_one(Mention, 1).seen_at is not None
    assert "waits" not in sunmi.get("/").text
    assert '<b class="new">New</b>' not in sunmi.get("/mentions").text
    assert "Nobody has named you" in robin.get("/mentions").text


def test_a_name_that_is_nobodys_is_said_and_the_comment_kept(robin: FlaskClient):
    send(robin, SAY, text="@nobody, look.")
    page = robin.get(PAGE).text
    assert "Nobody was told of it under @nobody" in page
    assert "@nobody, look." in page


def test_an_empty_comment_is_refused(robin: FlaskClient, session: Session):
    page = send(robin, SAY, text=" ")
    assert page.status_code == 422
    assert "Write something first." in page.text
    assert session.query(Comment).count() == 0


def test_one_takes_back_ones_own(
    robin: FlaskClient, visit: Visit, session: Session, people: dict[Role, User]
):
    send(robin, SAY, text="Oh dear.")
    withdraw = f"{SAY}/1/withdraw"
    assert send(visit(Role.EDITOR), withdraw).status_code == 403
    assert send(robin, withdraw).status_code == 303
    page = robin.get(PAGE).text
    assert "Oh dear." not in page
    assert "Taken back." in page
    other = essays.essay(session, title="Another", actor=people[Role.EDITOR])
    claim = essays.mark(session, other, people[Role.EDITOR], "The river rose")
    comment_on(session, actor=people[Role.REVIEWER], claim=claim, text="Elsewhere.")
    session.commit()
    assert send(robin, f"{SAY}/2/withdraw").status_code == 404
