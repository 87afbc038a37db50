"""factcheck digests: tell people by mail what waits for them."""

import click

from factcheck.actions.digests import note_sent
from factcheck.app import create_app
from factcheck.cli.base import DeskGroup, Refused, data_option
from factcheck.config import Settings
from factcheck.database import desk
from factcheck.queries.digests import due_people, reader_of, waiting
from factcheck.web.digests import digest_letter
from factcheck.web.mail import post


@click.group(cls=DeskGroup)
def digests() -> None:
    """Tell people by mail what waits for them."""


@digests.command()
@data_option
def send(settings: Settings) -> None:
    """Send each digest that is due; run it from a timer, every hour or so.

    Without a mail server the mails are printed. Whoever has nothing waiting gets none.
    Links are built on FACTCHECK_PUBLIC_URL.
    """
    with desk(settings) as session:
        due = due_people(session)
    app = create_app(settings)
    sent, failed = 0, []
    for person_id in due:
        # Each is noted on its own: a server that fails later repeats no mail.
        with app.test_request_context(base_url="http://127.0.0.1:8000"):
            try:
                sent += _send(settings, person_id)
            except OSError as error:
                failed.append(f"{error}")
    click.echo(f"{sent} sent, {len(due) - sent - len(failed)} with nothing to tell.")
    if failed:
        many = len(failed)
        raise Refused(f"{many} could not be sent and will be tried again: {failed[0]}")


def _send(settings: Settings, person_id: int) -> int:
    with desk(settings) as session:
        person = reader_of(session, person_id)
        what = waiting(session, person)
        if not what:
            return 0
        post([digest_letter(person, what)])
        note_sent(session, person)
        return 1
