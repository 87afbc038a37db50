"""Claims assigned, taken and given back by programs."""

import pytest

from factcheck.rules.permissions import Role
from tests.api.addresses import BASE, REVIEW
from tests.api.conftest import Ask
from tests.factories.programs import problem

pytestmark = pytest.mark.usefixtures("river")
ALL, TAKE, BACK = f"{BASE}/assignments", f"{BASE}/take", f"{BASE}/claims/1/give-back"


def test_a_claim_is_assigned_taken_and_given_back(program: Ask):
    ines, robin, alex = program(Role.EDITOR), program(), program(Role.ADMIN)
    found = {p["name"]: p["id"] for p in ines.get(f"{BASE}/reviewers").json["items"]}
    assert set(found) == {"Reviewer", "Editor", "Admin"}
    everybody = {"people": list(found.values())}
    assert ines.ask("POST", ALL, everybody).json == {"assigned": 1}
    assert ines.ask("POST", ALL, everybody).json == {"assigned": 0}
    (claim,) = ines.get(ALL).json["items"]
    (first,) = claim["held"]
    assert (claim["claim"], first["how"], first["until"]) == (1, "assigned", None)
    for odd in ({"people": [99]}, {**everybody, "claims": [1]}):
        assert problem(ines.ask("POST", ALL, odd))["field"] == "people"
    assert ines.ask("POST", BACK, {"person": first["person"]}).status_code == 204
    assert ines.get(ALL).json["items"][0]["held"] == []

    assert robin.ask("POST", TAKE).json["claim"]["number"] == 1
    assert robin.ask("POST", TAKE).json["claim"]["number"] == 1
    (held,) = ines.get(ALL).json["items"][0]["held"]
    assert (held["name"], held["how"]) == ("Reviewer", "taken")
    assert alex.ask("POST", TAKE).json == {"claim": None}
    someone_elses = {"person": found["Editor"]}
    assert problem(robin.ask("POST", BACK, someone_elses))["status"] == 403
    assert robin.ask("POST", BACK, {}).status_code == 204
    assert alex.ask("POST", TAKE).json["claim"]["number"] == 1
    alex.change("PUT", f"{BASE}/claims/1/review", REVIEW)
    assert robin.ask("POST", TAKE).json == {"claim": None}


def test_how_an_essay_is_reviewed_is_changed_by_who_saw_it(program: Ask):
    ines, path = program(Role.EDITOR), f"{BASE}/reviewing"
    seen = ines.get(path).headers["ETag"]
    day = {"reveal_at": "2030-01-01T02:00:00+02:00"}
    now = ines.change("PATCH", path, day).json
    assert now["reveal_at"] == "2030-01-01T00:00:00+00:00"
    late = ines.ask("PATCH", path, {"hide_names": True}, If_Match=seen)
    assert problem(late)["current"] == now
    odd = ines.change("PATCH", path, {"reveal_at": "0001-01-01T00:00:00+14:00"})
    assert problem(odd)["field"] == "reveal_at"
    assert ines.change("PATCH", path, {"reveal_at": None}).json["reveal_at"] is None
