"""What went wrong, in words; nothing typed is lost."""

import logging

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from factcheck.errors import (
    DatabaseError,
    FactcheckError,
    ForbiddenError,
    InvalidError,
    NotFoundError,
    NothingToUndoError,
    StaleError,
    UnreadableError,
)
from factcheck.rules.permissions import Role
from tests.factories.visits import send, token
from tests.web.conftest import Visit

JSON = {"Accept": "application/json"}
REFUSALS = [
    (NotFoundError("There is no such claim."), 404),
    (ForbiddenError("You may not do this."), 403),
    (StaleError("Somebody was faster.", who="Ines"), 409),
    (NothingToUndoError("Nothing is left to undo."), 409),
    (InvalidError("title", "Give it a title."), 422),
    (UnreadableError("There are no words in it."), 422),
    (DatabaseError("The database is out of reach."), 500),
    (FactcheckError("Something else."), 422),
]


@pytest.fixture
def break_with(app: Flask):
    """Let an address of the desk fail in a given way."""

    def put(error: Exception) -> None:
        def fail() -> str:
            raise error

        app.view_functions["help.words"] = fail
        app.view_functions["history.undo"] = lambda slug: fail()  # noqa: ARG005

    return put


@pytest.mark.parametrize(("error", "status"), REFUSALS)
def test_a_refusal_keeps_its_words(
    visit: Visit, break_with, error: FactcheckError, status: int
):
    client = visit(Role.REVIEWER)
    break_with(error)
    answer = client.get("/words")
    assert answer.status_code == status
    assert error.message in answer.text
    assert "Robin Hale" in answer.text
    told = client.get("/words", headers=JSON)
    assert told.status_code == status
    assert told.json == {
        "error": {"message": error.message, "field": getattr(error, "field", "")}
    }


@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 413, 418, 422, 429])
def test_every_error_is_a_page_in_words(app: Flask, visit: Visit, status: int):
    client = visit(Role.REVIEWER)
    app.view_functions["help.words"] = lambda: abort(status)
    answer = client.get("/words")
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "To the desk" in answer.text
    told = client.get("/words", headers=JSON).json
    assert told["error"]["message"]


def test_a_method_that_is_not_allowed_says_which_are(client: FlaskClient):
    answer = client.get("/sign-out")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]
    assert answer.content_type == "text/html; charset=utf-8"


def test_redirects_and_prepared_answers_pass(app: Flask, visit: Visit):
    client = visit(Role.REVIEWER)
    answer = app.make_response(("as it is", 418))
    app.view_functions["help.words"] = lambda: abort(answer)
    assert client.get("/words").text == "as it is"


def test_what_breaks_shows_no_trace_and_gives_back_what_was_typed(
    app: Flask,
    visit: Visit,
    break_with,
    caplog: pytest.LogCaptureFixture,
):
    client = visit(Role.REVIEWER)
    app.testing = False
    break_with(ZeroDivisionError("a secret of the house"))
    with caplog.at_level(logging.CRITICAL, logger=app.logger.name):
        answer = send(client, "/essays/x/undo", finding="It did <b>not</b>.")
        told = client.get("/words", headers=JSON)
    assert answer.status_code == told.status_code == 500
    assert "everything saved before it is safe" in answer.text
    assert "It did &lt;b&gt;not&lt;/b&gt;." in answer.text
    assert "secret" not in answer.text + told.text
    assert "safe" in told.json["error"]["message"]


def test_an_old_form_loses_nothing(visit: Visit):
    client = visit(Role.REVIEWER)
    fields = {
        "csrf_token": "old",
        "finding": "It rose in 1949.",
        "password": "not to be shown",
        "revision": "17",
        "empty": " ",
    }
    answer = client.post("/essays/x/undo", data=fields)
    assert answer.status_code == 400
    assert "This form is from an earlier visit" in answer.text
    assert "It rose in 1949." in answer.text
    assert "not to be shown" not in answer.text
    assert "17" not in answer.text.partition("What you typed")[2].partition("</main")[0]


def test_whoever_was_signed_out_meanwhile_loses_nothing(client: FlaskClient):
    answer = client.post("/essays/x/undo", data={"finding": "It rose in 1949."})
    assert answer.status_code == 401
    assert "You are signed out" in answer.text
    assert "It rose in 1949." in answer.text
    told = client.get("/essays/x", headers=JSON)
    assert told.status_code == 401
    assert told.json["error"]["message"].startswith("Nothing was changed. Sign in")


def test_a_script_may_send_the_token_in_a_header(visit: Visit):
    client = visit(Role.REVIEWER)
    headers = {"X-CSRFToken": token(client), **JSON}
    assert client.post("/essays/x/undo", headers=headers).status_code == 404


def test_what_is_too_large_is_refused_in_words(app: Flask, visit: Visit):
    client = visit(Role.EDITOR)
    given = token(client)
    app.config["MAX_CONTENT_LENGTH"] = 1_000
    fields = {"csrf_token": given, "pasted": "x" * 2_000}
    answer = client.post("/essays/new", data=fields)
    assert answer.status_code == 413
    assert "larger than 20 MB, the most that this desk takes" in answer.text
    stranger = app.test_client()
    assert stranger.post("/essays/new", data=fields).status_code == 401


def test_a_whole_essay_is_not_given_back_as_typed(client: FlaskClient):
    answer = client.post("/essays/new", data={"pasted": "x" * 200_000})
    assert answer.status_code == 401
    assert "What you typed" not in answer.text
