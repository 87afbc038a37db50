"""Comments, inquiries and proposals by programs; as blind as the reviews."""

import pytest
from sqlalchemy.orm import Session

from factcheck.models import Essay
from factcheck.rules.permissions import Role
from tests.api.addresses import BASE, REVIEW
from tests.api.conftest import Ask
from tests.factories.people import person
from tests.factories.programs import Program, problem, secret_of

COMMENTS = f"{BASE}/claims/1/comments"
LISTS = (COMMENTS, f"{BASE}/inquiries", f"{BASE}/rewordings")
NEW = (
    (COMMENTS, {"text": "SECRET"}),
    (
        f"{BASE}/claims/1/inquiries",
        {"whom": "SECRET", "question": "When?", "asked_on": "2026-03-04"},
    ),
    (f"{BASE}/claims/1/rewordings", {"proposed": "SECRET"}),
)


def test_nothing_that_others_say_is_told_before_ones_own_review_is_given(
    session: Session, river: Essay, program: Ask
):
    river.reviews_needed = 2
    other = Program.of(
        program().client.application, secret_of(session, person(session, name="Sunmi"))
    )
    made = [
        other.ask("POST", path, body, Idempotency_Key=f"k{n}")
        for n, (path, body) in enumerate(NEW)
    ]
    assert [answer.status_code for answer in made] == [201, 201, 201]
    other.change("PUT", f"{BASE}/claims/1/review", REVIEW)
    robin = program()
    ones = [answer.headers["Location"].removeprefix("/api/v1") for answer in made]
    for path in LISTS:
        assert robin.get(path).json["items"] == []
        assert len(other.get(path).json["items"]) == 1
    for path in ones:
        assert problem(robin.get(path))["status"] == 404
    for path in (ones[0], ones[2]):
        assert robin.ask("DELETE", path, If_Match='"x"').status_code == 404
    assert "SECRET" not in robin.get(f"{BASE}/history").text
    robin.change("PUT", f"{BASE}/claims/1/review", REVIEW)
    for path, one, answer in zip(LISTS, ones, made, strict=True):
        assert robin.get(one).json["who"] == "Sunmi"
        assert "SECRET" in robin.get(path).text
        known = {k: v for k, v in answer.json.items() if k not in {"mine", "nobody"}}
        assert known.items() <= robin.get(one).json.items()


@pytest.mark.usefixtures("river")
def test_talk_is_taken_back_by_who_said_it(program: Ask):
    robin, ines = program(), program(Role.EDITOR)
    made = robin.ask("POST", COMMENTS, {"text": "Ask @editor and @nobody."})
    assert made.json["nobody"] == ["nobody"]
    own = made.headers["Location"].removeprefix("/api/v1")
    assert problem(ines.change("DELETE", own))["status"] == 403
    assert robin.change("DELETE", own).status_code == 204
    left = robin.get(own).json
    assert (left["text"], left["withdrawn"], left["mine"]) == ("", True, True)
    assert problem(robin.ask("POST", COMMENTS, {"text": " "}))["field"] == "text"


@pytest.mark.usefixtures("river")
def test_what_came_of_an_inquiry_is_written_down_by_who_saw_it_last(program: Ask):
    one, two, path = program(Role.EDITOR), program(Role.ADMIN), f"{BASE}/inquiries/1"
    seen = one.get(path).headers["ETag"]
    now = two.change("PATCH", path, {"answer": "In May.", "resolved": True}).json
    assert (now["whom"], now["answer"], now["resolved"]) == (
        "Gauge office",
        "In May.",
        True,
    )
    late = problem(one.ask("PATCH", path, {"answer": "No."}, If_Match=seen))
    assert (late["status"], late["current"]) == (412, now)
    odd = one.change("PATCH", path, {"answered_on": "2026-01-01"})
    assert problem(odd)["field"] == "answered_on"
    assert one.change("DELETE", f"{BASE}/rewordings/1").status_code == 204
    assert one.get(f"{BASE}/rewordings/1").json["status"] == "withdrawn"
    assert problem(one.change("DELETE", f"{BASE}/rewordings/1"))["status"] == 422
