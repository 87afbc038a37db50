"""An essay's history: every event, narrowed and in pages, blind where it must be."""

import re
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from factcheck.actions.sentences import sort_sentences
from factcheck.actions.talk import comment_on
from factcheck.models import Essay, User
from factcheck.rules.permissions import Role
from factcheck.rules.sorting import parse_sorting
from tests.factories import essays
from tests.factories.benches import COMPLETE, Workbench
from tests.factories.people import person
from tests.factories.visits import arrive
from tests.web.conftest import Visit

HISTORY = "/essays/the-river/history"


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    """Return an essay with two claims, each to be reviewed twice."""
    editor = people[Role.EDITOR]
    made = essays.essay(session, actor=editor, reviews_needed=2)
    essays.mark(session, made, editor, "The river rose")
    essays.mark(session, made, editor, "The town voted to move")
    session.commit()
    return made


@pytest.fixture
def sunmi(session: Session, essay: Essay) -> User:
    """Return a reviewer who gave a review of claim 1 and said something about it."""
    found = person(session, name="Sunmi Cho")
    claim = essays.claim(session, essay, 1)
    essays.save(session, claim, found, essays.facts(finding="Secret draft"), give=False)
    essays.save(session, claim, found, essays.facts("false", "Secret finding"))
    comment_on(session, actor=found, claim=claim, text="Secret talk")
    session.commit()
    return found


@pytest.fixture
def robin(visit: Visit) -> Workbench:
    return Workbench(visit(Role.REVIEWER))


def page(bench: Workbench, **query: Any) -> str:
    answer = bench.client.get(HISTORY, query_string=query)
    assert answer.status_code == 200
    return answer.text


def said(html: str) -> list[str]:
    """Return who did what, line by line."""
    found = re.findall(r"</time> <b>(.*?)</b> (.*?)(?:,|</p>)", html)
    return [f"{who}: {what}" for who, what in found]


@pytest.mark.usefixtures("essay")
def test_it_tells_everything_newest_first(robin: Workbench):
    robin.send("sentences", sentences="2", to="opinion")
    html = page(robin)
    assert said(html) == [
        "Robin Hale: Sentence 2 sorted: not a claim (opinion)",
        "Ines Moreau: Claim marked",
        "Ines Moreau: Claim marked",
        "Ines Moreau: Essay imported",
    ]
    assert "<dt>Sentence 2</dt>" in html
    assert 'aria-current="page">History' in html


@pytest.mark.usefixtures("sunmi")
def test_what_is_blind_is_neither_told_nor_counted(robin: Workbench):
    html = page(robin)
    assert "Secret" not in html
    assert "Sunmi" not in html
    assert "3 events" in html
    assert said(page(robin, kind="reviews")) == []
    assert said(page(robin, kind="comments")) == []


def test_it_opens_once_the_claim_is_complete_but_never_a_draft(
    robin: Workbench, sunmi: User
):
    robin.review(1, "next", **COMPLETE)
    html = page(robin)
    assert "Sunmi Cho: Review given" in said(html)
    assert "Sunmi Cho: Comment made" in said(html)
    assert "Secret finding" in html
    assert "Secret draft" not in html
    theirs = said(page(robin, person=sunmi.id))
    assert theirs == ["Sunmi Cho: Comment made", "Sunmi Cho: Review given"]


@pytest.mark.usefixtures("sunmi")
def test_an_editor_reads_what_is_given(visit: Visit):
    html = page(Workbench(visit(Role.EDITOR)))
    assert "Secret finding" in html
    assert "Secret draft" not in html


def test_it_is_narrowed_by_person_claim_and_kind(
    robin: Workbench, essay: Essay, people: dict[Role, User]
):
    robin.review(2, finding="Mine")
    robin.send("sentences", sentences="2", to="opinion")
    assert essay.slug == "the-river"
    me = people[Role.REVIEWER].id
    assert len(said(page(robin, person=me))) == 2
    assert said(page(robin, claim=2)) == [
        "Robin Hale: Draft saved",
        "Ines Moreau: Claim marked",
    ]
    assert said(page(robin, kind="claims", claim=1)) == ["Ines Moreau: Claim marked"]
    assert said(page(robin, person=me, kind="editions")) == []
    html = page(robin, person=me, kind="sorting")
    assert f'<option value="{me}" selected>Robin Hale' in html
    assert '<option value="sorting" selected>' in html
    assert said(page(robin, person="nobody", claim="x", kind="?")) == said(page(robin))


def test_no_hidden_name_is_shown_or_found(
    session: Session, app: Flask, essay: Essay, sunmi: User, robin: Workbench
):
    essay.hide_names = True
    session.commit()
    robin.review(1, "next", **COMPLETE)
    html = page(robin)
    assert "Reviewer A: Review given" in said(html)
    assert "Robin Hale: Review given" in said(html)
    theirs = said(page(robin, person=sunmi.id))
    assert theirs == ["Sunmi Cho: Comment made"]
    editor = person(session, Role.EDITOR, name="Second Editor")
    session.commit()
    seen = said(page(Workbench(arrive(app.test_client(), editor))))
    assert {"Reviewer A: Review given", "Reviewer B: Review given"} <= set(seen)


def test_it_comes_in_pages_of_fifty(
    session: Session, essay: Essay, people: dict[Role, User], robin: Workbench
):
    for time in range(50):
        to = parse_sorting("not_a_claim", ("opinion", "question")[time % 2])
        sort_sentences(
            session, actor=people[Role.EDITOR], essay=essay, positions=[2], to=to
        )
    session.commit()
    first, second, beyond = page(robin), page(robin, page=2), page(robin, page=99)
    assert len(said(first)) == 50
    assert "53 events" in first
    assert "Page 1 of 2" in first
    assert said(second)[-1] == "Ines Moreau: Essay imported"
    assert len(said(second)) == 3
    assert said(beyond) == said(second)
