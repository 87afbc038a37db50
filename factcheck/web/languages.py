"""What the pages speak: a person's own choice, else the desk's language.

Strangers get the desk's language whatever their browser would like: what is published
is kept by caches, and the same edition must be the same bytes for everybody.
"""

from contextvars import Token

from flask import Flask, g
from flask_babel import Babel

from factcheck import translating
from factcheck.config import Settings


def init_app(app: Flask, settings: Settings) -> None:
    """Speak the desk's language from the start of each request to its end.

    Flask-Security and WTForms bring words of their own; they are told by Flask-Babel
    what is spoken.
    """

    def speak_desk() -> None:
        g.spoken_before = translating.speak(settings.language)

    app.before_request(speak_desk)
    app.teardown_request(_hush)
    translating.teach(app.jinja_env)
    Babel(app, configure_jinja=False, locale_selector=translating.spoken)


def speak_for(language: str) -> None:
    """Speak a person's own language, if they chose one, until the request ends."""
    if language:
        translating.speak(language)


def _hush(_error: BaseException | None) -> None:
    before: Token[translating.Speech] | None = g.pop("spoken_before", None)
    if before is not None:
        translating.hush(before)
