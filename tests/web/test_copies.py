"""A kept copy's bytes, shown or given so that nothing in them runs."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from factcheck.keeping import keep
from factcheck.models import Essay, Fetch, Snapshot, User
from factcheck.rules.permissions import Role
from tests.factories.people import person
from tests.factories.visits import arrive
from tests.fetching.site import PICTURE
from tests.web.conftest import Visit
from tests.web.test_evidence import BOOK, HERE, cite, reviewer, robin, upload

__all__ = ["reviewer", "robin"]

SOURCE = f"{HERE}/sources/1"
PAGE = b"<!doctype html><html><body><p>The gauge was read.</p><script>alert(1)</script>"


def test_a_picture_is_kept_and_shown_and_there_is_nothing_to_check_against(
    app: Flask, reviewer: FlaskClient, session: Session
):
    assert upload(reviewer, PICTURE, "page.html").status_code == 303

    page = reviewer.get(SOURCE).text
    assert "The copy of" in page
    assert "there is nothing to check the quotation against" in page
    assert f'src="{SOURCE}/copies/1"' in page
    shown = reviewer.get(f"{SOURCE}/copies/1")
    assert shown.data == PICTURE
    assert shown.content_type == "image/png"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    assert "default-src 'none'" in shown.headers["Content-Security-Policy"]
    assert "attachment" not in shown.headers["Content-Disposition"]
    assert "quotation" not in str(reviewer.get("/essays/the-river/export/json").json)
    assert app.config["FACTCHECK"].copies_dir.is_dir()
    assert session.scalars(select(Snapshot.text)).one() == ""


def test_words_count_before_a_later_picture(reviewer: FlaskClient):
    upload(reviewer, BOOK.encode())
    upload(reviewer, PICTURE, "photo.png")
    page = reviewer.get(SOURCE).text
    assert "Quotation checked against a copy kept on" in page
    assert '<mark id="passage">' in page
    assert page.count("SHA-256") == 2
    assert "Look at the picture" in page


def test_a_page_is_given_as_a_file_that_does_not_open(reviewer: FlaskClient):
    upload(reviewer, PAGE, "page.html")
    given = reviewer.get(f"{SOURCE}/copies/1")
    assert given.data == PAGE
    assert given.content_type == "application/octet-stream"
    assert given.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in given.headers["Content-Security-Policy"]
    assert "<script>alert(1)" not in reviewer.get(SOURCE).text
    assert reviewer.get(f"{SOURCE}/copies/1/warc").status_code == 404


def test_the_exchange_that_brought_a_copy_is_given_as_warc(
    app: Flask, reviewer: FlaskClient, session: Session
):
    upload(reviewer, BOOK.encode())
    digest = keep(app.config["FACTCHECK"].copies_dir, b"a WARC file")
    session.execute(update(Snapshot).values(warc_sha256=digest, status=200))
    session.commit()

    assert "Download as WARC" in reviewer.get(SOURCE).text
    given = reviewer.get(f"{SOURCE}/copies/1/warc")
    assert (given.data, given.content_type) == (b"a WARC file", "application/warc")


def test_what_another_cites_unseen_is_not_given(
    app: Flask, reviewer: FlaskClient, session: Session
):
    upload(reviewer, PICTURE, "photo.png")
    other = person(session, name="Sunmi Cho")
    session.commit()
    stranger = arrive(app.test_client(), other)
    assert stranger.get(f"{SOURCE}/copies/1").status_code == 404
    assert reviewer.get(f"{SOURCE}/copies/2").status_code == 404


def test_a_copy_whose_file_is_lost_is_told_in_words(
    reviewer: FlaskClient, session: Session
):
    upload(reviewer, BOOK.encode())
    session.execute(update(Snapshot).values(sha256="0" * 64))
    session.commit()
    answer = reviewer.get(f"{SOURCE}/copies/1")
    assert answer.status_code == 404
    assert "may have it in a backup" in answer.text


def test_the_editor_who_rules_sees_what_is_worth_a_look(
    visit: Visit, robin: User, session: Session
):
    other = person(session, name="Sunmi Cho")
    essay = session.scalars(select(Essay)).one()
    cite(session, essay, other, "the river rose by six")
    gone = {"state": "failed", "said": "The page is not there.", "gone": True}
    session.execute(update(Fetch).values(**gone, moved_to="https://example.com/new"))
    session.commit()
    assert robin.id != other.id

    page = visit(Role.EDITOR).get(f"{HERE}/ruling").text

    assert "Worth a look" in page
    assert "It rests on one source alone." in page
    assert "A source is gone from its address." in page
    assert "The page is not there." in page
    assert "https://example.com/new" in page


@pytest.mark.parametrize("part", ["copies/1", "copies/1/warc"])
def test_a_copy_that_is_not_there(reviewer: FlaskClient, part: str):
    assert reviewer.get(f"{SOURCE}/{part}").status_code == 404
