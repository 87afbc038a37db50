"""The pages of assignments and agreement."""

import pytest

from factcheck.models import Essay
from factcheck.queries.assignments import claims_held
from factcheck.queries.essays import current_version
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.visits import send


@pytest.fixture
def river(session, people) -> Essay:
    essay = essays.essay(session, actor=people[Role.EDITOR], mark="all")
    session.commit()
    return essay


@pytest.fixture
def editor(visit):
    return visit(Role.EDITOR)


def held(session, essay):
    session.expire_all()
    version = current_version(session, essay)
    return {
        claim.number: [person.name for person in claim.held]
        for claim in claims_held(session, essay, version.id)
    }


def test_ticked_claims_are_assigned(session, people, river, editor):
    robin = people[Role.REVIEWER]
    path = "/essays/the-river/assignments"

    answer = send(editor, path, do="assign", claims=["1", "3"], person=str(robin.id))

    assert answer.status_code == 302
    assert held(session, river) == {1: [robin.name], 2: [], 3: [robin.name], 4: []}
    assert "2 claims assigned" in editor.get(path).text


def test_all_that_wait_are_spread(session, people, river, editor):
    chosen = [str(people[Role.REVIEWER].id), str(people[Role.EDITOR].id)]

    send(editor, "/essays/the-river/assignments", do="evenly", people=chosen)

    names = [name for names in held(session, river).values() for name in names]
    assert sorted(names) == ["Ines Moreau"] * 2 + ["Robin Hale"] * 2


def test_reviews_that_were_asked_for_are_counted_and_not_claims(
    session, river, people, editor
):
    river.reviews_needed = 2
    session.commit()
    path = "/essays/the-river/assignments"
    chosen = [str(people[Role.REVIEWER].id), str(people[Role.EDITOR].id)]

    send(editor, path, do="evenly", people=chosen)

    assert "8 reviews asked for, spread evenly." in editor.get(path).text


@pytest.mark.usefixtures("river")
def test_nothing_ticked_says_so(editor):
    path = "/essays/the-river/assignments"

    answer = send(editor, path, do="assign", person="0")

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text or "Choose" in answer.text


@pytest.mark.usefixtures("river")
def test_what_was_ticked_stays_ticked_when_it_is_refused(editor, people):
    path = "/essays/the-river/assignments"
    robin = str(people[Role.REVIEWER].id)

    answer = send(editor, path, do="assign", claims=["2"], person="0")
    other = send(editor, path, do="assign", person=robin)

    assert (answer.status_code, other.status_code) == (422, 422)
    assert 'name="claims" value="2" checked' in answer.text
    assert f'<option selected value="{robin}">' in other.text


def test_taking_the_next_opens_it(session, river, visit):
    robin = visit(Role.REVIEWER)

    answer = send(robin, "/essays/the-river/take")

    assert answer.status_code == 303
    assert answer.location.endswith("/essays/the-river/workbench?c=1")
    assert held(session, river)[1] == ["Robin Hale"]


def test_how_it_is_reviewed_is_kept(session, river, editor):
    send(
        editor,
        "/essays/the-river/reviewing",
        take_minutes="30",
        hide_names="y",
        reveal_at="2027-01-01T09:00",
    )

    session.refresh(river)
    assert (river.take_minutes, river.hide_names) == (30, True)
    assert f"{river.reveal_at:%Y-%m-%d %H:%M}" == "2027-01-01 09:00"
    answer = send(editor, "/essays/the-river/reviewing", take_minutes="0")
    assert answer.status_code == 422


@pytest.mark.usefixtures("river")
def test_agreement_refuses_a_figure_it_cannot_stand_behind(editor):
    page = editor.get("/essays/the-river/agreement").text

    assert "No figure" in page
    assert "at least 10 claims" in page


def test_agreement_before_and_after_discussion(session, people, editor):
    text = " ".join(f"Price {number} rose by {number} percent." for number in range(14))
    essay = essays.essay(session, text=text, mark="all", reviews_needed=2)
    first, second = people[Role.REVIEWER], people[Role.EDITOR]
    for number in range(1, 13):
        claim = essays.claim(session, essay, number)
        essays.save(
            session, claim, first, essays.facts("true" if number % 2 else "false")
        )
        essays.save(session, claim, second, essays.facts("true"))
        if number > 2 and number % 2 == 0:
            essays.save(session, claim, second, essays.facts("false", "Talked over."))
    session.commit()

    page = editor.get(f"/essays/{essay.slug}/agreement").text

    assert page.count("95% interval") == 2
    before, after = page.split("After discussion")
    assert "12 of 12 with two reviews" in before
    assert "50% of pairs" in before
    assert "92% of pairs" in after
