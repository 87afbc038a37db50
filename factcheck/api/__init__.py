"""The JSON door, /api/v1: the nouns and actions of the pages, for programs."""

from flask import Flask
from flask_limiter import Limiter

from factcheck.api import (
    access,
    assignments,
    claims,
    document,
    editions,
    essays,
    history,
    inquiries,
    libraries,
    limits,
    problems,
    reviews,
    rewordings,
    rulings,
    sentences,
    sources,
    talk,
    versions,
)
from factcheck.config import Settings

NOUNS = (
    essays.bp,
    versions.bp,
    sentences.bp,
    claims.bp,
    reviews.bp,
    sources.bp,
    libraries.bp,
    talk.bp,
    inquiries.bp,
    rewordings.bp,
    assignments.bp,
    rulings.bp,
    editions.bp,
    history.bp,
)


def init_app(app: Flask, settings: Settings, limiter: Limiter) -> None:
    """Hang the door on an app that has its pages already.

    It is apart from them: no cookie is looked at, so no form token is needed; and
    whatever is refused below /api is refused in JSON.
    """
    access.init_app(app)
    collected = document.init_app(app)
    for noun in NOUNS:
        collected.register_noun(noun)
        app.extensions["csrf"].exempt(noun)
    limits.init_app(app, settings, limiter)
    problems.init_app(app)
