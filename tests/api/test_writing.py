"""What programs change: seen before it is written, created once, never lost."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.models import Citation, Essay, Event, User
from factcheck.rules.permissions import Role
from tests.api.addresses import BASE, OPERATIONS, REVIEW, RULING
from tests.api.conftest import Ask
from tests.factories import essays
from tests.factories.people import person
from tests.factories.programs import Program, problem, secret_of

pytestmark = pytest.mark.usefixtures("river")
WRITES = {
    (asked.path, method): asked.body
    for (_, method), asked in OPERATIONS.items()
    if method in {"PUT", "PATCH", "DELETE"}
}


def test_nothing_is_written_unseen(program: Ask):
    ines = program(Role.EDITOR)
    for (path, method), body in WRITES.items():
        before = ines.get(path).json
        for seen in ({}, {"If_Match": "*"}):
            assert problem(ines.ask(method, path, body, **seen))["status"] == 428
        for tag in ('"old"', 'W/"old"'):
            stale = problem(ines.ask(method, path, body, If_Match=tag))
            assert (stale["status"], stale["current"]) == (412, before)
        assert ines.get(path).json == before


def test_what_a_write_answers_is_what_is_read_next(program: Ask):
    ines = program(Role.EDITOR)
    ines.ask("POST", f"{BASE}/editions", {"after": 0})
    for (path, method), body in WRITES.items():
        answer = ines.change(method, path, body)
        if method == "DELETE":
            assert (answer.status_code, answer.data) == (204, b"")
        else:
            again = ines.get(path)
            assert (again.json, again.headers["ETag"]) == (
                answer.json,
                answer.headers["ETag"],
            )


def test_who_comes_second_gets_what_the_first_stored(program: Ask):
    one, two, path = program(), program(), f"{BASE}/claims/1/review"
    tag = one.get(path).headers["ETag"]
    first = one.ask("PUT", path, REVIEW, If_Match=tag)
    mine = {"verdict": "false", "finding": "It fell."}
    second = two.ask("PUT", path, mine, If_Match=tag)
    told = problem(second)
    assert told["type"] == "/api#stale"
    assert told["current"] == first.json
    put_together = {**mine, "explanation": told["current"]["finding"]}
    tag = second.headers["ETag"]
    assert two.ask("PUT", path, put_together, If_Match=tag).status_code == 200


def test_a_review_comes_back_as_it_was_sent(program: Ask, session: Session):
    book = {
        "kind": "book",
        "title": "حوليات النهر",
        "author": "Mo, A.",
        "issued": "1951",
        "details": {"publisher_place": "Cairo", "edition": "2nd", "level": "primary"},
    }
    said = {
        "verdict": "mixed",
        "finding": "In part 🌊.",
        "explanation": "See p. 3.",
        "second_look": True,
        "citations": [{"source": book, "quote": "ارتفع", "stance": "refutes"}],
    }
    robin, path = program(), f"{BASE}/claims/1/review"
    got = robin.change("PUT", path, said).json
    assert {name: got[name] for name in said if name != "citations"} == {
        name: said[name] for name in said if name != "citations"
    }
    assert got["citations"][0]["source"] == {"url": "", "publisher": ""} | book
    assert got["given_at"] is None
    assert session.scalar(select(func.count()).select_from(Citation)) == 1


def test_what_is_not_complete_is_not_given(program: Ask):
    robin, path = program(), f"{BASE}/claims/1/review"
    refused = robin.change("PUT", path, {"verdict": "true", "give": True})
    assert problem(refused)["field"] == "finding"
    assert robin.get(path).json["verdict"] == ""


def test_nothing_of_others_is_told_before_ones_own_is_given(
    session: Session, river: Essay, program: Ask
):
    river.reviews_needed = 2
    other = person(session, name="Sunmi Cho")
    essays.save(session, essays.claim(session, river, 1), other)
    session.commit()
    robin, path = program(), f"{BASE}/claims/1/reviews"
    assert robin.get(path).json["items"] == []
    assert robin.get(f"{BASE}/claims/1").json["verdict"] is None
    assert robin.get(f"{BASE}/sources").json["items"] == []
    assert robin.get("/sources?q=gauge").json["items"] == []
    for way in ("", "/uses", "/history", "/last-change"):
        assert problem(robin.get(f"/sources/4{way}"))["status"] == 404
    robin.change("PUT", f"{BASE}/claims/1/review", REVIEW)
    assert {r["who"] for r in robin.get(path).json["items"]} == {
        "Reviewer",
        "Sunmi Cho",
    }
    assert robin.get(f"{BASE}/sources").json["items"][0]["title"] == "Gauge book"
    (found,) = robin.get("/sources?q=gauge&kind=webpage&limit=1").json["items"]
    assert (found["source"]["title"], found["uses"]) == ("Gauge book", 2)
    assert robin.get("/sources?q=heron").json == {"items": [], "next": None}


def test_a_ruling_waits_for_whoever_saw_all_reviews(
    session: Session, river: Essay, people: dict[Role, User], program: Ask
):
    claim = essays.claim(session, river, 1)
    essays.save(session, claim, people[Role.REVIEWER])
    session.commit()
    ines, path = program(Role.EDITOR), f"{BASE}/claims/1/ruling"
    tag = ines.get(path).headers["ETag"]
    changed = essays.facts("false", "It fell.")
    essays.save(session, claim, people[Role.REVIEWER], changed)
    session.commit()
    assert ines.ask("PUT", path, RULING, If_Match=tag).status_code == 412
    assert ines.change("PUT", path, RULING).json["settlement"] == "ruled"


def test_words_are_ruled_not_a_claim(program: Ask):
    ines, path = program(Role.EDITOR), f"{BASE}/claims/1/ruling"
    said = {"outcome": "not_a_claim", "reason": "Nobody can check it."}
    assert problem(ines.change("PUT", path, said))["field"] == "not_because"
    stand = ines.change("PUT", path, said | {"not_because": "opinion"}).json
    assert stand["withdrawn"]
    sentence = ines.get(f"{BASE}/sentences/1").json
    assert (sentence["sorting"], sentence["reason"]) == ("not_a_claim", "opinion")


def test_sentences_are_split_and_joined_and_claims_stay(program: Ask):
    robin, path = program(), f"{BASE}/sentences/1"
    whole = robin.get(path).json
    half = robin.change("PATCH", path, {"split_at": 15}).json
    assert (half["text"], half["claims"]) == ("The river rose", [1])
    assert robin.get(f"{BASE}/sentences/2").json["text"] == "in 1949."
    assert robin.change("PATCH", path, {"join_next": True}).json == whole
    for odd in ({}, {"join_next": False}, {"join_next": True, "sorting": "claim"}):
        assert robin.change("PATCH", path, odd).status_code == 422


def test_what_was_taken_down_says_so(program: Ask):
    ines, path = program(Role.EDITOR), f"{BASE}/editions"
    assert ines.change("DELETE", f"{path}?note=Wrong").status_code == 422
    ines.ask("POST", path, {"after": 0})
    assert program(None).get(f"{path}/1").json["number"] == 1
    assert ines.change("DELETE", f"{path}?note=Wrong").status_code == 204
    assert program(None).get(f"{path}/1").status_code == 410
    assert ines.get(BASE).json["unpublished_at"]
    again = ines.ask("POST", path, {"after": 0, "note": "Mended."})
    assert problem(again)["status"] == 409


def test_what_reviewers_differ_about_is_said(
    session: Session, river: Essay, people: dict[Role, User], program: Ask
):
    claim = essays.claim(session, river, 1)
    for role, verdict in ((Role.REVIEWER, "true"), (Role.ADMIN, "false")):
        essays.save(session, claim, people[role], essays.facts(verdict))
    session.commit()
    ines, path = program(Role.EDITOR), f"{BASE}/claims/1/ruling"
    assert problem(ines.change("PUT", path, RULING))["field"] == "disagreement"
    said = RULING | {"disagreement": "weight", "print_dissent": True}
    assert ines.change("PUT", path, said).json["ruling"]["disagreement"] == "weight"


def test_a_creation_sent_again_creates_nothing(program: Ask, session: Session):
    ines, new = program(Role.EDITOR), {"text": "The sea rose in 1950."}
    first = ines.ask("POST", "/essays", new, Idempotency_Key="k1")
    again = ines.ask("POST", "/essays", new, Idempotency_Key="k1")
    assert first.status_code == again.status_code == 201
    assert again.json == first.json
    assert again.headers["Idempotent-Replayed"] == "true"
    for name in ("Location", "ETag"):
        assert again.headers[name] == first.headers[name]
    assert len(session.scalars(select(Essay)).all()) == 2
    other = ines.ask("POST", "/essays", {"text": "Other."}, Idempotency_Key="k1")
    assert problem(other)["status"] == 422
    alex = program(Role.ADMIN)
    mine = alex.ask("POST", "/essays", new, Idempotency_Key="k1")
    assert mine.json["slug"] != first.json["slug"]


def test_what_was_refused_leaves_its_key_free(program: Ask):
    ines = program(Role.EDITOR)
    blank = ines.ask("POST", "/essays", {"text": " "}, Idempotency_Key="k")
    assert blank.status_code == 422
    new = {"text": "The sea rose in 1950."}
    assert ines.ask("POST", "/essays", new, Idempotency_Key="k").status_code == 201
    for key in ("", "a b", "x" * 201):
        refused = ines.ask("POST", "/essays", new, Idempotency_Key=key)
        assert refused.status_code == 400


def test_killed_in_between_nothing_was_created_and_the_key_is_free(
    program: Ask, session: Session, monkeypatch: pytest.MonkeyPatch
):
    ines, new = program(Role.EDITOR), {"text": "The sea rose in 1950."}
    with monkeypatch.context() as dying:
        dying.setattr("factcheck.api.once.keep_answer", killed)
        with pytest.raises(SystemExit):
            ines.ask("POST", "/essays", new, Idempotency_Key="k")
    assert len(session.scalars(select(Essay)).all()) == 1
    assert ines.ask("POST", "/essays", new, Idempotency_Key="k").status_code == 201


def killed(*_args: Any, **_more: Any) -> None:
    raise SystemExit


def test_an_essay_that_was_exported_comes_back_whole(program: Ask):
    ines = program(Role.EDITOR)
    ines.change("PUT", f"{BASE}/claims/1/review", REVIEW)
    data = ines.get(f"{BASE}/export/json").data
    answer = ines.client.post(
        "/api/v1/documents", data=data, headers=ines.headers, content_type="text/plain"
    )
    assert answer.status_code == 201
    came = ines.get(f"/essays/{answer.json['slug']}/claims/1").json
    assert (came["quote"], came["verdict"]) == ("The river rose", "true")


def test_an_archive_is_taken_by_editors_and_brought_in_by_who_may_publish(
    program: Ask,
):
    path = f"{BASE}/export/archive"
    assert program().get(path).status_code == 403
    data = program(Role.EDITOR).get(path).data
    for scopes, status in ((("edit",), 403), (("edit", "publish"), 201)):
        ines = program(Role.EDITOR, *scopes)
        answer = ines.client.post(
            "/api/v1/documents",
            data=data,
            headers=ines.headers,
            content_type="application/zip",
        )
        assert answer.status_code == status, answer.text
    stranger = program(None)
    assert stranger.get(path).status_code == 401
    assert stranger.get(f"{BASE}/editions/1/export/archive").status_code == 404


def test_words_of_a_text_that_is_gone_are_not_marked(program: Ask):
    where = {"version": 2, "start": 24, "end": 39}
    answer = program().ask("POST", f"{BASE}/claims", where)
    assert problem(answer)["type"] == "/api#conflict"


def test_what_is_done_here_is_history_as_on_the_pages(
    session: Session, app: Flask, people: dict[Role, User]
):
    robin = Program.of(app, secret_of(session, people[Role.REVIEWER]))
    robin.change("PATCH", f"{BASE}/sentences/2", {"sorting": "claim"})
    robin.change("PATCH", f"{BASE}/claims/2", {"start": 24, "end": 39})
    robin.change("PATCH", f"{BASE}/claims/2", {"statement": "Nobody measured it."})
    robin.change("DELETE", f"{BASE}/claims/2")
    done = session.execute(select(Event.kind, Event.actor_id).order_by(Event.id.desc()))
    assert done.all()[:4] == [
        (kind, people[Role.REVIEWER].id)
        for kind in (
            "claim.withdrawn",
            "review.drafted",
            "claim.words_changed",
            "sentences.sorted",
        )
    ]
