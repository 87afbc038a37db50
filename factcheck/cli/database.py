"""factcheck database: the schema."""

import click

from factcheck import database as rooms
from factcheck.actions.indexing import is_indexed, rebuild
from factcheck.cli.base import DeskGroup, data_option
from factcheck.config import Settings


@click.group(cls=DeskGroup)
def database() -> None:
    """Create, upgrade and check the database."""


@database.command()
@data_option
def upgrade(settings: Settings) -> None:
    """Create the database, or bring it to this version's schema.

    Make a copy of it first; --data DIR holds everything of a desk on SQLite.
    """
    rooms.upgrade(settings.database)
    with rooms.desk(settings) as session:
        if not is_indexed(session):
            rebuild(session)
    click.echo(f"The database is at {rooms.check(settings.database)}.")


@database.command()
@data_option
def check(settings: Settings) -> None:
    """Say whether the database can be used as it is.

    The exit status is 1 if not.
    """
    click.echo(f"The database is at {rooms.check(settings.database)}, as it should be.")
