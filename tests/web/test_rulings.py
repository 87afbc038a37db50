"""The editor's queue and the page where an editor rules."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factcheck.models import Claim, Essay, EssayRole, Event, Ruling, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person
from tests.factories.visits import send
from tests.web.conftest import Visit

QUEUE = "/essays/the-river/rulings"
PAGE = "/essays/the-river/claims/1/ruling"
DECISION = {
    "do": "rule",
    "verdict": "mixed",
    "finding": "Partly so.",
    "reason": "The gauge was moved.",
    "disagreement": "weight",
}


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    """Return an essay on whose first claim two reviewers differ."""
    editor = people[Role.EDITOR]
    made = essays.essay(session, actor=editor, reviews_needed=2)
    claim = essays.mark(session, made, editor, "The river rose")
    essays.save(session, claim, people[Role.REVIEWER], essays.facts("true"))
    sunmi = person(session, name="Sun-mi Park")
    essays.save(session, claim, sunmi, essays.facts("false", "It did not."))
    session.commit()
    return made


@pytest.fixture
def editor(visit: Visit, essay: Essay) -> FlaskClient:  # noqa: ARG001
    return visit(Role.EDITOR)


def hidden(page: str, name: str) -> str:
    return re.search(rf'name="{name}" type="hidden" value="([^"]*)"', page)[1]


def seen(client: FlaskClient) -> dict[str, str]:
    """Return what the page says it shows."""
    page = client.get(PAGE).text
    return {name: hidden(page, name) for name in ("ruling", "reviews")}


def rulings(session: Session) -> list[Ruling]:
    session.expire_all()
    return session.query(Ruling).order_by(Ruling.id).all()


def test_the_queue_lists_what_differs_and_the_way_there(editor: FlaskClient):
    page = editor.get(QUEUE).text
    assert f'href="{PAGE}"' in page
    assert "The river rose" in page
    assert re.search(r"Rulings <span class=\"waits\">1<", page)
    for name in ("Robin", "Sun-mi"):
        assert name not in page


def test_reviews_stand_side_by_side_with_their_sources_once(editor: FlaskClient):
    page = editor.get(PAGE).text
    for words in ("Robin Hale", "Sun-mi Park", "It did.", "It did not."):
        assert words in page
    assert page.count("https://example.org/gauge") == 1
    assert " in 1949." in page


def test_names_are_hidden_until_the_ruling(
    editor: FlaskClient, session: Session, essay: Essay
):
    essay.hide_names = True
    session.commit()
    page = editor.get(PAGE).text
    assert "Reviewer A" in page
    assert "Sun-mi Park" not in page
    workbench = "/essays/the-river/workbench?c=1"
    for address in ("/essays/the-river/claims/1", workbench):
        page = editor.get(address).text
        assert "Reviewer B" in page
        assert "Sun-mi Park" not in page
    send(editor, PAGE, **DECISION, **seen(editor))
    for address in (PAGE, "/essays/the-river/claims/1", workbench):
        assert "Sun-mi Park" in editor.get(address).text


def test_a_ruling_is_kept_and_the_queue_is_shorter(
    editor: FlaskClient, session: Session
):
    answer = send(editor, PAGE, **DECISION, print_dissent="y", **seen(editor))
    assert answer.location == QUEUE
    page = editor.get(QUEUE).text
    assert "Claim 1 is ruled: Mixed." in page
    assert "Nothing waits for a ruling." in page
    (ruling,) = rulings(session)
    assert (ruling.finding, ruling.print_dissent) == ("Partly so.", True)
    page = editor.get(PAGE).text
    assert "Ruled by <bdi>Ines Moreau</bdi>" in page
    assert "The reviewers differed about: how much the evidence weighs." in page


def test_taking_a_reviews_words_fills_the_form_and_decides_nothing(
    editor: FlaskClient, session: Session
):
    page = send(editor, PAGE, take="2", reason="As Sun-mi found.", **seen(editor))
    assert page.status_code == 200
    assert 'value="false" checked' in page.text
    assert re.search(r"<textarea[^>]*name=\"finding\"[^>]*>\s*It did not.", page.text)
    assert "As Sun-mi found." in page.text
    assert rulings(session) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"verdict": ""}, "Choose the verdict that settles the claim."),
        ({"finding": ""}, "A ruling needs a finding; readers see it."),
        ({"reason": ""}, "A ruling needs a reason; readers see it."),
        ({"disagreement": ""}, "Say what the reviewers differed about."),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    editor: FlaskClient, session: Session, change: dict[str, str], words: str
):
    page = send(editor, PAGE, **DECISION | {"explanation": "Long."} | change)
    assert page.status_code == 422
    assert words in page.text
    assert "Long." in page.text
    assert rulings(session) == []


def test_all_that_is_missing_is_said_at_once(editor: FlaskClient):
    empty = dict.fromkeys(("verdict", "finding", "reason", "disagreement"), "")
    page = send(editor, PAGE, **DECISION | empty).text
    for words in (
        "Choose the verdict that settles the claim.",
        "A ruling needs a finding; readers see it.",
        "Say what the reviewers differed about.",
        "A ruling needs a reason; readers see it.",
    ):
        assert page.count(words) == 1


def test_the_second_of_two_editors_sees_both_and_may_replace_it(
    editor: FlaskClient, visit: Visit, session: Session
):
    admin = visit(Role.ADMIN)
    before = seen(editor)
    send(editor, PAGE, **DECISION, **before)
    mine = DECISION | {"verdict": "false", "finding": "It did not rise."}
    page = send(admin, PAGE, **mine, **before)
    assert page.status_code == 409
    assert "Ines Moreau ruled on this claim" in page.text
    assert "Partly so." in page.text
    assert "It did not rise." in page.text
    assert 'value="false" checked' in page.text
    assert [r.verdict_id for r in rulings(session) if not r.replaced_at] == [3]
    again = {name: hidden(page.text, name) for name in ("ruling", "reviews")}
    assert send(admin, PAGE, **mine, **again).status_code == 302
    first, second = rulings(session)
    assert first.replaced_at is not None
    assert second.finding == "It did not rise."
    assert "Rulings so far" in admin.get(PAGE).text


def test_two_editors_at_the_very_same_moment_lose_nothing(
    editor: FlaskClient,
    visit: Visit,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
):
    before = seen(editor)
    send(editor, PAGE, **DECISION, **before)
    monkeypatch.setattr(
        "factcheck.actions.rulings.ruling_in_force", lambda *_given: None
    )
    mine = DECISION | {"finding": "It did not rise."}
    page = send(visit(Role.ADMIN), PAGE, **mine, **before)
    assert page.status_code == 409
    assert "Somebody changed this at the same moment." in page.text
    assert "It did not rise." in page.text
    assert "Partly so." in page.text
    assert [ruling.finding for ruling in rulings(session)] == ["Partly so."]


def test_a_review_that_changed_under_the_editor_is_shown_first(
    editor: FlaskClient, session: Session, people: dict[Role, User]
):
    before = seen(editor)
    robin = session.merge(people[Role.REVIEWER])
    claim = session.get_one(Claim, 1)
    essays.save(session, claim, robin, essays.facts("mostly_true"))
    session.commit()
    page = send(editor, PAGE, **DECISION, **before)
    assert page.status_code == 409
    assert "A review of this claim changed while you were ruling." in page.text
    assert rulings(session) == []


def test_a_settled_claim_may_still_be_ruled_on(
    editor: FlaskClient, session: Session, essay: Essay, people: dict[Role, User]
):
    claim = essays.mark(session, essay, people[Role.EDITOR], "The town voted")
    for who in (people[Role.REVIEWER], people[Role.ADMIN]):
        essays.save(session, claim, who)
    session.commit()
    address = "/essays/the-river/claims/2/ruling"
    page = editor.get(address).text
    assert "The reviews agree, so the claim is settled" in page
    assert re.search(r"<textarea[^>]*name=\"finding\"[^>]*>\s*It did.", page)
    answer = send(
        editor,
        address,
        **DECISION | {"disagreement": ""},
        ruling="0",
        reviews=hidden(page, "reviews"),
    )
    assert answer.status_code == 302


def test_a_claim_that_waits_for_reviews_is_not_ruled_on(
    editor: FlaskClient, session: Session, essay: Essay, people: dict[Role, User]
):
    essays.mark(session, essay, people[Role.EDITOR], "The town voted")
    session.commit()
    address = "/essays/the-river/claims/2/ruling"
    assert "still needs 2 reviews" in editor.get(address).text
    page = send(editor, address, **DECISION, ruling="0", reviews="")
    assert page.status_code == 422
    assert "Claim 2 still needs 2 more reviews" in page.text


def test_it_can_be_ruled_not_a_claim_with_its_reason(
    editor: FlaskClient, session: Session
):
    page = send(editor, PAGE, do="not_a_claim", not_because="opinion", why="")
    assert page.status_code == 422
    assert "Say why this is not a claim." in page.text
    page = send(editor, PAGE, do="not_a_claim", not_because="dull", why="Felt.")
    assert page.status_code == 422
    assert "Say what it is instead of a claim." in page.text
    answer = send(editor, PAGE, do="not_a_claim", not_because="opinion", why="Felt.")
    assert answer.location == QUEUE
    assert session.get_one(Claim, 1, populate_existing=True).withdrawn_at
    assert session.query(Event).filter_by(kind="ruling.not_a_claim").count() == 1
    page = editor.get(PAGE).text
    assert "The mark of this claim was taken back." in page
    assert 'value="rule"' not in page.split('id="reviews"')[1]


def test_a_reopened_claim_says_so(
    editor: FlaskClient, session: Session, people: dict[Role, User]
):
    send(editor, PAGE, **DECISION, **seen(editor))
    robin = session.merge(people[Role.REVIEWER])
    claim = session.get_one(Claim, 1)
    essays.save(session, claim, robin, essays.facts("mostly_true"))
    session.commit()
    assert "Reopened: a review changed after the ruling" in editor.get(QUEUE).text
    page = editor.get(PAGE).text
    assert "after the ruling by <bdi>Ines Moreau</bdi>" in page
    assert "when a review changed." in page


def test_an_editor_of_this_essay_rules_here(
    visit: Visit, session: Session, essay: Essay, people: dict[Role, User]
):
    reviewer = visit(Role.REVIEWER)
    assert reviewer.get(QUEUE).status_code == 403
    assert "Rulings" not in reviewer.get("/essays/the-river/claims/1").text
    role = EssayRole(
        essay_id=essay.id, person_id=people[Role.REVIEWER].id, role="editor"
    )
    session.add(role)
    session.commit()
    assert reviewer.get(QUEUE).status_code == 200
    assert send(reviewer, PAGE, **DECISION, **seen(reviewer)).location == QUEUE


def test_an_unknown_claim_is_not_found(editor: FlaskClient):
    assert editor.get("/essays/the-river/claims/9/ruling").status_code == 404
