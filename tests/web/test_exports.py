"""The annotated essay as a file."""

import io
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
from tests.exports.parsing import told
from tests.factories import essays
from tests.factories.visits import send
from tests.web.conftest import Visit

pytestmark = pytest.mark.usefixtures("unset_pdfs")


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


WORKING = [n for n, f in FORMATS.items() if not f.of_editions and not f.of_the_desk]
PUBLISHED = [n for n, f in FORMATS.items() if not f.of_the_desk]


@pytest.mark.parametrize("name", WORKING)
def test_a_file_is_what_the_format_writes(visit: Visit, session: Session, name: str):
    fmt = FORMATS[name]
    answer = visit(Role.REVIEWER).get(f"/essays/the-river/export/{name}")
    essay = annotated_essay(session, find_essay(session, "the-river"))
    assert answer.data == fmt.write(essay, addresses_under("", desk="Factcheck"))
    assert answer.headers["Content-Type"] == fmt.media_type
    assert filename(answer) == f"the-river.{fmt.extension}"
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("name", PUBLISHED)
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


def test_an_archive_is_an_editor_s_to_take_and_comes_in_by_the_form(visit: Visit):
    path, client = "/essays/the-river/export/archive", visit(Role.EDITOR)
    assert path in client.get("/essays/the-river").text
    answer = client.get(path)
    assert filename(answer) == "the-river.zip"
    read = send(
        client, "/essays/new", step="read", file=(io.BytesIO(answer.data), "a.zip")
    )
    assert read.location == "/essays/the-river-2"
    both = [told(client.get(p).data) for p in (path, path.replace("river", "river-2"))]
    slugs = [found.replace("the-river-2", "the-river") for found in both]
    assert "essay.brought_in" not in slugs[1]
    assert slugs[0].count("\n") == slugs[1].count("\n")
    cut = io.BytesIO(answer.data[:2_000])
    refused = send(client, "/essays/new", step="read", file=(cut, "a.zip"))
    assert refused.status_code == 422
    assert "The archive is damaged" in refused.text


def test_an_archive_is_nobody_else_s_and_of_no_edition(visit: Visit):
    reviewer = visit(Role.REVIEWER)
    assert "export/archive" not in reviewer.get("/essays/the-river").text
    assert reviewer.get("/essays/the-river/export/archive").status_code == 403
    assert visit(None).get("/e/the-river/1/export/archive").status_code == 404


def test_an_archive_tells_no_names_that_are_hidden(visit: Visit, session: Session):
    essay = find_essay(session, "the-river")
    essay.hide_names, essay.reviews_needed = True, 2
    session.commit()
    answer = visit(Role.EDITOR).get("/essays/the-river/export/archive")
    assert answer.status_code == 403
    assert "names are hidden" in answer.text
