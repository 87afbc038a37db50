"""Visits to the desk's pages: signing in, and sending forms as a browser would."""

import re
import time
from typing import Any

from argon2 import PasswordHasher
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from factcheck.models import User

PASSWORD = "a river rose in June"
# As cheaply as argon2 can, because tests hash often.
CHEAPLY = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}
PASSWORD_HASH = PasswordHasher(**CHEAPLY).hash(PASSWORD)

_META = re.compile(r'name="csrf-token" content="([^"]+)"')


def arrive(client: FlaskClient, person: User) -> FlaskClient:
    """Let a browser be signed in as this person, without the sign-in page."""
    with client.session_transaction() as session:
        session["_user_id"] = person.fs_uniquifier
        session["_fresh"] = True
        session["fs_paa"] = time.time()
    return client


def token(client: FlaskClient, path: str = "/profile") -> str:
    """Return the form token that a page carries."""
    return _META.search(client.get(path).text)[1]


def send(
    client: FlaskClient, path: str, *, page: str = "/profile", **fields: Any
) -> TestResponse:
    """Post a form with the token of a page."""
    fields = {"csrf_token": token(client, page)} | fields
    return client.post(path, data=fields)


def sign_in(
    client: FlaskClient, email: str, password: str, **more: Any
) -> TestResponse:
    """Sign in through the page."""
    return send(
        client, "/sign-in", page="/sign-in", email=email, password=password, **more
    )
