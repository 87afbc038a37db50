"""Mail: through the desk's server, or printed to the console when there is none."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

from flask import Flask, current_app, render_template
from flask_security import MailUtil as PlainMailUtil

from factcheck import translating
from factcheck.config import Settings
from factcheck.errors import FactcheckError
from factcheck.translating import N_, _

if TYPE_CHECKING:
    from factcheck.models import User

SUBJECTS: Mapping[str, str] = {
    "reset_instructions": N_("Choose a new password for the fact-check desk"),
    "reset_notice": N_("Your password was changed"),
    "change_notice": N_("Your password was changed"),
}
_log = logging.getLogger(__name__)


def init_app(app: Flask, settings: Settings) -> None:
    """Set the mail server up.

    Raises:
        FactcheckError: there is a mail server but no public address. Links in mail
            would otherwise be built from whatever host a request names.
    """
    if settings.mail_server and not settings.public_url:
        raise FactcheckError(
            _(
                "Set FACTCHECK_PUBLIC_URL, for example https://check.example.org:"
                " links in mail are built on it."
            )
        )
    app.config.update(
        MAIL_BACKEND="smtp" if settings.mail_server else "console",
        MAIL_SERVER=settings.mail_server,
        MAIL_PORT=settings.mail_port,
        MAIL_USERNAME=settings.mail_username or None,
        MAIL_PASSWORD=settings.mail_password or None,
        MAIL_USE_TLS=settings.mail_use_tls,
        MAIL_DEFAULT_SENDER=settings.mail_sender,
        MAIL_TIMEOUT=30,
    )


def language_of(person: "User") -> str:
    """Return what mail to a person speaks: their own choice, else the desk's."""
    settings: Settings = current_app.config["FACTCHECK"]
    return person.language or settings.language


class MailUtil(PlainMailUtil):
    """Sends mail beside the answer.

    The answer then takes no longer for an address that is known than for one that is
    not, and a mail server that is out of reach does not become an error page.
    """

    def send_mail(self, template: str, *_worded: Any, **kwargs: Any) -> None:
        """Send one of Flask-Security's mails.

        It was worded in the language of who asked; here it is worded again for whoever
        will read it.
        """
        app = cast("Any", current_app)._get_current_object()  # noqa: SLF001
        _mail()
        send, person = super().send_mail, kwargs["user"]
        with translating.speaking(language_of(person)):
            subject = _(SUBJECTS[template.rpartition("/")[2]])
            body = render_template(f"{template}.txt", **kwargs)
        sender = app.config["MAIL_DEFAULT_SENDER"]
        args = (template, subject, person.email, sender, body, None)
        if app.config["MAIL_BACKEND"] == "smtp":
            Thread(target=_send, args=(app, send, args, kwargs), daemon=True).start()
        else:
            send(*args, **kwargs)


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail of the desk's own, as plain text."""

    to: str
    subject: str
    body: str


def send_letters(letters: Sequence[Letter]) -> None:
    """Send letters beside the answer."""
    app = cast("Any", current_app)._get_current_object()  # noqa: SLF001
    if app.config["MAIL_BACKEND"] == "smtp":
        todo: tuple[Any, ...] = (app, post, (letters,), {})
        Thread(target=_send, args=todo, daemon=True).start()
    else:
        post(letters)


def post(letters: Sequence[Letter]) -> None:
    """Send letters now, all through one connection.

    Raises:
        OSError: the server is out of reach, or refused one.
    """
    from flask_mailman import EmailMessage  # noqa: PLC0415  (slow; see MailUtil)

    connection = _mail().get_connection()
    sender = str(current_app.config["MAIL_DEFAULT_SENDER"])
    connection.send_messages(
        [
            EmailMessage(
                letter.subject, letter.body, sender, [letter.to], connection=connection
            )
            for letter in letters
        ]
    )


def _mail() -> Any:
    """Return the mail extension, loaded when the first mail is sent."""
    app = cast("Any", current_app)._get_current_object()  # noqa: SLF001
    if "mailman" not in app.extensions:
        from flask_mailman import Mail  # noqa: PLC0415  (slow, and rarely needed)

        Mail(app)
    return app.extensions["mailman"]


def _send(
    app: Flask, send: Callable[..., None], args: Any, kwargs: dict[str, Any]
) -> None:
    with app.app_context():
        try:
            send(*args, **kwargs)
        except OSError:
            _log.exception("A mail could not be sent.")
