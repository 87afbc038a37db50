"""Mail goes beside the answer, so that nothing waits for it or fails with it."""

import logging
import threading
from typing import Any

import pytest
from flask_security import MailUtil as PlainMailUtil
from sqlalchemy.orm import Session

from factcheck.models import User
from factcheck.rules.permissions import Role
from tests.factories.visits import send
from tests.web.conftest import OpenDesk


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """Return the threads that send mail, as they are started."""
    started: list[threading.Thread] = []

    class Noted(threading.Thread):
        def start(self) -> None:
            started.append(self)
            super().start()

    monkeypatch.setattr("factcheck.web.mail.Thread", Noted)
    return started


def ask(open_desk: OpenDesk) -> int:
    """Ask for a link at a desk with a mail server; return the answer's status."""
    app = open_desk(mail_server="mail.example.org", public_url="https://c.example.org")
    client = app.test_client()
    fields = {"page": "/password/reset", "email": "reviewer@example.org"}
    return send(client, "/password/reset", **fields).status_code


def test_a_mail_is_sent_beside_the_answer_as_its_reader_speaks(
    session: Session,
    people: dict[Role, User],
    open_desk: OpenDesk,
    threads: list[threading.Thread],
    monkeypatch: pytest.MonkeyPatch,
):
    sent: list[dict[str, Any]] = []

    def note(_self, _template, subject, recipient, _sender, body, _html, **_more):
        sent.append({"subject": subject, "to": recipient, "body": body})

    monkeypatch.setattr(PlainMailUtil, "send_mail", note)
    assert ask(open_desk) == 200
    threads[0].join()
    assert sent[0]["to"] == "reviewer@example.org"
    assert sent[0]["subject"] == "Choose a new password for the fact-check desk"
    assert "https://c.example.org/password/reset/" in sent[0]["body"]
    assert "Hello Robin Hale," in sent[0]["body"]
    people[Role.REVIEWER].language = "ko"
    session.commit()
    assert ask(open_desk) == 200
    threads[1].join()
    assert sent[1]["subject"] == "팩트체크 데스크의 새 비밀번호를 정하십시오"
    assert "Robin Hale 님, 안녕하세요." in sent[1]["body"]


def test_a_mail_server_out_of_reach_is_written_down(
    people: dict[Role, User],
    open_desk: OpenDesk,
    threads: list[threading.Thread],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    def fail(*_args: object, **_kwargs: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr(PlainMailUtil, "send_mail", fail)
    with caplog.at_level(logging.ERROR, logger="factcheck.web.mail"):
        assert ask(open_desk) == 200
        threads[0].join()
    assert "A mail could not be sent." in caplog.text
    assert people[Role.REVIEWER].email not in caplog.text
