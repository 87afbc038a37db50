"""Sources corrected, merged and put back by programs, for everybody who cites them."""

import pytest
from sqlalchemy.orm import Session

from factcheck.actions.snapshots import keep_upload
from factcheck.models import Essay, Source, User
from factcheck.rules.citations import CitationFacts, SourceFacts
from factcheck.rules.permissions import Role
from factcheck.text.kept import read_copy
from tests.api.conftest import Ask
from tests.factories import essays
from tests.factories.people import person
from tests.factories.programs import Program, problem, secret_of

pytestmark = pytest.mark.usefixtures("river")
ONE, LAST, PAIR = "/sources/1", "/sources/1/last-change", "/sources/1/merge/2"


def cites(session: Session, river: Essay, actor: User, title: str) -> None:
    """Let somebody give a review that cites a source of this title."""
    cited = CitationFacts(SourceFacts(title=title), quote="it rose")
    said = essays.facts(citations=(cited,))
    essays.save(session, essays.claim(session, river, 1), actor, said)
    session.commit()


def test_a_correction_holds_for_everybody_and_former_facts_lead_to_it(
    session: Session, river: Essay, people: dict[Role, User], program: Ask
):
    cites(session, river, people[Role.REVIEWER], "Annals of the river")
    robin = program()
    said = {"title": "River annals", "details": {"page": "7", "level": "primary"}}
    now = robin.change("PATCH", ONE, said).json
    assert now["source"]["issued"] == "1951"  # what was left out stays
    assert (now["source"]["title"], now["source"]["details"]) == (
        "River annals",
        said["details"],
    )
    less = robin.change("PATCH", ONE, {"details": {"page": ""}}).json
    assert less["source"]["details"] == {"level": "primary"}
    cited = robin.get("/essays/the-river/claims/1/review").json["citations"]
    assert cited[0]["source"] == less["source"]
    assert robin.get(f"{ONE}/uses").json["items"] == [
        {"essay": "the-river", "title": "The river", "claim": 1}
    ]
    history = robin.get(f"{ONE}/history").json["items"]
    assert [line["who"] for line in history] == ["Reviewer", "Reviewer", "Editor"]
    assert history[0]["before"] == now["source"]
    assert robin.get("/sources/3").json == less  # its first title came to it
    refused = robin.change("PATCH", ONE, {"url": "ftp://example.org"})
    assert problem(refused)["field"] == "url"


def test_who_corrects_second_gets_what_the_first_stored(program: Ask):
    robin, ines = program(), program(Role.EDITOR)
    seen = robin.get(ONE).headers["ETag"]
    theirs = ines.change("PATCH", ONE, {"author": "Mo, A."}).json
    late = robin.ask("PATCH", ONE, {"author": "Mo"}, If_Match=seen)
    assert (problem(late)["status"], problem(late)["current"]) == (412, theirs)


def test_two_mentions_become_one_and_two_again(
    session: Session, river: Essay, people: dict[Role, User], program: Ask
):
    cites(session, river, people[Role.REVIEWER], "Annals of rivers")
    robin, ines = program(), program(Role.EDITOR)
    before = ines.get(PAIR).json
    merged = ines.change("PUT", PAIR).json
    assert (merged["merged"], merged["other"]) == (True, before["kept"])
    assert ines.change("PUT", PAIR).json == merged  # sent twice, done once
    assert robin.get("/sources/2").json == before["kept"]
    assert robin.get(f"{ONE}/uses").json["items"][0]["claim"] == 1
    told = robin.get(f"{ONE}/history").json["items"][0]
    assert (told["before"], ines.get(f"{ONE}/history").json["items"][0]["before"]) == (
        None,
        before["other"]["source"],
    )
    assert robin.change("DELETE", LAST).status_code == 403
    seen = ines.get(LAST).headers["ETag"]
    assert ines.ask("DELETE", LAST, If_Match=seen).status_code == 204
    assert ines.get(PAIR).json == before
    assert problem(ines.ask("DELETE", LAST, If_Match=seen))["status"] == 412
    assert ines.get(LAST).json["what"] == "Source corrected"
    for odd, status in (("/sources/1/merge/1", 422), ("/sources/1/merge/99", 404)):
        assert problem(ines.get(odd))["status"] == status


def test_how_quotations_stand_in_kept_copies_is_told_to_who_may_see_the_review(
    session: Session, river: Essay, people: dict[Role, User], program: Ask, tmp_path
):
    river.reviews_needed = 2
    cites(session, river, people[Role.REVIEWER], "Annals of the river")
    data = b"In spring it rose."
    keep_upload(
        session,
        actor=people[Role.REVIEWER],
        essay=river,
        source=session.get_one(Source, 1),
        data=data,
        read=read_copy(data, name="annals.txt", limit=10**6),
        folder=tmp_path,
    )
    session.commit()
    other = Program.of(
        program().client.application, secret_of(session, person(session, name="Sunmi"))
    )
    path = "/essays/the-river/claims/1/evidence"
    assert other.get(path).json["items"] == []
    for asker, mine in ((program(), True), (program(Role.EDITOR), False)):
        (found,) = asker.get(path).json["items"]
        assert (found["who"], found["mine"]) == ("Reviewer", mine)
        assert (found["quote"], found["outcome"]) == ("it rose", "exact")
        assert (found["source_id"], found["gone"]) == (1, False)


def test_a_library_comes_in_once_and_goes_out_again(program: Ask):
    ines = program(Role.EDITOR)
    odd = [{"title": "Gauges", "type": "book", "shelf": "3"}, {"type": "book"}]
    sent = [
        ines.ask("POST", "/libraries", odd, Idempotency_Key=key)
        for key in ("one", "one", "two")
    ]
    assert [answer.status_code for answer in sent] == [201, 201, 201]
    assert [answer.json["new"] for answer in sent] == [1, 1, 0]
    assert sent[0].json["left_out"] == ["shelf"]
    assert len(sent[0].json["refused"]) == 1
    answer = program().get("/libraries/csl?q=gauges")
    assert [entry["title"] for entry in answer.json] == ["Gauges"]
    again = program().get(
        "/libraries/csl?q=gauges", If_None_Match=answer.headers["ETag"]
    )
    assert again.status_code == 304
    assert problem(program().get("/libraries/docx"))["status"] == 404
    empty = ines.client.post("/api/v1/libraries", data=b"x", headers=ines.headers)
    assert problem(empty)["status"] == 422


def test_who_has_no_role_at_the_desk_reads_no_sources(
    session: Session, people: dict[Role, User], program: Ask
):
    robin = people[Role.REVIEWER]
    asker = Program.of(program().client.application, secret_of(session, robin))
    robin.roles = []
    session.commit()
    for path in ("/sources", ONE, LAST):
        assert problem(asker.get(path))["status"] == 403
