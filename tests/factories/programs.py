"""Programs that ask the JSON door for a person, each with a token of theirs."""

import json
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from factcheck.actions.tokens import make_token
from factcheck.models import User
from factcheck.rules.tokens import Scope

ROOT = "/api/v1"


def secret_of(
    session: Session, person: User, *scopes: str, days: int = 1, name: str = "Script"
) -> str:
    """Make a token for a person; for everything, unless scopes are named."""
    made = make_token(
        session, actor=person, name=name, scopes=scopes or tuple(Scope), days=days
    )
    session.commit()
    return made.secret


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


@dataclass
class Program:
    """One program; without a secret it is a stranger."""

    client: FlaskClient
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, app: Flask, secret: str = "") -> "Program":
        return cls(app.test_client(), bearer(secret) if secret else {})

    def ask(
        self, method: str, path: str, body: Any = None, **sent: str
    ) -> TestResponse:
        """Ask below the root; headers are given as names with low lines."""
        headers = {name.replace("_", "-"): value for name, value in sent.items()}
        return self.client.open(
            ROOT + path,
            method=method,
            headers=self.headers | headers,
            **({} if body is None else {"json": body}),
        )

    def get(self, path: str, **sent: str) -> TestResponse:
        return self.ask("GET", path, **sent)

    def change(self, method: str, path: str, body: Any = None) -> TestResponse:
        """Change what stands at an address, as somebody who has just read it."""
        tag = self.get(path).headers["ETag"]
        return self.ask(method, path, body, If_Match=tag)


def problem(answer: TestResponse) -> dict[str, Any]:
    """Return a refusal's members, which come in the one shape."""
    assert answer.content_type == "application/problem+json"
    said: dict[str, Any] = json.loads(answer.text)
    assert said["status"] == answer.status_code
    assert said["type"].startswith("/api#")
    assert said["title"]
    assert said["detail"]
    return said
