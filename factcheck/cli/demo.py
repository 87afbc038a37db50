"""factcheck demo: a desk with the seed essay, worked and published."""

import base64
import hashlib
import hmac
from typing import TYPE_CHECKING

import click
from flask_security.utils import hash_password

from factcheck import database
from factcheck.actions.demo import PEOPLE, is_loaded, load_demo
from factcheck.app import create_app
from factcheck.cli.base import data_option, port_option
from factcheck.cli.serve import run
from factcheck.config import Settings, resource

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@click.command()
@port_option
@click.option("--no-serve", is_flag=True, help="Load it, and stop there.")
@data_option
def demo(settings: Settings, port: int, *, no_serve: bool) -> None:
    """Serve a desk with one essay, fact-checked, on 127.0.0.1.

    Run again, it goes on where it stood. The passwords it prints are made from this
    desk's secret key, so that no two demos share them.
    """
    if database.current(settings.database) != database.revisions()[-1]:
        database.upgrade(settings.database)
    app = create_app(settings)
    with app.app_context(), database.desk(settings) as session:
        if not is_loaded(session):
            _load(session, settings)
    click.echo(_sign_in_table(settings))
    if not no_serve:
        run(app, "127.0.0.1", port)


def _load(session: "Session", settings: Settings) -> None:
    hashes = [hash_password(_password(settings, p.email)) for p in PEOPLE]
    load_demo(session, resource("seed"), hashes)


def _password(settings: Settings, email: str) -> str:
    key = settings.read_secret_key().encode()
    digest = hmac.digest(key, f"demo:{email}".encode(), hashlib.sha256)
    return base64.b32encode(digest)[:12].decode().lower()


def _sign_in_table(settings: Settings) -> str:
    rows = [
        f"  {person.role:<9} {person.email:<20} {_password(settings, person.email)}"
        for person in PEOPLE
    ]
    return "\n".join(["Sign in as:", *rows])
