"""`factcheck serve` as a process: it answers, refuses in words, and stops politely."""

import json
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.request import urlopen

import pytest
from flask import Flask

from factcheck.cli.base import Refused
from factcheck.cli.serve import run
from factcheck.config import Settings
from tests.bench.browsers import Browser, draft_fields, sign_in
from tests.bench.desks import Desk, stock
from tests.bench.servers import Server, environment, serving, start


@pytest.fixture
def settings(sqlite_url: str, tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, database_url=sqlite_url, secret_key="for tests")


@pytest.fixture
def desk(settings: Settings) -> Desk:
    return stock(settings, size=10, people=1)


@pytest.fixture
def server(desk: Desk) -> Iterator[Server]:
    server = start(desk.settings)
    yield server
    server.kill()


def test_it_answers_on_a_free_port(settings: Settings):
    with (
        serving(settings) as server,
        urlopen(f"http://{server.host}:{server.port}/healthz") as answer,
    ):
        assert json.load(answer) == {"status": "ok"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_at_once_when_nothing_is_under_way(
    server: Server, number: signal.Signals
):
    server.process.send_signal(number)
    assert server.process.wait(timeout=20) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_request_under_way_is_answered_before_it_stops(
    desk: Desk, server: Server, number: signal.Signals
):
    browser = sign_in(server, desk.people[0])
    token = browser.token("/")
    with written_to(desk):
        connection = send_review(browser, desk, token)
        wait_until_received(server)
        server.process.send_signal(number)
        wait_until_closed(server)
        assert not has_answer(connection)
    assert connection.getresponse().status == 303
    connection.close()
    assert server.process.wait(timeout=20) == 0
    assert finding(desk) == "It rose."


def test_an_occupied_port_is_refused_in_words(desk: Desk, server: Server):
    refused = serve(desk.settings, "--port", str(server.port))
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert refused.stderr.startswith(
        f"Error: Nothing can listen on 127.0.0.1, port {server.port}: Address already"
        " in use. Choose another with --port or --host."
    )


def test_a_host_that_is_no_address_is_refused_in_words():
    with pytest.raises(Refused, match="no address of this machine"):
        run(Flask("a desk"), "no such host", 0)


def test_a_missing_database_is_refused_in_words(tmp_path: Path):
    refused = serve(Settings(data_dir=tmp_path / "nothing", secret_key="for tests"))
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert refused.stderr == (
        "Error: There is no desk in this database yet. Run: factcheck database"
        " upgrade\n"
    )


def serve(settings: Settings, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck", "serve", *options],
        env=environment(settings),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def send_review(browser: Browser, desk: Desk, token: str) -> HTTPConnection:
    (number, *_) = desk.waiting
    form = draft_fields(number, token) | {"finding": "It rose.", "do": "save"}
    return browser.send(f"/essays/{desk.slug}/claims/{number}/review", form)


@contextmanager
def written_to(desk: Desk) -> Iterator[None]:
    """Hold the database's one place to write, so that a save has to wait."""
    with closing(sqlite3.connect(path_of(desk), isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.rollback()


def wait_until_received(server: Server) -> None:
    """Ask something later: requests are read in the order in which they come."""
    with urlopen(f"http://{server.host}:{server.port}/healthz") as answer:
        assert answer.status == 200


def wait_until_closed(server: Server) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            socket.create_connection((server.host, server.port), timeout=1).close()
        except ConnectionError:
            return
    pytest.fail("The server still listens.")


def has_answer(connection: HTTPConnection) -> bool:
    readable, _, _ = select.select([connection.sock], [], [], 0)
    return bool(readable)


def path_of(desk: Desk) -> str:
    return desk.settings.database.removeprefix("sqlite:///")


def finding(desk: Desk) -> str:
    with closing(sqlite3.connect(path_of(desk))) as connection:
        found = connection.execute("SELECT finding FROM reviews ORDER BY id DESC")
        return str(found.fetchone()[0])
