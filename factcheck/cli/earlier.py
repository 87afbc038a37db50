"""factcheck earlier: the index by which earlier verdicts are found."""

import click

from factcheck.actions import indexing
from factcheck.cli.base import DeskGroup, data_option
from factcheck.config import Settings
from factcheck.database import desk


@click.group(cls=DeskGroup)
def earlier() -> None:
    """Find earlier verdicts on similar claims."""


@earlier.command()
@data_option
def rebuild(settings: Settings) -> None:
    """Make the index of settled and collected claims anew.

    It follows every change by itself; this is for a database that was repaired or
    filled by hand.
    """
    with desk(settings) as session:
        found = indexing.rebuild(session)
    click.echo(f"{found:,} claims with a verdict can be found.")
