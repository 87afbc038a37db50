"""Blind until given: no address tells a reviewer what another wrote.

Every address of the tables of routes, and every export, is fetched by a reviewer while
a claim still needs reviews; a secret that another reviewer wrote must be in none of
the answers. Two planted leaks prove that the walk would notice.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import ChoiceLoader, DictLoader
from sqlalchemy.orm import Session

from factcheck.exports import FORMATS
from factcheck.models import Essay, User
from factcheck.queries import hand, known_events
from factcheck.rules.citations import CitationFacts, SourceFacts
from factcheck.rules.permissions import Role
from tests.api.addresses import OPERATIONS
from tests.exports.parsing import told
from tests.factories import essays, people
from tests.factories.programs import ROOT, bearer, secret_of
from tests.factories.visits import arrive
from tests.web.test_routes import TABLE

pytestmark = pytest.mark.usefixtures("unset_pdfs")

# What notices a leak is the same whatever the desk is kept in.
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

SECRET = "Zanzibar-7"
SLUG = "the-river"


@pytest.fixture
def sunmi(session: Session) -> User:
    return people.person(session, name="Sunmi Cho")


@pytest.fixture
def river(session: Session, sunmi: User) -> Essay:
    """An essay that needs two reviews of each claim and has one, with a secret."""
    essay = essays.essay(session, reviews_needed=2)
    claim = essays.mark(session, essay, sunmi, "The river rose in 1949.")
    source = SourceFacts(title=SECRET, url=f"https://example.org/{SECRET}")
    said = essays.facts(
        verdict="false",
        finding=f"{SECRET} says otherwise.",
        explanation=SECRET,
        citations=(CitationFacts(source, quote=SECRET),),
        second_look=True,
    )
    essays.save(session, claim, sunmi, said)
    session.commit()
    return essay


@pytest.fixture
def robin(session: Session, app: Flask, river: Essay) -> FlaskClient:
    """A reviewer who gave nothing yet; the essay is there before they look."""
    assert river.reviews_needed == 2
    person = people.person(session, name="Robin Hale")
    session.commit()
    return enter(app, session, person)


def enter(app: Flask, session: Session, person: User) -> FlaskClient:
    """Let somebody in at both doors: by a cookie for pages, by a token for JSON."""
    client = arrive(app.test_client(), person)
    token = bearer(secret_of(session, person))["Authorization"]
    client.environ_base["HTTP_AUTHORIZATION"] = token
    return client


def addresses() -> Iterator[str]:
    """Every address a reviewer could open, with the ways of looking at a workbench."""
    for (_, method), visited in TABLE.items():
        if method == "GET":
            yield visited.path
    for show in ("all", "new", "likely", "claims", "open", "look"):
        for part in ("", "&part=panel", "&part=rows&below=0"):
            yield f"/essays/{SLUG}/workbench?s=1&c=1&show={show}{part}"
    yield from (f"/sources/{way}" for way in ("find?q=https", "export/bibtex"))
    for name in FORMATS:
        yield f"/essays/{SLUG}/export/{name}"
    for (_, method), asked in OPERATIONS.items():
        if method == "GET":
            yield ROOT + asked.path


def leaks(client: FlaskClient) -> set[str]:
    """Return the addresses whose answers, or their headers, hold the secret."""
    found = set()
    for path in addresses():
        with client.get(path) as answer:
            words = f"{answer.headers}{told(answer.get_data())}"
        if SECRET in words:
            found.add(path)
    return found


def test_no_address_gives_another_review_away(robin: FlaskClient):
    assert leaks(robin) == set()


def test_nor_before_the_day_of_reveal(
    session: Session, river: Essay, robin: FlaskClient
):
    other = people.person(session, name="Third Reader")
    claim = essays.claim(session, river, 1)
    river.reveal_at = datetime.now(UTC) + timedelta(days=1)
    essays.save(session, claim, other, essays.facts("false", f"{SECRET} too."))
    session.commit()

    assert leaks(robin) == set()


@pytest.mark.usefixtures("river")
def test_editors_see_it(session: Session, app: Flask):
    editor = people.person(session, Role.EDITOR)
    session.commit()

    assert leaks(enter(app, session, editor))


def test_once_given_it_is_open(session: Session, app: Flask, river: Essay):
    own = people.person(session, name="Third Reader")
    essays.save(session, essays.claim(session, river, 1), own)
    session.commit()

    assert f"/essays/{SLUG}/claims/1" in leaks(enter(app, session, own))


@on_sqlite
def test_a_leak_planted_in_a_query_is_found(
    robin: FlaskClient, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(hand, "may_see_review", lambda **_: True)

    assert leaks(robin) >= {
        f"/essays/{SLUG}/claims/1",
        f"/essays/{SLUG}/workbench",
        f"{ROOT}/essays/{SLUG}/claims/1/reviews",
    }


@on_sqlite
def test_a_leak_planted_in_the_history_is_found(
    robin: FlaskClient, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(known_events, "may_see_review", lambda **_: True)

    found = {f"/essays/{SLUG}/claims/1", f"/essays/{SLUG}/history"}
    assert leaks(robin) == {*found, f"{ROOT}/essays/{SLUG}/history"}


@on_sqlite
def test_a_leak_planted_in_a_template_is_found(app: Flask, robin: FlaskClient):
    app.jinja_env.loader = ChoiceLoader(
        [DictLoader({"desk/_row.html": SECRET}), app.jinja_env.loader]
    )

    assert leaks(robin) == {"/"}
