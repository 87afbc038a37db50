"""The annotated essay as a file."""

import json
import re
from email.message import Message
from urllib.parse import quote

import pytest
from sqlalchemy.orm import Session

from factcheck.actions.editions import publish_edition
from factcheck.exports.addresses import addresses_under
from factcheck.exports.formats import FORMATS
from factcheck.models import Edition, User
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.desk import list_essays
from factcheck.queries.essays import find_essay
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.web.conftest import Visit


@pytest.fixture(autouse=True)
def _river(session: Session, people: dict[Role, User]) -> None:
    """Let there be an essay and an edition of it."""
    editor = people[Role.EDITOR]
    essay = essays.essay(session, actor=editor)
    claim = essays.mark(session, essay, editor, "The river rose")
    essays.save(session, claim, editor)
    publish_edition(session, actor=editor, essay=essay, note="")
    session.commit()


def filename(answer) -> str:
    """Return the name a browser gives the file."""
    message = Message()
    message["Content-Disposition"] = answer.headers["Content-Disposition"]
    assert message.get_content_disposition() == "attachment"
    return message.get_filename()


@pytest.mark.parametrize("name", [n for n, f in FORMATS.items() if not f.of_editions])
def test_a_file_is_what_the_format_writes(visit: Visit, session: Session, name: str):
    fmt = FORMATS[name]
    answer = visit(Role.REVIEWER).get(f"/essays/the-river/export/{name}")
    essay = annotated_essay(session, find_essay(session, "the-river"))
    assert answer.data == fmt.write(essay, addresses_under("", desk="Factcheck"))
    assert answer.headers["Content-Type"] == fmt.media_type
    assert filename(answer) == f"the-river.{fmt.extension}"
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("name", FORMATS)
def test_an_edition_is_a_file_for_everyone(visit: Visit, name: str):
    fmt = FORMATS[name]
    answer = visit(None).get(f"/e/the-river/1/export/{name}")
    assert answer.status_code == 200
    assert filename(answer) == f"the-river-edition-1.{fmt.extension}"
    assert answer.headers["Cache-Control"] == "public, no-cache"


def test_the_json_of_an_edition_is_what_was_frozen(visit: Visit, session: Session):
    document = session.get(Edition, 1).document
    answer = visit(None).get("/e/the-river/1/export/json")
    assert answer.text == document
    assert json.loads(document)["claims"][0]["finding"] == "It did."


def test_a_browser_that_has_the_file_gets_no_second_one(visit: Visit):
    client = visit(None)
    path = "/e/the-river/1/export/csv"
    tag = client.get(path).headers["ETag"]
    again = client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_a_format_there_is_none_of_says_which_there_are(visit: Visit):
    answer = visit(Role.REVIEWER).get("/essays/the-river/export/scroll")
    assert answer.status_code == 404
    assert "html, markdown, json, csv, webannotation" in answer.text


def test_a_name_in_another_script_is_kept(visit: Visit, session: Session):
    essays.essay(session, title="강과 원자로")
    session.commit()
    slug = list_essays(session)[0].slug
    answer = visit(Role.REVIEWER).get(f"/essays/{quote(slug)}/export/csv")
    assert answer.status_code == 200
    header = answer.headers["Content-Disposition"]
    assert header.isascii()
    assert f"filename*=UTF-8''{quote(slug)}.csv" in header


def test_a_working_copy_is_not_given_as_what_is_published(visit: Visit):
    client = visit(Role.REVIEWER)
    answer = client.get("/essays/the-river/export/claimreview")
    assert answer.status_code == 404
    assert "Publish an edition" in answer.text
    assert "/export/claimreview" not in client.get("/essays/the-river").text


def test_a_claim_s_page_and_no_other_holds_its_claimreview(visit: Visit):
    client = visit(None)
    script = re.compile(r'<script type="application/ld\+json">(.*)</script>')
    (found,) = script.findall(client.get("/e/the-river/claims/1").text)
    review = json.loads(found)
    assert review["url"] == "http://localhost/e/the-river/claims/1"
    assert review["author"]["name"] == "Factcheck"
    (given,) = client.get("/e/the-river/1/export/claimreview").json
    assert given["reviewRating"] == review["reviewRating"]
    for page in ("/e/the-river", "/e/the-river/1", "/e/the-river/1/export/html"):
        assert "application/ld+json" not in client.get(page).text
