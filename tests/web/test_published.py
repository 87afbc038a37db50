"""What readers find beside an edition: claims, corrections, reports, the desk."""

from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from factcheck.actions.editions import publish_edition
from factcheck.models import Claim, Essay, User
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.visits import send, token
from tests.web.conftest import OpenDesk, Visit

PUBLISH = "/essays/the-river/publish"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def claim(session: Session, people: dict[Role, User]) -> Claim:
    """Return a claim, published as true and since found false."""
    editor = people[Role.EDITOR]
    essay = essays.essay(session, actor=editor)
    claim = essays.mark(session, essay, editor, "The river rose")
    essays.save(session, claim, editor)
    publish_edition(session, actor=editor, essay=essay, note="")
    essays.save(session, claim, editor, essays.facts("false", "It fell."))
    session.commit()
    return claim


@pytest.fixture
def editor(visit: Visit, claim: Claim) -> FlaskClient:  # noqa: ARG001
    """Return an editor's browser, with a correction to publish."""
    return visit(Role.EDITOR)


def correct(editor: FlaskClient) -> None:
    answer = send(editor, PUBLISH, note="One verdict.", seen="1", reason_1="A gauge.")
    assert answer.status_code == 302, answer.text


def test_the_publish_page_asks_why_each_verdict_changed(editor: FlaskClient):
    page = editor.get(PUBLISH).text
    assert "1 verdict differs from edition 1" in page
    assert "It said True; it now says False." in page
    answer = send(editor, PUBLISH, note="One verdict.", seen="1")
    assert answer.status_code == 422
    assert "Say why the verdict on claim 1 changed." in answer.text


def test_a_corrected_edition_says_so_at_its_head(editor: FlaskClient, visit: Visit):
    correct(editor)
    page = visit(None).get("/e/the-river").text
    assert "Corrections in this edition" in page
    assert "It said True; it now says False." in page
    assert "A gauge." in page
    assert "Corrections in this edition" not in visit(None).get("/e/the-river/1").text


def test_who_publishes_second_is_told_and_keeps_what_they_wrote(editor: FlaskClient):
    correct(editor)
    late = send(editor, PUBLISH, note="Mine.", seen="1", reason_1="Another.")
    assert late.status_code == 409
    assert "Ines Moreau published edition 2 at" in late.text
    assert "Mine." in late.text
    assert 'value="2"' in late.text
    again = send(editor, PUBLISH, note="Mine.", seen="2")
    assert again.status_code == 302


def test_each_claim_has_a_page_of_its_own(editor: FlaskClient, visit: Visit):
    correct(editor)
    stranger = visit(None)
    assert 'href="/e/the-river/claims/1">Link to this check' in (
        stranger.get("/e/the-river").text
    )
    answer = stranger.get("/e/the-river/claims/1")
    assert "Set-Cookie" not in answer.headers
    page = answer.text
    assert '<mark class="v-refuted">The river rose</mark> in 1949.' in page
    for words in ("False", "It fell.", "Gauge book", "Checked"):
        assert words in page
    assert "It said True; it now says False." in page
    assert "A gauge." in page
    assert 'href="/e/the-river#c1"' in page
    assert stranger.get("/e/the-river/claims/2").status_code == 404


def test_corrections_stand_on_one_page_the_newest_first(
    editor: FlaskClient, visit: Visit
):
    stranger = visit(None)
    assert "Nothing has been corrected so far." in stranger.get("/corrections").text
    correct(editor)
    answer = stranger.get("/corrections")
    assert "Set-Cookie" not in answer.headers
    assert "It said True; it now says False." in answer.text
    assert 'href="/e/the-river/claims/1"' in answer.text
    assert 'type="application/atom+xml"' in answer.text


def test_the_feed_has_absolute_addresses_and_can_be_kept(
    editor: FlaskClient, visit: Visit
):
    correct(editor)
    answer = visit(None).get("/corrections.atom")
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ET.fromstring(answer.data)  # noqa: S314 (our own)
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.find(f"{ATOM}id").text == "http://localhost/e/the-river/2"
    assert "A gauge." in entry.find(f"{ATOM}content").text
    tag = answer.headers["ETag"]
    again = visit(None).get("/corrections.atom", headers={"If-None-Match": tag})
    assert again.status_code == 304


def test_the_feed_names_the_public_address(open_desk: OpenDesk):
    desk = open_desk(public_url="https://check.example.org/")
    feed = desk.test_client().get("/corrections.atom").text
    assert "<id>https://check.example.org/corrections.atom</id>" in feed


@pytest.mark.usefixtures("claim")
def test_files_name_the_desk_where_readers_can_reach_it(open_desk: OpenDesk):
    desk = open_desk(public_url="https://check.example.org").test_client()
    for name in ("html", "markdown", "json", "csv"):
        text = desk.get(f"/e/the-river/1/export/{name}").text
        assert "https://check.example.org/about/method" in text, name


def test_what_is_taken_down_says_so_at_every_address(editor: FlaskClient, visit: Visit):
    correct(editor)
    assert send(editor, "/essays/the-river/unpublish").status_code == 422
    send(editor, "/essays/the-river/unpublish", note="The author asked.")
    stranger = visit(None)
    for path in ("", "/1", "/2", "/claims/1", "/report", "/1/export/json"):
        answer = stranger.get(f"/e/the-river{path}")
        assert answer.status_code == 410, path
        assert "The author asked." in answer.text
        assert "It fell." not in answer.text
    assert "The river" not in stranger.get("/corrections").text
    assert "The author asked." in editor.get(PUBLISH).text
    send(editor, PUBLISH, note="Up again.", seen="2")
    assert stranger.get("/e/the-river/1").status_code == 200
    assert "edition 3" in stranger.get("/e/the-river/1").text


def test_a_reader_reports_an_error_and_an_editor_takes_it_up(
    editor: FlaskClient, visit: Visit
):
    stranger = visit(None)
    assert 'href="/e/the-river/report"' in stranger.get("/e/the-river").text
    page = stranger.get("/e/the-river/report?claim=1")
    assert 'value="1"' in page.text
    own = token(stranger, "/sign-in")
    fields = {"csrf_token": own, "claim": "1", "text": "It <rose>."}
    sent = stranger.post("/e/the-river/report", data=fields)
    assert sent.location == "/e/the-river/report/thanks"
    assert "Thank you" in stranger.get(sent.location).text
    listed = editor.get("/reports").text
    assert "It &lt;rose&gt;." in listed
    assert 'href="/e/the-river/1#c1"' in listed
    send(editor, "/reports/1", state="answered", **{"from": "new"})
    assert "No report is new." in editor.get("/reports").text
    assert "answered by Ines Moreau" in editor.get("/reports?state=answered").text
    assert send(editor, "/reports/1", state="lost").status_code == 422
    assert send(editor, "/reports/9", state="read").status_code == 404


@pytest.mark.usefixtures("claim")
def test_an_empty_report_is_refused_with_what_was_written(visit: Visit):
    stranger = visit(None)
    fields = {"csrf_token": token(stranger, "/sign-in"), "contact": "me@example.org"}
    answer = stranger.post("/e/the-river/report", data=fields)
    assert answer.status_code == 422
    assert "Say what is wrong." in answer.text
    assert "me@example.org" in answer.text


@pytest.mark.usefixtures("claim")
def test_reports_are_limited(open_desk: OpenDesk):
    client = open_desk(sign_in_limit="2 per minute").test_client()
    fields = {"csrf_token": token(client, "/sign-in"), "text": "Wrong."}
    answers = [
        client.post("/e/the-river/report", data=fields).status_code for _ in range(3)
    ]
    assert answers == [303, 303, 429]


@pytest.mark.parametrize("key", ["method", "scale", "corrections"])
def test_the_desk_says_how_it_works(visit: Visit, editor: FlaskClient, key: str):
    stranger = visit(None)
    assert f'href="/about/{key}"' in stranger.get("/e/the-river").text
    answer = stranger.get(f"/about/{key}")
    assert "Set-Cookie" not in answer.headers
    assert answer.status_code == 200
    send(editor, f"/about/{key}/edit", text="One.\n\n<b>Two.</b>", revision="0")
    page = stranger.get(f"/about/{key}").text
    assert "&lt;b&gt;Two.&lt;/b&gt;" in page
    late = send(editor, f"/about/{key}/edit", text="Mine.", revision="0")
    assert late.status_code == 409
    assert "One." in late.text
    assert "Mine." in late.text
    assert send(editor, f"/about/{key}/edit", text="").status_code == 422
    assert send(editor, f"/about/{key}/edit", text="Mine.", revision="1").location


@pytest.mark.usefixtures("claim")
def test_the_scale_is_explained_by_its_own_definitions(visit: Visit):
    page = visit(None).get("/about/scale").text
    assert "Contradicted by the best available evidence." in page
    assert visit(None).get("/about/nothing").status_code == 404


def test_an_unpublished_essay_keeps_its_rows(session: Session, editor: FlaskClient):
    send(editor, "/essays/the-river/unpublish", note="Gone.")
    session.expire_all()
    essay = session.get(Essay, 1)
    assert essay.unpublished_note == "Gone."
