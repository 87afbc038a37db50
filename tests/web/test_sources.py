"""The desk's sources in the browser: listed, corrected, merged, brought in."""

import io
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from factcheck.actions.library import import_sources
from factcheck.models import Source, User
from factcheck.queries.sources import source_facts
from factcheck.rules.citations import SourceFacts
from factcheck.rules.permissions import Role
from tests.factories import essays, people
from tests.factories.visits import arrive, token

BOOK = SourceFacts(title="Gauge book", url="https://example.org/gauge", issued="1949")
SAME = SourceFacts(title="Gauge Book", url="http://www.example.org/gauge/")


@pytest.fixture
def editor(session: Session) -> User:
    editor = people.person(session, Role.EDITOR, name="Ines")
    for facts in (BOOK, SAME):
        import_sources(session, actor=editor, sources=[facts])
    session.commit()
    return editor


@pytest.fixture
def client(app: Flask, editor: User) -> FlaskClient:
    return arrive(app.test_client(), editor)


def facts(session: Session) -> list[SourceFacts]:
    session.rollback()
    rows = session.scalars(
        select(Source).where(Source.became_id.is_(None)).order_by(Source.id)
    )
    return [source_facts(row) for row in rows]


def typed(client: FlaskClient, path: str) -> dict[str, str]:
    """Return the fields of a page's form as a browser would send them."""
    page = client.get(path).text
    names = r'<input[^>]* name="([a-z_]+)"[^>]* value="([^"]*)"'
    return dict(re.findall(names, page)) | {"csrf_token": token(client, path)}


def test_the_list_is_narrowed_and_taken_away(client: FlaskClient):
    page = client.get("/sources?q=gauge+1949").text
    assert "Gauge book" in page
    assert "Gauge Book" not in page
    assert "Gauge Book" in client.get("/sources?twice=1").text
    assert "No source fits" in client.get("/sources?kind=book").text
    answer = client.get("/sources/export/bibtex?q=1949")
    assert answer.text.count("@online{") == 1
    assert "sources.bib" in answer.headers["Content-Disposition"]
    assert client.get("/sources/export/papyrus").status_code == 404


def test_a_source_is_found_as_it_is_written(client: FlaskClient):
    (found,) = client.get("/sources/find?q=gauge+1949").json
    assert (found["name"], found["line"]) == ("Gauge book", "1949")
    assert found["facts"]["url"] == BOOK.url
    assert client.get("/sources/find?q=").json == []


def test_a_correction_is_kept_shown_and_undone(client, session):
    form = typed(client, "/sources/1/edit") | {"archive": "River Office", "level": ""}
    form |= {"kind": "document", "title": "Gauge book of 1949", "interest": "None."}
    assert client.post("/sources/1/edit", data=form).status_code == 302
    page = client.get("/sources/1").text
    assert "Gauge book of 1949. 1949, River Office. Interest: None." in page
    late = client.post("/sources/1/edit", data=form | {"title": "Other"})
    assert late.status_code == 409
    assert "Stored now:" in late.text
    bad = client.post(
        "/sources/1/edit",
        data=typed(client, "/sources/1/edit") | {"kind": "book", "issued": "May"},
    )
    assert bad.status_code == 422
    sent = {"csrf_token": form["csrf_token"]}
    assert client.post("/sources/1/undo", data=sent).status_code == 303
    assert facts(session)[0] == BOOK


def test_two_are_merged_once(client, session):
    page = client.get("/sources/merge?source=1&source=2").text
    assert page.count("Keep this one") == 2
    form = {"kept": 1, "other": 2, "kept_revision": 1, "other_revision": 1}
    form["csrf_token"] = token(client, "/sources/1/edit")
    assert client.post("/sources/merge", data=form).status_code == 303
    assert facts(session) == [BOOK]
    assert client.get("/sources/2").location == "/sources/1"
    assert client.post("/sources/merge", data=form).status_code == 422
    assert "Gauge Book. http://www.example.org/gauge/" in client.get("/sources/1").text


def test_a_library_is_shown_before_it_is_kept(client, session):
    bib = b"@book{a, title={Mao Cult}, author={Leese, Daniel}, x={y}} @book{b, x={y}}"
    read = {"csrf_token": token(client, "/sources/import")}
    sent = read | {"file": (io.BytesIO(bib), "mine.bib")}
    page = client.post("/sources/import", data=sent).text
    assert "Mao Cult. Daniel Leese." in page
    assert "A source needs an address or a title." in page
    assert "Fields that are not kept: x." in page
    assert len(facts(session)) == 2
    carried = re.search(r'name="read"[^>]* value="([^"]*)"', page)[1]
    keep = read | {"step": "keep", "read": carried.replace("&#34;", '"')}
    assert client.post("/sources/import", data=keep).status_code == 303
    assert facts(session)[2].author == "Daniel Leese"
    for lost in ("[", "[1]", '[{"kind": "scroll"}]'):
        answer = client.post("/sources/import", data=keep | {"read": lost})
        assert answer.status_code == 422


def test_the_lists_questions_do_not_grow_with_it(client, session):
    def asked() -> int:
        seen: list[str] = []
        note = lambda *args: seen.append(args[2])  # noqa: E731
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        client.get("/sources")
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    few = asked()
    more = [SourceFacts(title=f"Book {number}") for number in range(60)]
    import_sources(session, actor=people.person(session, Role.EDITOR), sources=more)
    session.commit()
    assert asked() == few


def test_a_source_is_found_and_used_without_script(client, session, editor):
    essay = essays.essay(session)
    essays.mark(session, essay, editor, "The river rose")
    session.commit()
    path = f"/essays/{essay.slug}/claims/1/review"
    form = {"csrf_token": token(client, f"/essays/{essay.slug}/workbench?c=1")}
    form |= {"citations-0-title": "Mine", "find": "gauge 1949", "do": "find-source"}
    page = client.post(path, data=form).text
    assert page.count('value="use-source-1"') == 1
    page = client.post(path, data=form | {"do": "use-source-1"}).text
    assert 'name="citations-1-url" type="url" value="https://example.org/gauge"' in page
    assert client.post(path, data=form | {"do": "use-source-9"}).status_code == 404
