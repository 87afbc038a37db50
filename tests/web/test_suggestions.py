"""The page about suggestions: what is in use, in words and numbers, and two buttons."""

import pytest
from sqlalchemy.orm import Session

from factcheck.models import User
from factcheck.rules.permissions import Role
from tests.factories.herons import TOO_FEW, sort_herons
from tests.factories.visits import send
from tests.web.conftest import Visit

PAGE = "/suggestions"


@pytest.fixture
def editor(people: dict[Role, User]) -> User:
    return people[Role.EDITOR]


def test_too_little_is_said_in_words(visit: Visit, session: Session, editor: User):
    sort_herons(session, editor, TOO_FEW)
    session.commit()
    client = visit(Role.EDITOR)
    page = client.get(PAGE).text
    assert "The weights that come with the program." in page
    assert "That is too little to learn from." in page
    assert "about 200 sorted sentences" in page
    assert "Go back to" not in page
    assert send(client, f"{PAGE}/learn", page=PAGE).location == PAGE
    page = client.get(PAGE).text
    assert "There is too little to learn from yet. Nothing was changed." in page
    assert "Too little to judge by" in page


def test_a_desk_learns_is_shown_how_well_and_goes_back(
    visit: Visit, session: Session, editor: User
):
    sort_herons(session, editor)
    session.commit()
    client = visit(Role.EDITOR)
    send(client, f"{PAGE}/learn", page=PAGE)
    page = client.get(PAGE).text
    assert "uses what it learned" in page
    assert "own weights, learned" in page
    assert "by Ines Moreau from 300 sentences that people here sorted" in page
    assert "The tenth of its sentences".casefold() in page.casefold()
    assert "1.00 of the claims are suggested" in page
    assert "Kept: better than before" in page
    assert "%" not in page.split("<main")[1].split("</main>")[0]
    send(client, f"{PAGE}/forget", page=PAGE)
    page = client.get(PAGE).text
    assert "What was learned is deleted" in page
    assert "Ines Moreau went back to them" in page
    assert "does not learn at night until somebody presses Learn now" in page
    send(client, f"{PAGE}/forget", page=PAGE)
    assert "in use already" in client.get(PAGE).text
