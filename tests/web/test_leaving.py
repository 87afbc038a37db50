"""Whoever leaves, leaves their work: accounts are closed and essays stay."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Review, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.benches import Workbench
from tests.factories.visits import arrive, send, token
from tests.web.conftest import Visit


def test_a_reviewer_disabled_in_the_middle_of_a_review_loses_nothing(
    visit: Visit, session: Session, people: dict[Role, User]
):
    someone, editor = people[Role.REVIEWER], people[Role.EDITOR]
    admin = visit(Role.ADMIN)
    essay = essays.essay(session, actor=editor)
    essays.mark(session, essay, editor, "The river rose")
    session.commit()
    bench = Workbench(visit(Role.REVIEWER))
    bench.review(1, finding="It rose by a metre.")
    given = token(bench.client)
    send(admin, f"/people/{someone.id}/active", active="no")
    answer = bench.client.post(
        "/essays/the-river/claims/1/review",
        data={
            "csrf_token": given,
            "revision": "1",
            "claim_revision": "1",
            "do": "save",
            "finding": "It rose by two metres.",
        },
    )
    assert answer.status_code == 401
    assert "It rose by two metres." in answer.text
    draft = session.scalars(select(Review)).one()
    assert (draft.finding, draft.reviewer_id) == ("It rose by a metre.", someone.id)
    send(admin, f"/people/{someone.id}/active", active="yes")
    again = Workbench(
        arrive(admin.application.test_client(), refreshed(session, someone))
    )
    assert "It rose by a metre." in again.page(s=1, c=1)


def refreshed(session: Session, person: User) -> User:
    session.refresh(person)
    return person


def test_nobody_deletes_an_essay_because_no_address_does(
    visit: Visit, session: Session
):
    essays.essay(session)
    session.commit()
    for role in Role:
        client = visit(role)
        given = token(client)
        for path in ("", "/details", "/workbench"):
            headers = {"X-CSRFToken": given}
            answer = client.delete(f"/essays/the-river{path}", headers=headers)
            assert answer.status_code == 405
        for path in ("/delete", "/remove"):
            answer = client.post(f"/essays/the-river{path}", data={"csrf_token": given})
            assert answer.status_code == 404
    deleting = {
        rule.rule
        for rule in client.application.url_map.iter_rules()
        if "DELETE" in rule.methods
    }
    essay = "/api/v1/essays/<slug>"
    assert deleting == {
        f"{essay}/claims/<int:number>",
        f"{essay}/claims/<int:number>/comments/<int:comment_id>",
        f"{essay}/editions",
        f"{essay}/last-action",
        f"{essay}/rewordings/<int:rewording_id>",
        "/api/v1/sources/<int:source_id>/last-change",
    }
    assert client.get("/essays/the-river").status_code == 200
