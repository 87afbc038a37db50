"""Pages: one blueprint a noun."""

from flask import Flask
from flask_security import UserDatastore

from factcheck.config import Settings
from factcheck.web import (
    claims,
    desk,
    editions,
    errors,
    essays,
    exports,
    frame,
    headers,
    health,
    history,
    limits,
    mail,
    people,
    reviews,
    rulings,
    security,
    sentences,
    workbench,
)
from factcheck.web import help as help_pages

BLUEPRINTS = (
    claims.bp,
    desk.bp,
    editions.bp,
    essays.bp,
    exports.bp,
    health.bp,
    help_pages.bp,
    history.bp,
    people.bp,
    reviews.bp,
    rulings.bp,
    sentences.bp,
    workbench.bp,
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
