"""factcheck sources: list, bring in, take away, and look again at cited pages."""

import json
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from factcheck.actions.fetches import ask_again, ask_for_all
from factcheck.actions.library import import_sources
from factcheck.background import Worker
from factcheck.cli.base import DeskGroup, Refused, data_option
from factcheck.cli.progress import working
from factcheck.config import Settings
from factcheck.database import desk, open_engine
from factcheck.exports.bibliography.formats import BIBLIOGRAPHIES, read_bibliography
from factcheck.exports.house_style import source_line, source_name
from factcheck.queries.fetches import looked_since, lost_pages, next_due
from factcheck.queries.library import Sought, list_sources
from factcheck.rules.citations import source_state

_SOON = timedelta(seconds=30)


@click.group(cls=DeskGroup)
def sources() -> None:
    """List, import, export and look again at sources."""


@sources.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@data_option
def import_(settings: Settings, file: Path) -> None:
    """Put the sources of FILE on the desk's list.

    FILE is CSL-JSON, BibTeX or RIS. A source that the desk has already is not added
    again. What cannot be kept of the file is told on standard error.
    """
    entries = read_bibliography(file.read_bytes())
    kept = [entry.facts for entry in entries if entry.facts]
    with working("Importing"), desk(settings) as session:
        new = import_sources(session, actor=None, sources=kept)
    for entry in entries:
        if entry.refused:
            click.echo(
                f"Left out: {entry.name or 'an entry'}: {entry.refused}", err=True
            )
    left = sorted({name for entry in entries for name in entry.left_out})
    if left:
        click.echo(f"Fields that are not kept: {', '.join(left)}.", err=True)
    click.echo(f"{len(kept)} sources read, {new} of them new.")


@sources.command("export")
@click.option("--as", "form", type=click.Choice(list(BIBLIOGRAPHIES)), default="csl")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path))
@data_option
def export(settings: Settings, form: str, output: Path | None) -> None:
    """Write all sources to standard output, or to a file."""
    with desk(settings) as session:
        rows = list_sources(session, None, Sought(), page=0)
    data = BIBLIOGRAPHIES[form].write(row.facts for row in reversed(rows))
    if output:
        output.write_bytes(data)
    else:
        sys.stdout.buffer.write(data)


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


@sources.command("list")
@click.option("--words", default="", help="Only sources in which all of them occur.")
@click.option("--json", "as_json", is_flag=True, help="Print an array of objects.")
@data_option
def list_(settings: Settings, words: str, *, as_json: bool) -> None:
    """List the sources, the newest first, with how often each is cited."""
    with desk(settings) as session:
        rows = list_sources(session, None, Sought(words), page=0)
    if as_json:
        found = [
            {"id": row.id, **source_state(row.facts), "cited": row.uses} for row in rows
        ]
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    table = Table("id", "cited", "source", box=None, pad_edge=False)
    for row in rows:
        parts = source_name(row.facts), source_line(row.facts)
        words = ". ".join(part for part in parts if part)
        table.add_row(str(row.id), str(row.uses), escape(words))
    Console().print(table)


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
