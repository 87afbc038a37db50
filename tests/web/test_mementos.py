"""Archived copies noted on a source's page, printed with it, and taken back."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.mementos import note_found
from factcheck.models import Event, Memento, User
from factcheck.rules.mementos import memento_of
from factcheck.rules.permissions import Role
from tests.factories.people import person
from tests.factories.visits import arrive, send
from tests.web.conftest import Visit
from tests.web.test_evidence import HERE, reviewer, robin

__all__ = ["reviewer", "robin"]

SOURCE = f"{HERE}/sources/1"
ARCHIVED = "https://web.archive.org/web/20190303120000/http://example.org/gauge/"
LATER = "https://web.archive.org/web/2020/https://example.org/gauge"


def test_an_archived_copy_is_noted_once(reviewer: FlaskClient, session: Session):
    for _ in range(2):
        answer = send(reviewer, f"{SOURCE}/mementos", url=ARCHIVED)
        assert answer.status_code == 303
    page = reviewer.get(SOURCE).text
    assert "Archived copy of 3 March 2019" in page
    assert "Noted by you." in page
    assert f'href="{ARCHIVED}"' in reviewer.get(HERE).text
    assert session.scalars(select(Memento.url)).all() == [ARCHIVED]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "no address of an archived copy"),
        ("https://example.org/gauge", "no address of an archived copy"),
        ("javascript:alert(1)", "An address starts with"),
        (ARCHIVED.replace("gauge", "other"), "an archived copy of another page"),
    ],
)
def test_what_is_no_copy_of_it_is_refused_in_words(
    reviewer: FlaskClient, session: Session, url: str, said: str
):
    answer = send(reviewer, f"{SOURCE}/mementos", url=url)
    assert answer.status_code == 422
    assert said in answer.text
    assert session.scalars(select(Memento)).all() == []


def test_what_is_given_comes_before_what_was_found(
    reviewer: FlaskClient, visit: Visit, session: Session
):
    send(reviewer, f"{SOURCE}/mementos", url=ARCHIVED)
    note_found(session, "web:example.org/gauge", memento_of(LATER))
    session.commit()
    assert "Archived copy of 3 March 2019." in reviewer.get(HERE).text
    page = visit(Role.EDITOR).get(SOURCE).text
    assert "Noted at this desk." in page
    assert "Robin Hale" not in page
    assert "Found when the page was gone" in reviewer.get(SOURCE).text


def test_it_is_taken_back_by_whoever_noted_it_or_an_editor(
    app: Flask, reviewer: FlaskClient, visit: Visit, session: Session, robin: User
):
    send(reviewer, f"{SOURCE}/mementos", url=ARCHIVED)
    note_found(session, "web:example.org/gauge", memento_of(LATER))
    session.commit()
    kinds = select(Event.kind).where(Event.kind.like("source.%")).order_by(Event.id)

    assert send(reviewer, f"{SOURCE}/mementos/2/remove").status_code == 403
    assert send(reviewer, f"{SOURCE}/mementos/1/remove").status_code == 303
    assert send(reviewer, f"{SOURCE}/mementos/1/remove").status_code == 404
    assert send(visit(Role.EDITOR), f"{SOURCE}/mementos/2/remove").status_code == 303
    other = person(session, name="Sunmi Cho")
    session.commit()
    stranger = arrive(app.test_client(), other)
    assert send(stranger, f"{SOURCE}/mementos", url=ARCHIVED).status_code == 404
    told = ["source.archived", "source.unarchived", "source.unarchived"]
    assert session.scalars(kinds).all() == told
    assert robin.id != other.id
