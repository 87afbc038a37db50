"""factcheck serve: the desk on an address, by a real server."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask import Flask

from factcheck import database
from factcheck.app import create_app
from factcheck.background import beside
from factcheck.cli.base import Refused, data_option, port_option, uncollected
from factcheck.cli.nights import Nights
from factcheck.cli.serving import answer, listen, listeners
from factcheck.config import Settings


@click.command()
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen on."
)
@port_option
@data_option
def serve(settings: Settings, host: str, port: int) -> None:
    """Serve the desk until it is told to stop (Ctrl-C).

    At night it learns from what was sorted.
    Behind https set FACTCHECK_SECURE_COOKIES=1, and FACTCHECK_PROXIES to the number
    of reverse proxies in front.
    """
    database.check(settings.database)
    with uncollected():
        app = create_app(settings)
    run(app, host, port)


def run(app: Flask, host: str, port: int) -> None:
    """Listen and serve; a request under way is finished before the end.

    Raises:
        Refused: the address cannot be listened on.
    """
    try:
        server, sockets = listen(app, host, port)
    except OSError as error:
        raise Refused(
            f"Nothing can listen on {host}, port {port}: {error.strerror}. Choose"
            " another with --port or --host."
        ) from error
    except ValueError as error:
        raise Refused(
            f"Nothing can listen on {host}: no address of this machine is called"
            " that. Choose another with --host."
        ) from error
    port = int(listeners(sockets)[0].effective_port)
    with _beside(app):
        click.echo(f"The desk is on {address(host, port)}  (Ctrl-C stops it)")
        answer(server, sockets)


@contextmanager
def _beside(app: Flask) -> Iterator[None]:
    """Do meanwhile what a desk does beside its pages; another app has nothing to do."""
    settings: Settings | None = app.config.get("FACTCHECK")
    if settings is None:
        yield
        return
    nights = Nights(settings)
    nights.start()
    with beside(app, settings):
        yield
    nights.end()


def address(host: str, port: int) -> str:
    """Return the address a browser on this machine opens."""
    named = "127.0.0.1" if host in {"", "0.0.0.0", "::"} else host  # noqa: S104
    named = f"[{named}]" if ":" in named else named
    return f"http://{named}:{port}/"
