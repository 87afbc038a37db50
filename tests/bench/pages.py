"""How long pages take, beside their own queries and a bare Jinja loop.

The floor runs the page's very statements on the bare driver, and prints every value
of every row they return in a Jinja loop with nothing around it.
"""

import gc
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from jinja2 import Environment
from sqlalchemy import Engine, event

from factcheck.app import create_app
from factcheck.cli.serving import collect_seldom
from factcheck.database import db
from tests.bench.clock import Work, beside
from tests.bench.desks import EDITOR, PASSWORD, Desk, sqlite_desk
from tests.bench.report import TENFOLD, Aim, Measure, Reading

UNDER_TWICE = Aim(
    "ratio",
    "under twice the floor",
    lambda ratio: ratio < 2,
    "what a page does once (signing in, frame, navigation, statements) outweighs the"
    " rows of a small essay; the ratio falls as essays grow",
)
LOOP = Environment(autoescape=True).from_string(
    "{% for row in rows %}<p>{% for value in row %}<span>{{ value }}</span>"
    "{% endfor %}</p>\n{% endfor %}"
)
PAGES = {
    "the workbench": "/essays/{}/workbench",
    "the reader's page, working copy": "/essays/{}",
    "the reader's page, published": "/e/{}",
}
Asked = tuple[str, Any]
_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def measure_pages(sizes: Sequence[int], turns: int) -> list[Measure]:
    """Ask for each page of a checked essay, signed in as an editor."""
    readings: dict[str, dict[int, Reading]] = {name: {} for name in PAGES}
    for size in sizes:
        with sqlite_desk(size, people=1) as desk, signed_in(desk) as (app, client):
            for name, path in PAGES.items():
                asked = path.format(desk.slug)
                readings[name][size] = _reading(app, client, desk, asked, turns)
    return [
        Measure(name, "ms", found, (UNDER_TWICE, TENFOLD))
        for name, found in readings.items()
    ]


def _reading(
    app: Flask, client: FlaskClient, desk: Desk, path: str, turns: int
) -> Reading:
    with app.app_context():
        engine = db.engine
    with listening(engine) as asked:
        size = ask(client, path)()
    with listening(engine) as shown:
        ask(client, f"/essays/{desk.slug}" if path.startswith("/e/") else path)()
    rows = [row for found in run_bare(engine, shown) for row in found]
    value, floor = beside(ask(client, path), _floor(engine, asked, rows), turns)
    return Reading(value, floor, f"{size:,} bytes, {len(asked)} queries")


def ask(client: FlaskClient, path: str) -> Callable[[], int]:
    """Return a piece of work that asks for a page and tells its bytes."""

    def work() -> int:
        answer = client.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status}.")
        return len(answer.data)

    return work


def _floor(
    engine: Engine, asked: Sequence[Asked], rows: Sequence[tuple[Any, ...]]
) -> Work:
    def work() -> None:
        run_bare(engine, asked)
        LOOP.render(rows=rows)

    return work


def run_bare(engine: Engine, asked: Sequence[Asked]) -> list[list[tuple[Any, ...]]]:
    """Run statements on the bare driver; return the rows of each."""
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        return [cursor.execute(*each).fetchall() for each in asked]


@contextmanager
def listening(engine: Engine) -> Iterator[list[Asked]]:
    """Collect the statements that are sent to the database."""
    asked: list[Asked] = []

    def hear(_connection: object, _cursor: object, *said: Any) -> None:
        asked.append((said[0], said[1]))

    event.listen(engine, "before_cursor_execute", hear)
    yield asked
    event.remove(engine, "before_cursor_execute", hear)


@contextmanager
def signed_in(desk: Desk) -> Iterator[tuple[Flask, FlaskClient]]:
    """Lend an app on a desk, and a browser in which its editor is signed in."""
    app = create_app(desk.settings)
    client = app.test_client()
    found = _TOKEN.search(client.get("/sign-in").text)
    token = found.group(1) if found else ""
    form = {"csrf_token": token, "email": EDITOR, "password": PASSWORD}
    client.post("/sign-in", data=form)
    with _collecting_as_served():
        yield app, client
    with app.app_context():
        db.engine.dispose()


@contextmanager
def _collecting_as_served() -> Iterator[None]:
    """Let Python collect as seldom as in the server, whose pages these are."""
    thresholds = gc.get_threshold()
    collect_seldom()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()
