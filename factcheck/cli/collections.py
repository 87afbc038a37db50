"""factcheck collections: what other desks found, to be found here."""

import json
from pathlib import Path

import click

from factcheck.actions.collections import import_collection, remove_collection
from factcheck.cli.base import DeskGroup, Refused, data_option
from factcheck.config import Settings
from factcheck.database import desk
from factcheck.exports.reading_claimreview import read_claimreviews
from factcheck.queries.collections import find_named, list_collections


@click.group(cls=DeskGroup)
def collections() -> None:
    """Keep what other desks found, to be offered beside claims."""


@collections.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", help="What to call it; the file's name otherwise.")
@data_option
def import_(settings: Settings, file: Path, name: str | None) -> None:
    """Import FILE with what another desk found.

    FILE is ClaimReview as JSON-LD, or what the Fact Check Tools API answered. The
    claims can be found and read, and never changed. Nothing is fetched.
    """
    data = file.read_bytes()
    read = read_claimreviews(data)
    with desk(settings) as session:
        collection = import_collection(
            session, actor=None, name=name or file.stem, claims=read.claims, data=data
        )
        stored = collection.name
    click.echo(f"{stored}: {len(read.claims):,} claims with a verdict are kept.")
    if read.passed_over:
        click.echo(
            f"{read.passed_over:,} entries were passed over: they name no claim or no"
            " verdict, or came twice."
        )


@collections.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print an array.")
@data_option
def list_(settings: Settings, *, as_json: bool) -> None:
    """List the collections, the latest first."""
    with desk(settings) as session:
        rows = list_collections(session)
    if as_json:
        found = [
            {
                "name": row.name,
                "claims": row.claims,
                "imported_at": row.imported_at.isoformat(),
                "by": row.by,
            }
            for row in rows
        ]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(f"{row.imported_at:%Y-%m-%d}  {row.claims:>8,}  {row.name}")


@collections.command()
@click.argument("name")
@data_option
def remove(settings: Settings, name: str) -> None:
    """Remove the collection called NAME.

    What was linked of it stays linked.
    """
    with desk(settings) as session:
        collection = find_named(session, name)
        if collection is None:
            raise Refused(f"There is no collection called {name}. Nothing was removed.")
        remove_collection(session, actor=None, collection=collection)
    click.echo(f"{name} is removed. What was linked of it stays linked, as it was.")
