"""factcheck sources: look again at the pages that claims rest on."""

import time
from datetime import UTC, datetime, timedelta

import click

from factcheck.actions.fetches import ask_again, ask_for_all
from factcheck.background import Worker
from factcheck.cli.base import DeskGroup, Refused, data_option
from factcheck.config import Settings
from factcheck.database import desk, open_engine
from factcheck.queries.fetches import looked_since, lost_pages, next_due

_SOON = timedelta(seconds=30)


@click.group(cls=DeskGroup)
def sources() -> None:
    """Look again at the pages that claims rest on."""


@sources.command()
@data_option
def recheck(settings: Settings) -> None:
    """Fetch every cited page again, and those that never were.

    A page that changed gets a new copy, and what is quoted from it is looked for in
    that; the copies before it stay. Pages that are not to be had are listed, with the
    claims whose reviews cite them. A served desk looks at each page every month.
    """
    if not settings.fetch:
        raise Refused("Fetching is switched off here (FACTCHECK_FETCH=0).")
    start = datetime.now(UTC)
    with desk(settings) as session:
        ask_again(session, before=start)
        ask_for_all(session)
    _work(settings)
    with desk(settings) as session:
        looked, lost = looked_since(session, start), lost_pages(session)
    click.echo(
        f"{looked.kept} pages are there, {looked.new} of them with a new copy;"
        f" {looked.failed} were not to be had."
    )
    for page in lost:
        click.echo(f"  {page.slug}, claim {page.claim}: {page.url}\n    {page.said}")


def _work(settings: Settings) -> None:
    """Do what is due, and wait for pauses between requests to one host."""
    engine = open_engine(settings.database)
    worker = Worker(engine, settings)
    try:
        worker.run()
        while (due := _due(settings)) is not None:
            time.sleep(max(0.05, due))
            worker.run()
    finally:
        engine.dispose()


def _due(settings: Settings) -> float | None:
    """Return how many seconds the next page has to wait, if it is not long."""
    with desk(settings) as session:
        due = next_due(session, _SOON)
    return (due - datetime.now(UTC)).total_seconds() if due else None
