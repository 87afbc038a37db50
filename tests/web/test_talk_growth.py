"""Pages of rulings and talk ask a constant number of queries, however much there is."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import Session

from factcheck.actions.guests import invite_guest
from factcheck.actions.inquiries import ask
from factcheck.actions.rewordings import propose_rewording
from factcheck.actions.talk import comment_on
from factcheck.database import db
from factcheck.models import Essay, User
from factcheck.rules.inquiries import InquiryFacts
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person
from tests.web.conftest import Visit

ASKED = InquiryFacts(whom="The mayor", question="When?", asked_on="2026-03-03")
PAGES = (
    "/essays/{slug}/rulings",
    "/essays/{slug}/claims/1/ruling",
    "/essays/{slug}/claims/1",
    "/essays/{slug}/history",
    "/essays/{slug}/inquiries",
    "/essays/{slug}/rewordings",
    "/mentions",
    "/g/{secret}",
)


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """Collect the statements sent meanwhile."""
    statements: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


def filled(session: Session, editor: User, title: str, many: int) -> tuple[Essay, str]:
    """Return an essay of so many claims, each with as much said about it."""
    text = " ".join(f"It rained {number} days." for number in range(many))
    essay = essays.essay(
        session, actor=editor, title=title, text=text, reviews_needed=2
    )
    reviewers = [person(session, name=f"Reviewer {n}") for n in range(many + 1)]
    for number in range(many):
        claim = essays.mark(session, essay, editor, f"rained {number} days")
        for at, reviewer in enumerate(reviewers):
            verdict = "true" if at % 2 else "false"
            essays.save(session, claim, reviewer, essays.facts(verdict))
        for reviewer in reviewers:
            comment_on(session, actor=reviewer, claim=claim, text="@Ines Moreau, see.")
            ask(session, actor=reviewer, claim=claim, facts=ASKED)
            propose_rewording(
                session, actor=reviewer, claim=claim, proposed="It hardly rained."
            )
    link = invite_guest(session, actor=editor, essay=essay, name="D. Kim", days=3)
    session.commit()
    return essay, link.secret


@pytest.mark.parametrize("page", PAGES)
def test_queries_do_not_grow(
    app: Flask, visit: Visit, session: Session, people: dict[Role, User], page: str
):
    client = visit(Role.EDITOR)
    numbers = []
    for title, many in (("Little", 2), ("Much", 6)):
        essay, secret = filled(session, people[Role.EDITOR], title, many)
        address = page.format(slug=essay.slug, secret=secret)
        client.get(address)
        with counted(app) as statements:
            answer = client.get(address)
        assert answer.status_code == 200
        assert re.search("rain|mayor|Moreau, see", answer.text)
        numbers.append(len(statements))
    assert numbers[0] == numbers[1]
