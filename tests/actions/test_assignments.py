"""Assigning and taking claims, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest

from factcheck.actions.assignments import (
    assign_claims,
    assign_evenly,
    give_back,
    set_reviewing,
    take_next,
)
from factcheck.errors import ForbiddenError, InvalidError, NotFoundError
from factcheck.queries.assignments import assignments_on, claims_held
from factcheck.queries.desk import list_essays
from factcheck.queries.essays import current_version
from factcheck.rules.permissions import Role
from tests.factories import essays, people


@pytest.fixture
def editor(session):
    return people.person(session, Role.EDITOR, name="Ines Moreau")


@pytest.fixture
def robin(session):
    return people.person(session)


@pytest.fixture
def sunmi(session):
    return people.person(session, name="Sunmi Cho")


@pytest.fixture
def essay(session, editor):
    return essays.essay(session, actor=editor, mark="all")


def held(session, essay):
    version = current_version(session, essay)
    found = claims_held(session, essay, version.id)
    return {c.number: [(h.name, h.how) for h in c.held] for c in found}


def waiting(session, viewer):
    (row,) = list_essays(session, viewer=viewer)
    return row.waiting


def test_by_hand(session, essay, editor, robin):
    added = assign_claims(
        session, actor=editor, essay=essay, numbers=[1, 3], person_id=robin.id
    )

    assert added == 2
    assert held(session, essay) == {
        1: [("Robin Hale", "assigned")],
        2: [],
        3: [("Robin Hale", "assigned")],
        4: [],
    }
    again = assign_claims(
        session, actor=editor, essay=essay, numbers=[1], person_id=robin.id
    )
    assert again == 0


def test_evenly_counts_reviews_already_given(session, essay, editor, robin, sunmi):
    claim = take_next(session, actor=robin, essay=essay)
    essays.save(session, claim, robin)

    assign_evenly(session, actor=editor, essay=essay, people=[robin.id, sunmi.id])

    assert held(session, essay) == {
        1: [("Robin Hale", "given")],
        2: [("Sunmi Cho", "assigned")],
        3: [("Robin Hale", "assigned")],
        4: [("Sunmi Cho", "assigned")],
    }


def test_evenly_needs_as_many_people_as_reviews(session, editor, robin):
    essay = essays.essay(session, actor=editor, mark="all", reviews_needed=2)

    with pytest.raises(InvalidError, match="at least 2"):
        assign_evenly(session, actor=editor, essay=essay, people=[robin.id])


def test_only_editors_assign(session, essay, robin):
    with pytest.raises(ForbiddenError):
        assign_claims(
            session, actor=robin, essay=essay, numbers=[1], person_id=robin.id
        )


def test_two_people_take_different_claims(session, essay, robin, sunmi):
    first = take_next(session, actor=robin, essay=essay)
    second = take_next(session, actor=sunmi, essay=essay)

    assert (first.number, second.number) == (1, 2)
    assert take_next(session, actor=robin, essay=essay).number == 1


def test_a_claim_taken_and_left_returns_to_the_queue(session, essay, robin, sunmi):
    claim = take_next(session, actor=robin, essay=essay)
    stored = assignments_on(session, [claim.id])[claim.id, robin.id]
    stored.until = datetime.now(UTC) - timedelta(minutes=1)
    session.flush()

    assert take_next(session, actor=sunmi, essay=essay).number == 1


def test_nobody_is_shut_out_and_surplus_work_is_kept(session, essay, robin, sunmi):
    claim = take_next(session, actor=robin, essay=essay)

    essays.save(session, claim, sunmi)
    essays.save(session, claim, robin)

    assert held(session, essay)[1] == [("Robin Hale", "given"), ("Sunmi Cho", "given")]


def test_what_waits_for_me(session, essay, editor, robin, sunmi):
    assert waiting(session, robin) == 4

    assign_claims(
        session, actor=editor, essay=essay, numbers=[1, 2], person_id=sunmi.id
    )
    assert (waiting(session, robin), waiting(session, sunmi)) == (2, 4)

    claim = take_next(session, actor=sunmi, essay=essay)
    essays.save(session, claim, sunmi)
    assert (waiting(session, robin), waiting(session, sunmi)) == (2, 3)


def test_giving_back_frees_it(session, essay, robin, sunmi):
    claim = take_next(session, actor=robin, essay=essay)
    give_back(session, actor=robin, claim=claim, essay=essay, person_id=robin.id)

    assert take_next(session, actor=sunmi, essay=essay).number == 1


def test_nothing_left_says_so(session, robin):
    essay = essays.essay(session)

    with pytest.raises(NotFoundError, match="Nothing waits"):
        take_next(session, actor=robin, essay=essay)


def test_how_an_essay_is_reviewed(session, essay, editor):
    reveal = datetime(2027, 1, 1, tzinfo=UTC)
    set_reviewing(
        session,
        actor=editor,
        essay=essay,
        take_minutes=30,
        hide_names=True,
        reveal_at=reveal,
    )

    assert (essay.take_minutes, essay.hide_names, essay.reveal_at) == (30, True, reveal)
    with pytest.raises(InvalidError):
        set_reviewing(
            session,
            actor=editor,
            essay=essay,
            take_minutes=0,
            hide_names=True,
            reveal_at=None,
        )
