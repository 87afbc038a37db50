"""Texts that are larger than the desk takes: refused, and nothing is stored."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.models import Essay, User, Version
from factcheck.rules.permissions import Role
from tests.api.addresses import BASE
from tests.api.conftest import OpenDesk
from tests.factories.programs import ROOT, Program, problem, secret_of

LIMIT = 50_000
WAYS = ("/essays", f"{BASE}/versions")
FILES = ("/documents", f"{BASE}/documents?after=1")


@pytest.mark.usefixtures("river")
def test_what_is_too_large_is_refused_before_anything_is_stored(
    open_desk: OpenDesk, session: Session, people: dict[Role, User]
):
    app = open_desk(max_document_bytes=LIMIT)
    ines = Program.of(app, secret_of(session, people[Role.EDITOR]))
    body_limit = app.config["MAX_CONTENT_LENGTH"]
    for size, status in ((LIMIT + 1, 422), (body_limit + 1, 413)):
        text = "It rose. " * (size // 9 + 1)
        sent = {"text": text[:size], "after": 1}
        answers = [
            ines.ask("POST", WAYS[0], {"text": sent["text"]}),
            ines.ask("POST", WAYS[1], sent),
            *(
                ines.client.post(
                    ROOT + path,
                    data=sent["text"].encode(),
                    headers=ines.headers | {"Idempotency-Key": "k"},
                )
                for path in FILES
            ),
        ]
        for answer in answers:
            said = problem(answer)
            assert said["status"] == status
            assert "Nothing was stored" in said["detail"]
            if status == 422:
                assert "50,001 bytes, and at most 50,000 bytes" in said["detail"]
    for model in (Essay, Version):
        assert session.scalar(select(func.count()).select_from(model)) == 1
