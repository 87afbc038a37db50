"""The desk: how far each essay is, and what waits for whom."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from factcheck.actions.editions import publish_edition
from factcheck.database import db
from factcheck.models import User
from factcheck.queries import desk
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.web.conftest import Visit


@pytest.fixture
def statements(app: Flask) -> Iterator[list[str]]:
    """Return what the app asks of the database from here on."""
    asked: list[str] = []

    def note(_connection, _cursor, statement: str, *_rest: object) -> None:
        asked.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def test_an_empty_desk_teaches_and_offers_what_one_may_do(visit: Visit):
    editor = visit(Role.EDITOR).get("/").text
    reviewer = visit(Role.REVIEWER).get("/").text
    assert "Nothing here yet" in editor
    assert "Nothing here yet" in reviewer
    assert "/essays/new" in editor
    assert "/essays/new" not in reviewer


def test_each_essay_says_how_far_it_is(
    visit: Visit, session: Session, people: dict[Role, User]
):
    editor = people[Role.EDITOR]
    essay = essays.essay(session, actor=editor)
    rose = essays.mark(session, essay, editor, "The river rose")
    essays.mark(session, essay, editor, "The town voted to move")
    essays.save(session, rose, editor)
    publish_edition(session, actor=editor, essay=essay, note="")
    session.commit()
    page = visit(Role.EDITOR).get("/").text
    assert "2 of 4" in page
    assert "1 of 2" in page
    assert "Waits for me </span><b>1</b>" in page
    assert 'class="bar v-holds"' in page
    assert 'class="bar v-open hollow dash"' in page
    for way in ("workbench", "details", "publish"):
        assert f"/essays/the-river/{way}" in page
    assert 'href="/e/the-river">Edition 1' in page


def test_reviewers_are_not_shown_what_they_may_not_do(visit: Visit, session: Session):
    essays.essay(session)
    session.commit()
    page = visit(Role.REVIEWER).get("/").text
    assert "/essays/the-river/workbench" in page
    for way in ("/details", "/publish", "/essays/new", "/people"):
        assert way not in page


def test_what_waits_for_me_is_not_what_waits_for_others(
    visit: Visit, session: Session, people: dict[Role, User]
):
    editor, reviewer = people[Role.EDITOR], people[Role.REVIEWER]
    essay = essays.essay(session, reviews_needed=2)
    claim = essays.mark(session, essay, editor, "The river rose")
    essays.save(session, claim, reviewer)
    session.commit()
    waits = "Waits for me </span><b>1</b>"
    assert waits in visit(Role.EDITOR).get("/").text
    assert waits not in visit(Role.REVIEWER).get("/").text


def test_the_number_of_queries_does_not_grow(
    visit: Visit, session: Session, statements: list[str], people: dict[Role, User]
):
    client = visit(Role.EDITOR)
    counts = []
    for number in (1, 3):
        for _ in range(number):
            essay = essays.essay(session, title=f"River {number}")
            essays.mark(session, essay, people[Role.EDITOR], "The river rose")
        session.commit()
        statements.clear()
        assert client.get("/").status_code == 200
        counts.append(len([s for s in statements if s.startswith("SELECT")]))
    assert counts[0] == counts[1] <= 14


def test_a_page_asks_who_is_here_once(visit: Visit, statements: list[str]):
    client = visit(Role.REVIEWER)
    statements.clear()
    assert client.get("/words").status_code == 200
    assert len([s for s in statements if "FROM people " in s]) == 1


def test_public_pages_do_not_ask_who_is_here(visit: Visit, statements: list[str]):
    client = visit(Role.REVIEWER)
    statements.clear()
    with client.get("/static/css/base.css") as answer:
        assert answer.status_code == 200
    assert statements == []


def test_many_essays_come_in_pages(
    visit: Visit, session: Session, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("factcheck.web.desk.PAGE", 2)
    monkeypatch.setattr(desk, "PAGE", 2)
    monkeypatch.setitem(desk.list_essays.__kwdefaults__, "page_size", 2)
    for number in range(5):
        essays.essay(session, title=f"River {number}")
    session.commit()
    client = visit(Role.REVIEWER)
    first, last = client.get("/").text, client.get("/?page=99").text
    assert "Page 1 of 3, 5 essays" in first
    assert "River 4" in first
    assert 'rel="prev"' not in first
    assert 'rel="next"' not in last
    assert "River 0" in last
    middle = client.get("/?page=2").text
    assert 'rel="prev"' in middle
    assert 'rel="next"' in middle


def test_markup_in_an_essay_is_text(visit: Visit, session: Session):
    essays.essay(session, title="<script>alert(1)</script>")
    session.commit()
    client = visit(Role.EDITOR)
    (row,) = desk.list_essays(session)
    for path in ("/", f"/essays/{row.slug}", f"/essays/{row.slug}/details"):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page
