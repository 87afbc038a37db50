"""factcheck digests."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from factcheck.actions.people import edit_profile
from factcheck.config import read_settings
from factcheck.database import open_engine
from factcheck.models import User
from factcheck.models.base import now
from factcheck.rules.people import Profile
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person


@pytest.fixture
def session(desk):
    assert desk
    engine = open_engine(read_settings().database)
    with Session(engine, expire_on_commit=False) as session:
        yield session
    engine.dispose()


def reader(session: Session, role: Role = Role.REVIEWER, often: str = "daily") -> User:
    found = person(session, role, email=f"{role}@example.org")
    edit_profile(session, actor=found, profile=Profile("Ro", digest=often))
    session.commit()
    return found


def claim(session: Session, needed: int = 1):
    editor = person(session, Role.EDITOR)
    essay = essays.essay(session, actor=editor, reviews_needed=needed)
    made = essays.mark(session, essay, editor, "The river rose")
    session.commit()
    return made


def test_what_waits_is_told_once_a_day(desk, session, monkeypatch):
    monkeypatch.setenv("FACTCHECK_PUBLIC_URL", "https://check.example.org/")
    someone = reader(session)
    claim(session)
    result = desk("digests", "send")
    assert result.exit_code == 0, result.output
    assert "To: reviewer@example.org" in result.stdout
    assert (
        "1 claim to review: https://check.example.org/essays/the-river/workbench"
        in (result.stdout)
    )
    assert "1 sent, 0 with nothing to tell." in result.stdout
    assert "0 sent" in desk("digests", "send").stdout
    session.refresh(someone)
    someone.digest_sent_at = now() - timedelta(hours=21)
    session.commit()
    assert "1 sent" in desk("digests", "send").stdout


def test_an_editor_is_told_what_waits_for_a_ruling(desk, session):
    editor = reader(session, Role.EDITOR, "weekly")
    made = claim(session, needed=2)
    essays.save(session, made, person(session), essays.facts("true"))
    essays.save(session, made, person(session), essays.facts("false"))
    reader(session)
    session.commit()
    printed = desk("digests", "send").stdout
    assert (
        "1 claim to rule on: http://127.0.0.1:8000/essays/the-river/rulings" in printed
    )
    assert "To: reviewer@example.org" not in printed
    session.refresh(editor)
    editor.digest_sent_at = now() - timedelta(days=3)
    session.commit()
    assert "0 sent" in desk("digests", "send").stdout


def test_whoever_wants_none_or_has_nothing_waiting_gets_none(desk, session):
    reader(session, often="never")
    reader(session, Role.ADMIN)
    assert "0 sent, 1 with nothing to tell." in desk("digests", "send").stdout
    gone = person(session, email="gone@example.org")
    edit_profile(session, actor=gone, profile=Profile("Gone", digest="daily"))
    gone.active = False
    claim(session)
    assert "gone@example.org" not in desk("digests", "send").stdout


def test_what_could_not_be_sent_is_tried_again(desk, session, monkeypatch):
    someone = reader(session)
    claim(session)

    def fail(_letters):
        raise ConnectionRefusedError("nobody answers")

    monkeypatch.setattr("factcheck.cli.digests.post", fail)
    result = desk("digests", "send")
    assert result.exit_code == 1
    assert "1 could not be sent" in result.stderr
    session.refresh(someone)
    assert someone.digest_sent_at is None
