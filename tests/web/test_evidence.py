"""A source's own page: a copy uploaded, the quotation checked, the passage shown."""

import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factcheck.actions.mementos import note_found
from factcheck.actions.quotations import check_next, forget_unquoted
from factcheck.keeping import place
from factcheck.models import Citation, Essay, Fetch, QuotationCheck, Snapshot, User
from factcheck.rules.citations import CitationFacts, SourceFacts, Stance
from factcheck.rules.mementos import memento_of
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person
from tests.factories.visits import arrive, token
from tests.web.conftest import Visit

ARCHIVED = "https://web.archive.org/web/20190303120000/https://example.org/gauge"
HERE = "/essays/the-river/claims/1"
BOOK = "The gauge was read each noon. In 1949 the river rose by four feet 🌊."


@pytest.fixture
def robin(session: Session, people: dict[Role, User]) -> User:
    """Who cited the gauge book for the first claim, and gave the review."""
    robin = people[Role.REVIEWER]
    essay = essays.essay(session, actor=people[Role.EDITOR], reviews_needed=2)
    claim = essays.mark(session, essay, robin, "The river rose")
    cite(session, essay, robin, "In 1949 the river rose")
    session.commit()
    assert claim.number == 1
    return robin


def cite(session: Session, essay: Essay, who: User, quote: str) -> None:
    claim = essays.claim(session, essay, 1)
    source = SourceFacts(title="Gauge book", url="https://example.org/gauge")
    cited = CitationFacts(source, quote=quote, stance=Stance.SUPPORTS)
    essays.save(session, claim, who, essays.facts(citations=(cited,)))
    session.commit()


@pytest.fixture
def reviewer(visit: Visit, robin: User) -> FlaskClient:
    return visit(Role(robin.role))


def upload(
    client: FlaskClient, data: bytes, name: str = "book.txt", citation: int = 1
) -> TestResponse:
    with io.BytesIO(data) as file:
        return client.post(
            f"{HERE}/sources/{citation}",
            data={"csrf_token": token(client), "file": (file, name)},
        )


def test_a_copy_is_kept_and_the_passage_shown(
    app: Flask, reviewer: FlaskClient, session: Session
):
    page = reviewer.get(f"{HERE}/sources/1").text
    assert "The page is being fetched." in page

    assert upload(reviewer, BOOK.encode()).status_code == 303

    page = reviewer.get(f"{HERE}/sources/1").text
    assert "Quotation checked against a copy kept on" in page
    assert '<mark id="passage">In 1949 the river rose</mark>' in page
    kept = session.scalars(select(Snapshot)).one()
    assert kept.source_key == "web:example.org/gauge"
    file = place(app.config["FACTCHECK"].copies_dir, kept.sha256)
    assert file.read_text() == BOOK
    assert "Quotation checked against" in reviewer.get(HERE).text
    bench = reviewer.get("/essays/the-river/workbench?c=1").text
    assert f"{HERE}/sources/1#passage" in bench


def test_a_changed_quotation_is_checked_again(
    reviewer: FlaskClient, robin: User, session: Session
):
    upload(reviewer, BOOK.encode())
    essay = session.scalars(select(Essay)).one()
    cite(session, essay, robin, "In 1949 the river fell")
    page = reviewer.get(f"{HERE}/sources/1").text
    assert "the quotation will be looked for in it" in page

    assert check_next(session)
    assert not check_next(session)
    forget_unquoted(session)
    session.commit()

    page = reviewer.get(f"{HERE}/sources/1").text
    assert "Quotation altered: 1 word differs" in page
    assert "<del>rose</del><ins>fell</ins>" in page
    for address in (HERE, "/essays/the-river/workbench?c=1"):
        shown = reviewer.get(address).text
        assert "A quotation is not what its source says, word for word." in shown
        assert "It rests on one source alone." in shown
    assert session.scalar(select(func.count(QuotationCheck.id))) == 1


def test_a_new_copy_is_what_counts(reviewer: FlaskClient):
    upload(reviewer, BOOK.encode())
    upload(reviewer, b"Nothing about any of it is left on this page.")
    page = reviewer.get(f"{HERE}/sources/1").text
    assert "Quotation not found in the copy kept on" in page
    assert page.count("SHA-256") == 2


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "", "Choose a file first."),
        (b"  \n", "book.txt", "no words"),
        (b"\x89PNG\r\n", "book.png", "This is an image"),
        (b"<svg onload='alert(1)'></svg>", "book.png", "may hold programs"),
        (b"a\0b", "book.txt", "Nothing was stored."),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(
    reviewer: FlaskClient, session: Session, data: bytes, name: str, said: str
):
    answer = upload(reviewer, data, name)
    assert answer.status_code == 422
    assert said in answer.text
    assert session.scalar(select(func.count(Snapshot.id))) == 0


def test_anothers_unsettled_source_is_not_there(
    app: Flask, robin: User, session: Session
):
    other = person(session, name="Sunmi Cho")
    session.commit()
    client = arrive(app.test_client(), other)
    assert robin.id != other.id
    assert client.get(f"{HERE}/sources/1").status_code == 404
    assert upload(client, BOOK.encode()).status_code == 404
    assert session.scalar(select(func.count(Snapshot.id))) == 0


def test_two_who_cite_one_page_share_its_copy(
    app: Flask, reviewer: FlaskClient, session: Session
):
    upload(reviewer, BOOK.encode())
    other = person(session, name="Sunmi Cho")
    essay = session.scalars(select(Essay)).one()
    claim = essays.claim(session, essay, 1)
    source = SourceFacts(title="The book", url="http://example.org/gauge/?utm_source=x")
    cited = CitationFacts(source, quote="The gauge was read each noon")
    essays.save(session, claim, other, essays.facts(citations=(cited,)))
    check_next(session)
    session.commit()
    number = session.scalars(select(func.max(Citation.id))).one()

    page = arrive(app.test_client(), other).get(f"{HERE}/sources/{number}").text

    assert '<mark id="passage">The gauge was read each noon</mark>' in page


def test_the_annotated_essay_tells_how_the_quotation_stands(
    reviewer: FlaskClient, robin: User, session: Session
):
    upload(reviewer, BOOK.encode())
    other = person(session, name="Sunmi Cho")
    cite(session, session.scalars(select(Essay)).one(), other, "the river rose by six")
    check_next(session)
    session.commit()
    assert robin.id != other.id

    page = reviewer.get("/essays/the-river").text
    exported = reviewer.get("/essays/the-river/export/json").get_json()
    text = reviewer.get("/essays/the-river/export/markdown").text

    for shown in (page, text):
        assert "Quotation checked against a copy kept on" in shown
        assert "Quotation altered: 1 word differs" in shown
        assert "the river rose by four" in shown
    for name in ("csv", "webannotation"):
        told = reviewer.get(f"/essays/the-river/export/{name}").text
        assert "Quotation altered: 1 word differs" in told
    assert '"sourceDateStart"' in told
    sources = exported["claims"][0]["sources"]
    found = [source["quotation"] for source in sources]
    assert [one["outcome"] for one in found] == ["exact", "altered"]
    assert found[1]["stands"] == "the river rose by four"


def test_what_is_gone_is_on_the_desk_of_those_who_may_know(
    app: Flask, visit: Visit, robin: User, session: Session
):
    gone = update(Fetch).values(state="failed", said="The page is not there.")
    session.execute(gone)
    other = person(session, name="Sunmi Cho")
    session.commit()
    told = "The page is not there."
    note_found(session, "web:example.org/gauge", memento_of(ARCHIVED))
    session.commit()
    assert "Archived copy of 3 March 2019." in visit(Role(robin.role)).get("/").text

    assert told in visit(Role(robin.role)).get("/").text
    assert told in visit(Role.EDITOR).get("/").text
    assert told not in arrive(app.test_client(), other).get("/").text
