"""What waits for a person, counted alike on both databases."""

from sqlalchemy.orm import Session

from factcheck.actions.essay_roles import give_essay_role
from factcheck.actions.people import edit_profile
from factcheck.queries.digests import due_people, reader_of, waiting
from factcheck.rules.digests import EssayWaits
from factcheck.rules.people import Profile
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person


def test_reviews_wait_for_reviewers_and_rulings_for_editors(session: Session):
    editor, reviewer = person(session, Role.EDITOR), person(session)
    essay = essays.essay(session, actor=editor, reviews_needed=2)
    differ = essays.mark(session, essay, editor, "The river rose")
    essays.mark(session, essay, editor, "The town voted to move")
    essays.essay(session, title="Nothing marked")
    for verdict in ("true", "false"):
        essays.save(session, differ, person(session), essays.facts(verdict))
    session.flush()
    found = waiting(session, reader_of(session, reviewer.id))
    assert found.essays == (EssayWaits("the-river", "The river", reviews=1),)
    found = waiting(session, reader_of(session, editor.id))
    assert found.essays == (EssayWaits("the-river", "The river", 1, 1),)
    give_essay_role(
        session, actor=editor, essay=essay, person=reviewer, role=Role.EDITOR
    )
    found = waiting(session, reader_of(session, reviewer.id))
    assert found.essays[0].rulings == 1


def test_those_who_want_a_digest_are_due(session: Session):
    reviewer = person(session)
    person(session)
    assert due_people(session) == []
    profile = Profile("Ro", digest="weekly")
    edit_profile(session, actor=reviewer, profile=profile)
    assert due_people(session) == [reviewer.id]
