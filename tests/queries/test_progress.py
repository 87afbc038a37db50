"""The desk in numbers, on both databases."""

from datetime import UTC, datetime, timedelta

from factcheck.actions.rulings import rule_claim
from factcheck.queries.progress import progress_of
from factcheck.rules.permissions import Role
from factcheck.rules.rulings import RulingFacts
from factcheck.rules.scales import Standing
from tests.factories import essays, people


def test_marked_checked_and_waiting(session):
    editor = people.person(session, Role.EDITOR)
    robin = people.person(session)
    essay = essays.essay(session, actor=editor, mark="all")
    essays.save(session, essays.claim(session, essay, 1), robin)
    differing = essays.claim(session, essay, 2)
    essays.save(session, differing, robin)
    essays.save(session, differing, people.person(session), essays.facts("false"))
    ruling = RulingFacts("false", "It fell.", "", "The gauge says so.")
    rule_claim(session, actor=editor, claim=differing, facts=ruling)
    old = essays.claim(session, essay, 4)
    old.marked_at = datetime.now(UTC) - timedelta(days=30)
    session.flush()

    found = progress_of(session, robin)

    counts = dict(found.standings)
    assert counts[Standing.HOLDS] == counts[Standing.REFUTED] == 1
    assert counts[Standing.OPEN] == 2
    assert (found.marked[0], found.marked[-1]) == (1, 4)
    assert (found.checked[0], found.checked[-1]) == (0, 2)
    assert [(w.number, w.days) for w in found.waiting] == [(4, 30), (3, 0)]


def test_before_the_day_of_reveal_a_reviewer_learns_nothing(session):
    editor = people.person(session, Role.EDITOR)
    robin = people.person(session)
    essay = essays.essay(session, actor=editor, mark="all")
    essays.save(session, essays.claim(session, essay, 1), people.person(session))
    essay.reveal_at = datetime.now(UTC) + timedelta(days=1)
    session.flush()

    assert sum(count for _, count in progress_of(session, robin).standings) == 0
    assert dict(progress_of(session, editor).standings)[Standing.HOLDS] == 1
