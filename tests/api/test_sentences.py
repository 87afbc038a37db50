"""Sentences sorted by programs, many at once, and the last action taken back."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Event
from tests.api.addresses import BASE
from tests.api.conftest import Ask
from tests.factories.programs import problem

pytestmark = pytest.mark.usefixtures("river")
LIST, LAST = f"{BASE}/sentences", f"{BASE}/last-action"
OPINIONS = {"positions": [4, 2, 4], "sorting": "not_a_claim", "reason": "opinion"}


def sortings(rows: list[dict[str, str]]) -> list[str]:
    return [row["sorting"] for row in rows]


def test_a_page_is_sorted_as_one_action_and_undone_as_one(
    program: Ask, session: Session
):
    robin = program()
    before = robin.get(LIST).json["items"]
    page = robin.change("PATCH", LIST, OPINIONS).json["items"]
    kept = ["claim", before[2]["sorting"]]
    assert sortings(page) == [kept[0], "not_a_claim", kept[1], "not_a_claim"]
    kinds = session.scalars(select(Event.kind).order_by(Event.id)).all()
    assert kinds.count("sentences.sorted") == 1
    last = robin.get(LAST)
    assert last.json["what"] == "2 sentences sorted: not a claim (opinion)"
    assert robin.ask("DELETE", LAST, If_Match=last.headers["ETag"]).status_code == 204
    assert robin.get(LIST).json["items"] == before
    assert problem(robin.get(LAST))["status"] == 404
    told = robin.get(f"{BASE}/history?limit=2").json["items"]
    assert [line["what"] for line in told] == ["Undone", last.json["what"]]
    assert {change["field"] for change in told[0]["changes"]} == {"Sentences 2, 4"}


def test_all_of_a_page_is_sorted_or_nothing(program: Ask):
    robin, sunmi, half = program(), program(), f"{LIST}?limit=2"
    before = robin.get(LIST).json
    for said, field in (
        ({**OPINIONS, "reason": None}, "reason"),
        ({**OPINIONS, "positions": [1, 5]}, "positions"),
    ):
        refused = problem(robin.change("PATCH", LIST, said))
        assert (refused["status"], refused["field"]) == (422, field)
    seen = robin.get(half).headers["ETag"]
    assert robin.ask("PATCH", half, OPINIONS, If_Match=seen).status_code == 422
    assert robin.get(LIST).json == before

    seen = robin.get(LIST).headers["ETag"]
    theirs = sunmi.change("PATCH", f"{LIST}/2", {"sorting": "claim"}).json
    late = problem(robin.ask("PATCH", LIST, OPINIONS, If_Match=seen))
    assert (late["status"], late["current"]["items"][1]) == (412, theirs)


def test_an_action_is_undone_by_who_saw_that_it_is_the_last(program: Ask):
    robin = program()
    robin.change("PATCH", f"{LIST}/2", {"sorting": "claim"})
    seen = robin.get(LAST).headers["ETag"]
    robin.change("PATCH", f"{LIST}/3", {"sorting": "claim"})
    late = problem(robin.ask("DELETE", LAST, If_Match=seen))
    assert (late["status"], late["current"]["kind"]) == (412, "sentences.sorted")
    for position in (3, 2):
        assert robin.change("DELETE", LAST).status_code == 204
        row = robin.get(f"{LIST}/{position}").json
        assert (row["sorting"], row["claims"]) == ("to_sort", [])


def test_a_history_comes_in_pages_and_by_claim(program: Ask):
    robin = program()
    robin.change("PATCH", f"{BASE}/claims/1", {"statement": "It rose."})
    whole = robin.get(f"{BASE}/history").json["items"]
    assert len(whole) == 3
    path, found = f"{BASE}/history?limit=1", []
    for _ in whole:
        page = robin.get(path).json
        found += page["items"]
        path = f"{BASE}/history?limit=1&cursor={page['next']}"
    assert (found, page["next"]) == (whole, None)
    of_claim = robin.get(f"{BASE}/history?claim=1&kind=reviews").json["items"]
    assert [line["claim"] for line in of_claim] == [1]
    assert {"field": "Statement", "before": "", "after": "It rose."} in (
        of_claim[0]["changes"]
    )


def test_paragraphs_are_called_what_they_are_and_begin_where_they_do(program: Ask):
    robin, second = program(), f"{LIST}/2"
    whole = robin.get(second).json
    called = robin.change("PATCH", second, {"kind": "quotation"}).json
    assert called["kind"] == robin.get(f"{LIST}/1").json["kind"] == "quotation"
    apart = robin.change("PATCH", second, {"opens": True}).json
    assert apart["paragraph"] == whole["paragraph"] + 1
    assert problem(robin.change("PATCH", second, {"opens": True}))["status"] == 422
    assert robin.change("PATCH", second, {"opens": False}).json == called
    assert robin.change("PATCH", second, {"kind": whole["kind"]}).json == whole
    both = robin.change("PATCH", second, {"opens": True, "kind": "prose"})
    assert problem(both)["field"] == "sorting"
