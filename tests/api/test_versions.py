"""A new text of an essay, given by programs: looked at, stored, decided about."""

import pytest
from sqlalchemy.orm import Session

from factcheck.models import Essay, User
from factcheck.rules.permissions import Role
from tests.api.addresses import BASE
from tests.api.conftest import Ask
from tests.factories import essays
from tests.factories.programs import problem

ALL, WAITING = f"{BASE}/versions", f"{BASE}/waiting"
NEW = (
    essays.TEXT.replace("The river rose in 1949.", "The great river rose in 1950.")
    .replace("\nWas it the rain?", "")
    .replace("The town voted to move, and it moved within a year.", "It is gone.")
)


@pytest.fixture
def ines(
    session: Session, river: Essay, people: dict[Role, User], program: Ask
):  # A claim's words will change, another's will be gone.
    essays.mark(session, river, people[Role.EDITOR], "The town voted to move")
    session.commit()
    return program(Role.EDITOR)


def test_what_is_shown_before_is_what_is_stored(ines):
    shown = ines.ask("POST", f"{ALL}/preview", {"text": NEW}).json
    assert shown["after"] == 1
    assert [(c["number"], c["unconfirmed"]) for c in shown["claims"]] == [
        (1, "edited"),
        (2, "lost"),
    ]
    assert shown["claims"][0]["quote"] == NEW[: shown["claims"][0]["end"]]
    assert [row["number"] for row in ines.get(ALL).json["items"]] == [1]

    sent = {"text": NEW, "after": 1}
    answer = ines.ask("POST", ALL, sent, Idempotency_Key="k")
    assert (answer.status_code, answer.json["changes"]) == (201, shown["sentences"])
    assert ines.ask("POST", ALL, sent, Idempotency_Key="k").json == answer.json
    assert ines.get(f"{ALL}/2").json == answer.json
    assert answer.headers["Location"] == f"/api/v1{ALL}/2"
    assert ines.get(f"{ALL}/2/changes").json["items"] == shown["changes"]
    texts = [ines.get(f"{ALL}/{n}/text").get_data(as_text=True) for n in (1, 2)]
    assert texts == [essays.TEXT, NEW]
    page = ines.get(f"{ALL}?limit=1").json
    assert page["items"] == [answer.json]
    (first,) = ines.get(f"{ALL}?limit=1&cursor={page['next']}").json["items"]
    assert (first["number"], first["current"], first["by"]) == (1, False, "Editor")

    assert problem(ines.ask("POST", ALL, sent))["type"] == "/api#conflict"
    again = ines.ask("POST", f"{ALL}/preview", {"text": NEW})
    assert problem(again)["field"] == "text"


def test_what_a_new_text_leaves_is_decided(ines, program: Ask):
    robin = program()
    sent = {
        "path": f"/api/v1{BASE}/documents?after=1&filename=new.md",
        "data": NEW.encode(),
        "headers": ines.headers,
    }
    assert ines.client.post(**sent).status_code == 201
    edited, lost = robin.get(WAITING).json["items"]
    half = robin.get(f"{WAITING}?limit=1").json
    rest = robin.get(f"{WAITING}?limit=1&cursor={half['next']}").json
    assert (half["items"], rest) == ([edited], {"items": [lost], "next": None})
    assert (edited["why"], edited["before"]) == ("edited", "The river rose")
    assert edited["place"]["quote"] == robin.get(f"{BASE}/claims/1").json["quote"]
    assert (lost["why"], lost["place"]) == ("lost", None)
    assert problem(robin.get(f"{BASE}/claims/2"))["status"] == 404

    assert (
        robin.change("PATCH", f"{BASE}/claims/1", {"confirmed": True}).json[
            "unconfirmed"
        ]
        is None
    )
    start = NEW.index("It is gone")
    words = {"version": 2, "start": start, "end": start + len("It is gone")}
    for odd in ({}, {"version": 2}, {**words, "take_back": True}):
        refused = robin.ask("POST", f"{WAITING}/2", odd)
        assert problem(refused)["field"] == "words"
    stale = robin.ask("POST", f"{WAITING}/2", {**words, "version": 1})
    assert problem(stale)["status"] == 409
    assert robin.ask("POST", f"{WAITING}/2", words).status_code == 204
    assert robin.get(f"{BASE}/claims/2").json["quote"] == "It is gone"
    assert robin.get(WAITING).json["items"] == []


def test_the_mark_of_a_claim_without_words_is_taken_back(ines):
    ines.ask("POST", ALL, {"text": NEW, "after": 1})
    back = {"take_back": True}
    assert ines.ask("POST", f"{WAITING}/2", back).status_code == 204
    assert [each["number"] for each in ines.get(WAITING).json["items"]] == [1]
    assert ines.change("DELETE", f"{BASE}/last-action").status_code == 204
    assert [each["number"] for each in ines.get(WAITING).json["items"]] == [1, 2]
