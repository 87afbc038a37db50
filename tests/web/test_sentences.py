"""Sorting sentences: one, many, and taken back."""

import re
from html import unescape

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Claim, Essay, Sentence, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.benches import Workbench
from tests.web.conftest import Visit


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    made = essays.essay(session, actor=people[Role.EDITOR])
    session.commit()
    return made


@pytest.fixture
def bench(visit: Visit, essay: Essay) -> Workbench:
    return Workbench(visit(Role.REVIEWER), essay.slug)


def sortings(session: Session) -> list[str]:
    session.expire_all()
    rows = session.scalars(select(Sentence).order_by(Sentence.position))
    return [row.reason or row.sorting for row in rows]


def test_a_sentence_becomes_a_claim(bench: Workbench, session: Session):
    answer = bench.send("sentences", sentences="2", to="claim", show="new")
    assert answer.status_code == 303
    assert answer.location == "/essays/the-river/workbench?s=2&show=new#s2"
    assert sortings(session) == ["to_sort", "claim", "to_sort", "to_sort"]
    page = bench.client.get(answer.location).text
    assert "Sentence 2 sorted: claim." in page
    assert "Claim 1: no verdict, to check." in page


@pytest.mark.parametrize(
    "reason", ["opinion", "prediction", "question", "turn_of_phrase", "not_prose"]
)
def test_a_sentence_is_not_a_claim_for_a_reason(
    bench: Workbench, session: Session, reason: str
):
    bench.send("sentences", sentences="3", to=reason)
    assert sortings(session)[2] == reason
    words = reason.replace("_", " ")
    assert f"Not a claim: {words}." in bench.page(s=3)


def test_many_are_sorted_at_once_and_undone_at_once(bench: Workbench, session: Session):
    answer = bench.send("sentences", sentences=["1", "2", "4"], to="claim", s="4")
    assert "s=4" in answer.location
    assert sortings(session) == ["claim", "claim", "to_sort", "claim"]
    bench.send("undo")
    assert sortings(session) == ["to_sort"] * 4
    assert all(c.withdrawn_at for c in session.scalars(select(Claim)))


def test_what_is_suggested_is_ticked_by_a_link_and_sorted_at_once(
    bench: Workbench, session: Session
):
    page = bench.page(show="likely", s="first")
    ticks = r'name="sentences" value="(\d+)"[^>]* checked'
    assert not re.findall(ticks, page)
    link = re.search(r'href="([^"]+tick=suggested)"', page)[1]
    ticked = bench.client.get(unescape(link)).text
    found = re.findall(ticks, ticked)
    assert sorted(found) == ["1", "2", "4"]
    assert "Suggested: looks like a statement that can be checked. Found by:" in ticked
    assert sortings(session) == ["to_sort"] * 4
    answer = bench.send("sentences", sentences=found, to="claim", show="likely")
    assert "show=likely" in answer.location
    assert sortings(session) == ["claim", "claim", "to_sort", "claim"]
    left = bench.page(show="likely", s="first")
    assert "Not suggested. Found here:" in left
    assert "To sort, suggested" not in left


def test_what_changed_nothing_offers_no_undo_of_something_else(bench: Workbench):
    fields = {"sentences": "1", "to": "opinion", "script": True}
    assert "data-nothing" not in bench.send("sentences", **fields).text
    again = bench.send("sentences", **fields).text
    assert "Nothing changed" in again
    assert "data-nothing" in again


def test_back_to_sort_takes_marks_back(bench: Workbench, session: Session):
    bench.send("sentences", sentences="1", to="claim")
    bench.send("sentences", sentences="1", to="to_sort")
    assert sortings(session)[0] == "to_sort"
    assert session.scalars(select(Claim)).one().withdrawn_at is not None


@pytest.mark.parametrize(
    "fields",
    [
        {"to": "claim"},
        {"to": "claim", "sentences": "x"},
        {"to": "claim", "sentences": "9"},
        {"to": "not_a_claim", "sentences": "1"},
        {"to": "rubbish", "sentences": "1"},
        {"sentences": "1"},
    ],
)
def test_what_makes_no_sense_is_refused(
    bench: Workbench, session: Session, fields: dict[str, str]
):
    assert bench.send("sentences", **fields).status_code == 422
    assert sortings(session) == ["to_sort"] * 4


def test_a_script_gets_what_changed_and_nothing_more(bench: Workbench):
    answer = bench.send("sentences", script=True, sentences=["1", "2"], to="claim")
    assert answer.status_code == 200
    assert answer.headers["X-Fragments"] == "1"
    assert 'data-said="2 sentences sorted: claim."' in answer.text
    for part in ("s1", "s2", "rail", "filters", "progress", "undo", "panel"):
        assert f'id="{part}"' in answer.text
    assert 'id="s3"' not in answer.text
    assert "<html" not in answer.text


def test_a_script_is_told_in_a_line_what_was_refused(bench: Workbench):
    answer = bench.send("sentences", script=True, to="claim")
    assert answer.status_code == 422
    assert 'data-said="Choose at least one sentence."' in answer.text


def test_a_stranger_sorts_nothing(visit: Visit, essay: Essay, session: Session):
    address = f"/essays/{essay.slug}/sentences"
    answer = visit(None).post(address, data={"to": "claim"})
    assert answer.status_code in {400, 401}
    assert sortings(session) == ["to_sort"] * 4
