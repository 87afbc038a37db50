"""factcheck people: who may sign in."""

import sys
from pathlib import Path

import click
from flask_security.utils import hash_password
from rich.console import Console
from rich.table import Table

from factcheck.actions.invitations import invite as invite_people
from factcheck.actions.people import add_person, set_active, set_password
from factcheck.actions.security import reset_two_factor
from factcheck.app import create_app
from factcheck.cli.base import DeskGroup, data_option
from factcheck.config import Settings
from factcheck.database import desk
from factcheck.errors import InvalidError
from factcheck.queries.essays import find_essay
from factcheck.queries.people import find_person, list_people
from factcheck.rules.invitations import DAYS, Invitee, read_addresses, read_roster
from factcheck.rules.people import check_password
from factcheck.rules.permissions import Role
from factcheck.text.documents import read_plain

password_option = click.option(
    "--password-stdin", is_flag=True, help="Read the password from standard input."
)


@click.group(cls=DeskGroup)
def people() -> None:
    """Add people, list them, and close their accounts."""


@people.command()
@click.argument("email")
@click.option("--name", required=True, help="Printed beside their reviews.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    required=True,
    help="reviewer: marks and reviews; editor: also imports and publishes; admin:"
    " also manages people.",
)
@password_option
@data_option
def add(
    settings: Settings, email: str, name: str, role: str, *, password_stdin: bool
) -> None:
    """Add a person who signs in with EMAIL.

    The password is asked for.
    """
    with desk(settings) as session:
        hashed = _hash(settings, _ask_password(from_stdin=password_stdin))
        person = add_person(
            session,
            actor=None,
            email=email,
            name=name,
            role=Role(role),
            password_hash=hashed,
        )
    click.echo(f"{person.name} can sign in as {person.email} ({role}).")


@people.command()
@click.argument("addresses", metavar="[EMAIL]...", nargs=-1)
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option(
    "--csv",
    "roster",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A roster with the columns name and email.",
)
@click.option("--essay", metavar="SLUG", help="The role holds on this essay alone.")
@click.option("--days", type=int, default=DAYS, show_default=True)
@data_option
def invite(
    settings: Settings,
    addresses: tuple[str, ...],
    role: str,
    roster: Path | None,
    essay: str | None,
    days: int,
) -> None:
    """Invite EMAIL... and print a link for each.

    A link works once. The desk keeps only a fingerprint of it, so it is printed this
    once.
    """
    invitees = _invitees(addresses, roster)
    with desk(settings) as session:
        made = invite_people(
            session,
            actor=None,
            invitees=invitees,
            role=Role(role),
            days=days,
            essay=find_essay(session, essay) if essay else None,
        )
    address = (settings.public_url or "http://127.0.0.1:8000").rstrip("/")
    for link in made:
        click.echo(f"{link.invitation.email}\t{address}/join/{link.secret}")


@people.command("list")
@data_option
def list_(settings: Settings) -> None:
    """List everybody, with role and whether they can sign in."""
    with desk(settings) as session:
        table = Table("Name", "E-mail", "Role", "May sign in", box=None)
        for person in list_people(session):
            role = person.role.value if person.role else "none"
            table.add_row(
                person.name, person.email, role, "yes" if person.active else "no"
            )
    Console().print(table)


@people.command()
@click.argument("email")
@data_option
def disable(settings: Settings, email: str) -> None:
    """Close EMAIL's account.

    What they did is kept; their sessions end.
    """
    with desk(settings) as session:
        person = find_person(session, email)
        set_active(session, actor=None, person=person, active=False)
    click.echo(f"{person.name} can no longer sign in. Their reviews are kept.")


@people.command("reset-two-factor")
@click.argument("email")
@data_option
def reset_two_factor_(settings: Settings, email: str) -> None:
    """Forget EMAIL's second factor, which is lost.

    That is the authenticator, the recovery codes and the passkeys.
    """
    with desk(settings) as session:
        person = find_person(session, email)
        reset_two_factor(session, actor=None, person=person)
    click.echo(f"{person.name} signs in with the password alone again.")


@people.command()
@click.argument("email")
@password_option
@data_option
def password(settings: Settings, email: str, *, password_stdin: bool) -> None:
    """Set a new password for EMAIL.

    It is asked for; their sessions end.
    """
    with desk(settings) as session:
        person = find_person(session, email)
        hashed = _hash(settings, _ask_password(from_stdin=password_stdin))
        set_password(session, actor=None, person=person, password_hash=hashed)
    click.echo(f"{person.name} signs in with the new password from now on.")


def _invitees(addresses: tuple[str, ...], roster: Path | None) -> tuple[Invitee, ...]:
    if roster is None:
        return read_addresses("\n".join(addresses))
    if addresses:
        raise InvalidError("addresses", "Name addresses or a roster, not both.")
    return read_roster(read_plain(roster.read_bytes()))


def _ask_password(*, from_stdin: bool) -> str:
    if from_stdin:
        given = sys.stdin.readline().rstrip("\r\n")
    else:
        given = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return check_password(str(given))


def _hash(settings: Settings, given: str) -> str:
    """Hash as the sign-in page will check it."""
    app = create_app(settings)
    with app.app_context():
        hashed = hash_password(given)
    return str(hashed)
