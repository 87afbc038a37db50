"""create_app: settings, database, people, doors."""

from datetime import timedelta
from typing import Any

from flask import Flask
from flask_security import FSQLALiteUserDatastore, UserMixin
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import IntegerConverter, Map

from factcheck import api, database, web
from factcheck.config import Settings
from factcheck.limits import open_limiter
from factcheck.models import Role, User, WebAuthn
from factcheck.queries.people import person_by_key


class Number(IntegerConverter):
    """A number in an address, as far as every database can count."""

    regex = r"\d{1,9}"

    def __init__(self, map: Map, **options: Any) -> None:  # noqa: A002  (as it is named)
        super().__init__(map, max=999_999_999, **options)


class Accounts(FSQLALiteUserDatastore):
    """People as Flask-Security looks them up; each request asks by session key."""

    def find_user(
        self,
        case_insensitive: bool = False,  # noqa: FBT001, FBT002  (as it is called)
        **kwargs: Any,
    ) -> UserMixin | None:
        """Return the person of whom this is true."""
        if kwargs.keys() == {"fs_uniquifier"}:
            return person_by_key(self.db.session, str(kwargs["fs_uniquifier"]))
        return super().find_user(case_insensitive, **kwargs)


def create_app(settings: Settings) -> Flask:
    """Build the application; the database is neither made nor changed."""
    app = Flask("factcheck.web", template_folder="templates", static_folder="static")
    app.config.update(
        SECRET_KEY=settings.read_secret_key(),
        MAX_CONTENT_LENGTH=settings.max_upload_bytes + 100_000,
        MAX_FORM_MEMORY_SIZE=settings.max_upload_bytes + 100_000,
        FACTCHECK=settings,
        **_cookies(settings),
    )
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops, x_prefix=hops
        )
    app.url_map.converters["int"] = Number
    database.init_app(app, settings)
    accounts = Accounts(database.db, User, Role, WebAuthn)
    limiter = open_limiter(app, settings)
    web.init_app(app, settings, accounts, limiter)
    api.init_app(app, settings, limiter)
    return app


def _cookies(settings: Settings) -> dict[str, object]:
    """Cookies that no script reads and no other site sends along with a form."""
    return {
        "SESSION_COOKIE_NAME": "factcheck",
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "REMEMBER_COOKIE_NAME": "factcheck_remember",
        "REMEMBER_COOKIE_SECURE": settings.secure_cookies,
        "REMEMBER_COOKIE_HTTPONLY": True,
        "REMEMBER_COOKIE_SAMESITE": "Lax",
        "REMEMBER_COOKIE_DURATION": timedelta(days=14),
    }
