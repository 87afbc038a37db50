"""Annotations from elsewhere: shown with where they stand, then taken as drafts."""

import json
import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Anchor, Review, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.visits import send
from tests.text.test_placing import hypothesis_row
from tests.web.conftest import Visit

PATH = "/essays/the-river/annotations"


@pytest.fixture
def robin(session: Session, people: dict[Role, User], visit: Visit) -> FlaskClient:
    essay = essays.essay(session, actor=people[Role.EDITOR])
    claim = essays.mark(session, essay, people[Role.REVIEWER], "The river rose")
    essays.save(session, claim, people[Role.REVIEWER])
    session.commit()
    return visit(Role.REVIEWER)


def test_they_are_shown_then_taken(robin: FlaskClient, session: Session):
    rows = [
        hypothesis_row("voted to move", 0),
        hypothesis_row("moved", 0),
        hypothesis_row("it", 0),
        hypothesis_row("volcano", 0),
        hypothesis_row("The river rose", 0),
    ]
    page = send(robin, PATH, step="read", pasted=json.dumps(rows))
    assert "<mark>voted to move</mark>" in page.text
    assert "“volcano”" in page.text
    assert session.scalars(select(Anchor.quote)).all() == ["The river rose"]
    fields = dict(re.findall(r'name="(place-\d)" value="(\d+-\d+)" checked', page.text))
    assert set(fields) == {"place-0", "place-1", "place-4"}
    (its,) = {*re.findall(r'name="(place-2)" value="\d', page.text)}
    meant = re.findall(rf'name="{its}" value="(\d+-\d+)"', page.text)[1]
    fields |= {its: meant, "step": "take", "given": json.dumps(rows), "seen": "1"}
    assert send(robin, PATH, **fields | {"seen": "2"}).status_code == 409
    assert send(robin, PATH, **fields).status_code == 303
    rows = session.execute(
        select(Anchor.quote, Review.explanation, Review.given_at.is_not(None))
        .join(Review, Review.claim_id == Anchor.claim_id)
        .order_by(Anchor.start)
    )
    said = "Ann Lee, 2026-03-03: check, May\n\nSure?"
    first, *drafts = [tuple(row) for row in rows]
    assert first == ("The river rose", "", True)
    assert [quote for quote, *_ in drafts] == ["it", "voted to move", "moved"]
    assert {row[1:] for row in drafts} == {(said, False)}
    again = send(robin, PATH, **fields)
    assert again.status_code == 303
    assert "stay as they were" in robin.get(again.location).text


def test_a_file_of_something_else_is_refused(robin: FlaskClient):
    page = send(robin, PATH, step="read", pasted="Dear desk,")
    assert page.status_code == 422
    assert "no file of annotations" in page.text
