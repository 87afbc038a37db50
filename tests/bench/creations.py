"""Kills a server in the middle of creations that carry an Idempotency-Key.

Whoever got no answer asks again under the same key; there must be one essay then.
"""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException

from sqlalchemy import func, select

from factcheck import database
from factcheck.actions.tokens import make_token
from factcheck.models import Essay
from factcheck.queries.people import find_person
from factcheck.rules.tokens import Scope
from tests.bench.desks import DESKS, EDITOR, Desk
from tests.bench.essays import sample
from tests.bench.servers import Server, start

ESSAYS = "/api/v1/essays"
SHARES = (0.0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.2)


@dataclass(frozen=True, slots=True)
class Creation:
    """One creation that a kill cut short.

    Attributes:
        seconds: after sending that the server was killed.
        created: essays that there were after the kill, before it was asked for again.
        answers: statuses of asking twice again.
        replayed: whether the second of these was answered as the first.
        essays: how many there are in the end.
    """

    seconds: float
    created: int
    answers: tuple[int, int]
    replayed: bool
    essays: int

    @property
    def once(self) -> bool:
        """Whether there is one essay, and whoever asked was told so each time."""
        return self.answers == (201, 201) and self.replayed and self.essays == 1


def interrupt(desk: Desk, size: int, seconds: Sequence[float]) -> list[Creation]:
    """Create an essay for each of these times; kill the server so long after."""
    secret, found = _secret(desk), []
    server = start(desk.settings)
    try:
        for number, wait in enumerate(seconds):
            name = f"Creation {number}"
            body = body_of(name, size)
            connection = send(server, secret, name, body)
            time.sleep(wait)
            server.kill()
            connection.close()
            created = _count(desk, name)
            server = start(desk.settings)
            answers = [_ask(server, secret, name, body) for _ in range(2)]
            found.append(
                Creation(
                    wait,
                    created,
                    (answers[0][0], answers[1][0]),
                    answers[0][1] == answers[1][1],
                    _count(desk, name),
                )
            )
    finally:
        server.kill()
    return found


def creation_lines(size: int = 3_000) -> Iterator[str]:
    """Cut creations short at many moments on each database, and tell."""
    for database_name, lend in DESKS.items():
        with lend(10) as desk:
            usual = _usual(desk, size)
            found = interrupt(desk, size, [usual * share for share in SHARES])
        before = sum(1 for each in found if not each.created)
        once = sum(1 for each in found if each.once)
        yield (
            f"  {database_name}: {len(found)} creations of {size:,} sentences, which"
            f" take {usual:.2f} s, each cut short by kill -9 and asked for again under"
            f" its key. {before} had not been stored by then, {len(found) - before}"
            f" had; exactly one essay and one answer: {once} of {len(found)}"
        )


def _usual(desk: Desk, size: int) -> float:
    """Return how long a creation takes."""
    server = start(desk.settings)
    secret = _secret(desk)
    try:
        _ask(server, secret, "warm", body_of("Warm", 10))
        began = time.perf_counter()
        _ask(server, secret, "usual", body_of("Usual", size))
        return time.perf_counter() - began
    finally:
        server.kill()


def _secret(desk: Desk) -> str:
    with database.desk(desk.settings) as session:
        editor = find_person(session, EDITOR)
        made = make_token(session, actor=editor, name="Bench", scopes=Scope, days=1)
        return made.secret


def body_of(title: str, size: int) -> bytes:
    """Return what to send for an essay of so many sentences."""
    text = sample(size).document.text
    return json.dumps({"text": text, "title": title, "mark": "all"}).encode()


def send(server: Server, secret: str, key: str, body: bytes) -> HTTPConnection:
    """Ask for a creation, and do not wait for the answer."""
    connection = HTTPConnection(server.host, server.port, timeout=60)
    headers = {
        "Authorization": f"Bearer {secret}",
        "Content-Type": "application/json",
        "Idempotency-Key": key.replace(" ", "-"),
    }
    with suppress(OSError, HTTPException):
        connection.request("POST", ESSAYS, body, headers)
    return connection


def _ask(server: Server, secret: str, key: str, body: bytes) -> tuple[int, bytes]:
    connection = send(server, secret, key, body)
    response = connection.getresponse()
    answer = response.status, response.read()
    connection.close()
    return answer


def _count(desk: Desk, title: str) -> int:
    with database.desk(desk.settings) as session:
        counted = select(func.count()).select_from(Essay).where(Essay.title == title)
        return session.scalar(counted) or 0
