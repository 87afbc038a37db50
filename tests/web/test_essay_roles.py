"""Roles that hold on one essay alone."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.models import Event, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.visits import send
from tests.web.conftest import Visit


def test_somebody_is_made_editor_of_one_essay_and_no_longer(
    visit: Visit, session: Session, people: dict[Role, User]
):
    essay = essays.essay(session)
    essays.essay(session, title="Another")
    session.commit()
    someone, editor = people[Role.REVIEWER], visit(Role.EDITOR)
    reviewer, page = visit(Role.REVIEWER), "/essays/the-river/people"
    assert reviewer.get(page).status_code == 403
    given = send(editor, page, person=someone.id, role="editor")
    assert given.location == page
    assert "Robin Hale is editor of this essay now." in editor.get(page).text
    assert reviewer.get("/essays/the-river/publish").status_code == 200
    assert reviewer.get("/essays/another/publish").status_code == 403
    send(editor, f"{page}/{someone.id}/take")
    assert reviewer.get("/essays/the-river/publish").status_code == 403
    assert "Nobody has a role of their own" in editor.get(page).text
    events = session.scalars(
        select(Event.kind).where(Event.essay_id == essay.id).order_by(Event.id)
    ).all()
    assert events[-2:] == ["essay_role.given", "essay_role.taken"]


def test_on_an_essay_nobody_is_admin_and_nobody_disabled_gets_a_role(
    visit: Visit, session: Session, people: dict[Role, User]
):
    essays.essay(session)
    people[Role.REVIEWER].active = False
    session.commit()
    editor, page = visit(Role.EDITOR), "/essays/the-river/people"
    for person, role in ((Role.REVIEWER, "editor"), (Role.EDITOR, "admin")):
        answer = send(editor, page, person=people[person].id, role=role)
        assert answer.status_code == 422
