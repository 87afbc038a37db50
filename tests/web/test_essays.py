"""Importing an essay in two steps, its details, and the page of what was found."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factcheck.config import Settings
from factcheck.exports.json import write_json
from factcheck.models import Claim, Essay, Sentence
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.essays import current_version, find_essay, whole_text
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.visits import send, token
from tests.web.conftest import Visit

TONGUES = Path(__file__).parents[1] / "text" / "tongues"
HIDDEN = re.compile(r'<input[^>]*name="(\w+)"[^>]*type="hidden"[^>]*value="([^"]*)"')
TEXT = (
    "A river\n\nBy Jin Se-keun\n\n"
    "It rose in 1949 🌊. Nobody\u2028measured it & “slept”.\n"
)


@pytest.fixture
def editor(visit: Visit) -> FlaskClient:
    """Return an editor's browser."""
    return visit(Role.EDITOR)


def read(client: FlaskClient, data: bytes, name: str = "river.txt") -> TestResponse:
    """Send a file to step one."""
    return send(client, "/essays/new", step="read", file=(io.BytesIO(data), name))


def preview(page: TestResponse) -> dict[str, str]:
    """Return step two's fields as a browser would send them."""
    form = page.text.partition('<form method="post" action="/essays/new"')[2]
    hidden = {name: _unescape(value) for name, value in HIDDEN.findall(form)}
    # Browsers send every line end as CR LF.
    hidden["text"] = hidden["text"].replace("\n", "\r\n")
    hidden.pop("csrf_token")
    return hidden | {
        "step": "store",
        "title": "The river",
        "byline": "Jin Se-keun",
        "appeared": "A paper, 1950",
        "language": "en",
        "direction": "",
        "reviews_needed": "2",
        "scale": "fever",
        "mark": "none",
    }


def _unescape(value: str) -> str:
    for entity, sign in (("&#34;", '"'), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">")):
        value = value.replace(entity, sign)
    return value.replace("&amp;", "&")


def count(session: Session, model: type) -> int:
    return session.scalar(select(func.count()).select_from(model))


def test_a_file_is_shown_as_understood_and_then_stored_to_the_letter(
    editor: FlaskClient, session: Session
):
    page = read(editor, TEXT.encode())
    assert page.status_code == 200
    assert 'value="A river"' in page.text
    assert 'value="Jin Se-keun"' in page.text
    assert "UTF-8" in page.text
    assert "All sentences" in page.text
    assert count(session, Essay) == 0
    answer = send(editor, "/essays/new", **preview(page))
    assert answer.location == "/essays/the-river/workbench"
    essay = find_essay(session, "the-river")
    assert whole_text(session, current_version(session, essay).id) == TEXT
    assert (essay.byline, essay.appeared) == ("Jin Se-keun", "A paper, 1950")
    assert (essay.reviews_needed, essay.scale.key) == (2, "fever")
    assert essay.direction == "ltr"


def test_a_pasted_text_is_read(editor: FlaskClient):
    page = send(editor, "/essays/new", step="read", pasted="It rained.\r\nIt snowed.")
    assert page.status_code == 200
    assert "Is this right?" in page.text


def test_a_long_text_shows_its_first_sentences(editor: FlaskClient):
    page = read(editor, "\n".join(f"It rained {n} days." for n in range(20)).encode())
    assert "The first 8 sentences" in page.text
    assert "It rained 7 days." in page.text.partition("What was read")[2]
    assert "It rained 8 days." not in page.text.partition("What was read")[2]


def test_every_sentence_may_become_a_claim(editor: FlaskClient, session: Session):
    page = read(editor, TEXT.encode())
    send(editor, "/essays/new", **preview(page) | {"mark": "all"})
    assert count(session, Claim) == 3


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"  \n ", "There are no words in this text."),
        (b"a\0b", "Nothing was stored"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "Nothing was stored"),
    ],
)
def test_what_cannot_be_read_is_refused_on_its_field(
    editor: FlaskClient, session: Session, data: bytes, why: str
):
    page = read(editor, data, "river.txt")
    assert page.status_code == 422
    assert why in page.text
    error = re.search(r'<p class="error" id="file-error">', page.text)
    assert error
    assert re.search(
        r'<input[^>]*aria-describedby="file-error[^>]*autofocus', page.text
    )
    assert count(session, Essay) == 0


def test_nothing_at_all_is_refused(editor: FlaskClient):
    page = send(editor, "/essays/new", step="read", pasted="")
    assert page.status_code == 422
    assert 'id="pasted-error"' in page.text


def test_a_file_and_a_pasted_text_are_one_too_many(editor: FlaskClient):
    file = (io.BytesIO(b"It rained."), "a.txt")
    page = send(editor, "/essays/new", step="read", pasted="It snowed.", file=file)
    assert page.status_code == 422
    assert "Keep one of them." in page.text
    assert "It snowed." in page.text


def test_a_text_over_the_limit_is_refused(
    editor: FlaskClient, app: Flask, settings: Settings, session: Session
):
    app.config["FACTCHECK"] = replace(settings, max_document_bytes=1_000)
    page = read(editor, b"It rained. " * 100)
    assert page.status_code == 422
    assert "at most 1,000 bytes" in page.text
    assert count(session, Essay) == 0


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("title", " ", "Give the essay a title."),
        ("language", "!", "Write the language as a tag"),
        ("reviews_needed", "9", "Ask for 1 to 5 reviews"),
        ("reviews_needed", "many", "Not a valid integer value."),
        ("scale", "stars", "Not a valid choice"),
        ("mark", "some", "Not a valid choice"),
    ],
)
def test_a_detail_that_cannot_be_kept_is_refused_on_its_field(
    editor: FlaskClient, session: Session, field: str, value: str, why: str
):
    fields = preview(read(editor, TEXT.encode())) | {field: value}
    page = send(editor, "/essays/new", **fields)
    assert page.status_code == 422
    assert why in page.text
    assert "A paper, 1950" in page.text
    assert count(session, Essay) == 0


def test_a_text_that_changed_on_the_way_is_not_stored(
    editor: FlaskClient, session: Session
):
    fields = preview(read(editor, TEXT.encode())) | {"text": "Something else."}
    page = send(editor, "/essays/new", **fields)
    assert page.status_code == 422
    assert "changed on its way" in page.text
    assert count(session, Essay) == 0


def test_an_essay_can_be_read_again_in_another_language(
    editor: FlaskClient, session: Session
):
    fields = preview(read(editor, TEXT.encode())) | {"language": "ko", "again": "yes"}
    page = send(editor, "/essays/new", **fields)
    assert page.status_code == 200
    assert 'class="sentences" lang="ko"' in page.text
    assert 'value="The river"' in page.text
    assert count(session, Essay) == 0


def test_an_exported_essay_comes_back_whole(
    editor: FlaskClient, session: Session, people
):
    essay = essays.essay(session)
    claim = essays.mark(session, essay, people[Role.EDITOR], "The river rose")
    essays.save(session, claim, people[Role.REVIEWER])
    session.flush()
    exported = write_json(annotated_essay(session, essay))
    session.rollback()
    session.add_all(people.values())
    answer = read(editor, exported, "the-river.json")
    assert answer.location == "/essays/the-river"
    assert "cannot sign in" in editor.get("/").text
    again = write_json(annotated_essay(session, find_essay(session, "the-river")))
    assert again == exported


def test_a_damaged_export_is_refused(editor: FlaskClient, session: Session):
    essay = essays.essay(session)
    damaged = write_json(annotated_essay(session, essay))[:-20]
    session.rollback()
    page = read(editor, damaged, "the-river.json")
    assert page.status_code == 422
    assert 'id="file-error"' in page.text


def test_the_page_leads_on(visit: Visit, session: Session):
    essays.essay(session)
    session.commit()
    editor, reviewer = (
        visit(r).get("/essays/the-river").text for r in (Role.EDITOR, Role.REVIEWER)
    )
    for page in (editor, reviewer):
        assert "Working copy, not published." in page
        assert 'href="/essays/the-river/workbench"' in page
        for name in ("html", "markdown", "json", "csv"):
            assert f'href="/essays/the-river/export/{name}"' in page
    assert 'href="/essays/the-river/publish"' in editor
    assert 'href="/essays/the-river/publish"' not in reviewer


def test_an_essay_called_new_does_not_hide_behind_the_form(
    editor: FlaskClient, session: Session
):
    essay = essays.essay(session, title="New")
    session.commit()
    assert editor.get(f"/essays/{essay.slug}").status_code == 200
    assert "Working copy" in editor.get(f"/essays/{essay.slug}").text


def test_step_two_needs_its_token(editor: FlaskClient):
    fields = preview(read(editor, TEXT.encode()))
    assert token(editor)
    assert editor.post("/essays/new", data=fields).status_code == 400


def test_a_language_is_recognised_and_its_direction_follows(
    editor: FlaskClient, session: Session
):
    text = (TONGUES / "ar.txt").read_bytes()
    page = read(editor, text)
    assert 'name="language"' in page.text
    assert 'value="ar"' in page.text
    assert "Arabic, right to left" in page.text
    assert '<ol class="sentences" lang="ar" dir="rtl">' in page.text
    send(editor, "/essays/new", **preview(page) | {"language": "ar"})
    essay = find_essay(session, "the-river")
    assert (essay.language, essay.direction) == ("ar", "rtl")
    page = editor.get("/essays/the-river/details").text
    assert '<option selected value="">As the language is written' in page
    assert "Sentences stay as they are cut" in page
    cut = session.scalars(select(Sentence.start)).all()
    details = {"title": "A river", "revision": "1", "reviews_needed": "1"}
    send(editor, "/essays/the-river/details", **details, language="fr", direction="")
    session.refresh(essay)
    assert (essay.language, essay.direction) == ("fr", "ltr")
    assert session.scalars(select(Sentence.start)).all() == cut
