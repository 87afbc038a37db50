"""Pages: one blueprint a noun."""

from flask import Flask
from flask_limiter import Limiter
from flask_security import UserDatastore

from factcheck.config import Settings
from factcheck.web import (
    agreement,
    annotating,
    assignments,
    attaching,
    claims,
    collections,
    copies,
    desk,
    earlier,
    editions,
    errors,
    essay_roles,
    essays,
    evidence,
    exports,
    feeds,
    frame,
    guests,
    headers,
    health,
    history,
    inquiries,
    invitations,
    languages,
    libraries,
    limits,
    mail,
    mementos,
    pages_of_desk,
    people,
    reference,
    reports,
    reviews,
    rewordings,
    rulings,
    second_factor,
    security,
    sentences,
    sources,
    suggestions,
    talk,
    tokens,
    units,
    versions,
    workbench,
)
from factcheck.web import help as help_pages

BLUEPRINTS = (
    agreement.bp,
    annotating.bp,
    assignments.bp,
    attaching.bp,
    claims.bp,
    collections.bp,
    copies.bp,
    desk.bp,
    earlier.bp,
    editions.bp,
    essay_roles.bp,
    essays.bp,
    evidence.bp,
    exports.bp,
    feeds.bp,
    guests.bp,
    health.bp,
    help_pages.bp,
    history.bp,
    inquiries.bp,
    invitations.bp,
    libraries.bp,
    mementos.bp,
    pages_of_desk.bp,
    people.bp,
    reference.bp,
    reports.bp,
    reviews.bp,
    rewordings.bp,
    rulings.bp,
    second_factor.bp,
    sentences.bp,
    sources.bp,
    suggestions.bp,
    talk.bp,
    tokens.bp,
    units.bp,
    versions.bp,
    workbench.bp,
)


def init_app(
    app: Flask, settings: Settings, accounts: UserDatastore, limiter: Limiter
) -> None:
    """Hang the pages on the app, behind the gate."""
    mail.init_app(app, settings)
    languages.init_app(app, settings)
    security.init_app(app, settings, accounts)
    headers.init_app(app, settings)
    errors.init_app(app)
    frame.init_app(app, settings)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    second_factor.init_app(app)
    limits.init_app(app, settings, limiter)
