"""Pages: one blueprint a noun."""

from flask import Flask
from flask_security import UserDatastore

from factcheck.config import Settings
from factcheck.web import (
    desk,
    editions,
    errors,
    essays,
    exports,
    frame,
    headers,
    health,
    limits,
    mail,
    people,
    security,
)
from factcheck.web import help as help_pages

BLUEPRINTS = (
    desk.bp,
    editions.bp,
    essays.bp,
    exports.bp,
    health.bp,
    help_pages.bp,
    people.bp,
)


def init_app(app: Flask, settings: Settings, accounts: UserDatastore) -> None:
    """Hang the pages on the app, behind the gate."""
    mail.init_app(app, settings)
    security.init_app(app, accounts)
    limits.init_app(app, settings)
    headers.init_app(app, settings)
    errors.init_app(app)
    frame.init_app(app, settings)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
