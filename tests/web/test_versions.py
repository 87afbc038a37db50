"""A new text of an essay in the pages: shown, stored, decided about by plain forms."""

import io
import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factcheck.models import Essay, User
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.essays import current_version
from factcheck.rules.permissions import Role
from factcheck.rules.settling import Settlement
from tests.factories import essays
from tests.factories.visits import token
from tests.web.conftest import Visit

PAGE = "/essays/the-river/versions"
NEW = essays.TEXT.replace("The river rose in 1949.", "The old river rose in 1950.")


@pytest.fixture
def essay(session: Session, people: dict[Role, User]) -> Essay:
    made = essays.essay(session, actor=people[Role.EDITOR])
    for words in ("The river rose in 1949", "The town voted to move"):
        claim = essays.mark(session, made, people[Role.REVIEWER], words)
        essays.save(session, claim, people[Role.REVIEWER])
    session.commit()
    return made


@pytest.fixture
def editor(visit: Visit, essay: Essay) -> FlaskClient:
    assert essay.slug == "the-river"
    return visit(Role.EDITOR)


def fields(page: str) -> dict[str, str]:
    found = re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', page)
    return {name: unescape(value) for name, value in found}


def give(client: FlaskClient, text: str, **more: str):
    form = {"csrf_token": token(client, PAGE), "step": "read", "pasted": text}
    return client.post(PAGE, data=form | more)


def store(client: FlaskClient, text: str):
    """Give a text, and send back what the preview holds, as a browser does."""
    shown = give(client, text).text
    return client.post(PAGE, data=fields(shown) | {"step": "store"})


def test_a_new_text_is_shown_before_it_is_stored(editor, essay, session):
    page = give(editor, NEW).text
    assert "Nothing is stored yet" in page
    assert "1 of 2 claims stay on their words." in page
    assert "Words changed: 1." in page
    assert current_version(session, essay).number == 1


def test_what_was_shown_is_stored_and_what_waits_is_decided(
    editor, essay, session, visit
):
    answer = store(editor, NEW)
    assert answer.location == f"{PAGE}/2"
    page = editor.get(answer.location).text
    assert "One claim needs somebody" in page
    assert "<del>1949</del>" in page
    assert "<ins>1950</ins>" in page

    reviewer = visit(Role.REVIEWER)
    bench = reviewer.get("/essays/the-river/workbench?c=1").text
    assert "The author changed these words." in bench
    form = fields(bench[bench.index("changed-words") :])
    done = reviewer.post("/essays/the-river/claims/1/confirm", data=form)
    assert done.location == "/essays/the-river/workbench?c=1"
    claims = annotated_essay(session, essay).claims
    assert {c.settlement for c in claims} == {Settlement.SETTLED}
    assert "No claim waits for anybody" in reviewer.get(f"{PAGE}/2").text


def test_a_claim_whose_words_are_gone_is_put_on_others_by_hand(editor, essay, session):
    new = essays.TEXT.replace("The town voted to move, and it moved within a year.", "")
    store(editor, new + "People went away.")
    assert "Words gone" in editor.get(f"{PAGE}/2").text
    assert editor.get("/essays/the-river/claims/2").status_code == 200
    assert editor.get("/essays/the-river/rulings/2").status_code in {200, 404}
    choose = "/essays/the-river/claims/2/attach"
    assert editor.get(choose).status_code == 200
    page = editor.get(f"{choose}?s=4").text
    options = re.findall(r'<option value="(\d+)"', page)
    form = fields(page) | {"start": options[0], "end": options[-1]}
    assert editor.post(choose, data=form).location == f"{PAGE}/2"
    found = {c.number: c.quote for c in annotated_essay(session, essay).claims}
    assert found[2] == "People went away"
    again = editor.post(choose, data=form)
    assert again.status_code == 422


def test_a_lost_claim_can_be_taken_back(editor):
    new = essays.TEXT.replace("The town voted to move, and it moved within a year.", "")
    store(editor, new)
    form = {"csrf_token": token(editor, f"{PAGE}/2")}
    done = editor.post("/essays/the-river/claims/2/take-back", data=form)
    assert done.status_code == 303
    assert "Words gone" not in editor.get(f"{PAGE}/2").text
    assert "taken back" in editor.get("/essays/the-river/claims/2").text


def test_two_who_revise_at_once_and_what_cannot_be_read(editor, essay, session):
    first = fields(give(editor, NEW).text) | {"step": "store"}
    second = fields(give(editor, NEW + " And more.").text) | {"step": "store"}
    assert editor.post(PAGE, data=first).status_code == 303
    late = editor.post(PAGE, data=second)
    assert late.status_code == 409
    assert "Theirs stands" in late.text
    same = give(editor, NEW)
    assert same.status_code == 422
    assert "to the letter" in same.text
    file = (io.BytesIO(b"\x00\x01"), "essay.txt")
    form = {"csrf_token": token(editor, PAGE), "step": "read", "file": file}
    assert editor.post(PAGE, data=form).status_code == 422
    assert current_version(session, essay).number == 2


def test_versions_are_listed_and_their_texts_can_be_read(editor, visit):
    store(editor, NEW)
    page = editor.get(PAGE).text
    assert "Version 1" in page
    assert "Version 2" in page
    assert "in 1949" in editor.get(f"{PAGE}/1/text").text
    assert "in 1950" in editor.get(f"{PAGE}/2/text").text
    assert editor.get(f"{PAGE}/3").status_code == 404
    assert "See what changes" not in visit(Role.REVIEWER).get(PAGE).text
