"""create_app: settings, database, doors, error pages."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from factcheck import database, web
from factcheck.config import Settings


def create_app(settings: Settings) -> Flask:
    """Build the application; the database is neither made nor changed."""
    app = Flask("factcheck.web", template_folder="templates", static_folder="static")
    app.config.update(
        SECRET_KEY=settings.read_secret_key(),
        MAX_CONTENT_LENGTH=settings.max_document_bytes * 4 + 100_000,
        MAX_FORM_MEMORY_SIZE=settings.max_document_bytes * 4 + 100_000,
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        FACTCHECK=settings,
    )
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops, x_prefix=hops
        )
    database.init_app(app, settings)
    web.init_app(app, settings)
    return app
