"""Fifty clients save at once, the server is killed, and every acknowledged save is
there afterwards.

FACTCHECK_CRASH_SECONDS sets how long they save; `python -m tests.bench --only crash`
does the same for half a minute.
"""

import os
from pathlib import Path

import pytest

from factcheck.config import Settings
from tests.bench.browsers import savers
from tests.bench.crashes import compare, crash
from tests.bench.desks import Desk, revisions, stock
from tests.bench.load import Plan, save_all
from tests.bench.servers import serving

SECONDS = float(os.environ.get("FACTCHECK_CRASH_SECONDS", "2"))
CLIENTS = 50


@pytest.fixture
def desk(settings: Settings) -> Desk:
    return stock(settings, size=250, people=5)


def test_every_acknowledged_save_outlives_a_killed_server(desk: Desk):
    left = crash(desk, SECONDS)
    assert left.clients == CLIENTS
    assert left.errors == ()
    assert left.lost == ()
    assert left.found == "ok"
    assert left.acknowledged > 0


def test_savers_who_stop_have_every_save_acknowledged_in_order(desk: Desk):
    with serving(desk.settings) as server:
        clients = savers(desk, server)
        outcome = save_all(Plan(server.host, server.port, 1, clients))
    assert outcome.errors == []
    assert outcome.sent == {}
    kept = {int(name.split()[1]): len(texts) for name, texts in outcome.kept.items()}
    assert kept == revisions(desk)


def test_a_save_that_was_lost_would_be_noticed(sqlite_url: str, tmp_path: Path):
    desk = stock(Settings(data_dir=tmp_path, database_url=sqlite_url), 10, people=1)
    with serving(desk.settings) as server:
        (client, *_) = savers(desk, server)
        outcome = save_all(Plan(server.host, server.port, 0.2, [client]))
    outcome.kept[client.name].append("Never sent.")
    lost, _ = compare(desk, outcome)
    assert lost[0] == "Never sent."
    assert "holds" in lost[1]
