"""What every page's frame needs: who is here, what they may do, static addresses."""

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Any

from flask import Flask, current_app, url_for

from factcheck.config import Settings
from factcheck.exports.glyphs import glyph, sprite
from factcheck.exports.wording import archived_words, day, quotation_words
from factcheck.rules.people import zone
from factcheck.rules.permissions import ROLE_NAMES, Deed, Role
from factcheck.translating import _
from factcheck.web.security import viewer

_versions: dict[tuple[str, int], str] = {}


def init_app(app: Flask, settings: Settings) -> None:
    """Give templates their globals and filters."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        desk_name=settings.desk_name,
        static_url=static_url,
        absolute_url=absolute_url,
        glyph=glyph,
        sprite=sprite,
        archived_words=archived_words,
        quotation_words=quotation_words,
        role_name=_role_name,
        fetching=settings.fetch,
    )
    app.jinja_env.filters.update(day=_day, moment=_moment, utc=_utc)
    app.context_processor(_people)


def static_url(filename: str) -> str:
    """Return a static file's address, which names its content and so may be kept."""
    folder = Path(str(current_app.static_folder))
    path = folder / filename
    if not path.is_file():
        return url_for("static", filename=filename)
    key = (filename, path.stat().st_mtime_ns)
    if key not in _versions:
        _versions[key] = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    return url_for("static", filename=filename, v=_versions[key])


def absolute_url(endpoint: str, **values: Any) -> str:
    """Return a page's address for use outside the page: in mail, for readers."""
    settings: Settings = current_app.config["FACTCHECK"]
    if settings.public_url:
        return settings.public_url.rstrip("/") + url_for(endpoint, **values)
    return url_for(endpoint, _external=True, **values)


def _people() -> dict[str, object]:
    return {"viewer": viewer(), "Deed": Deed}


def _role_name(role: str) -> str:
    return _(ROLE_NAMES[Role(role)])


def _day(value: datetime | str) -> str:
    """Write a time's day in words: 3 March 2026."""
    return day(value if isinstance(value, str) else f"{value:%Y-%m-%d}")


def _moment(value: datetime) -> str:
    """Write a time in words, where the reader is: 3 March 2026, 14:02 CET."""
    seen = viewer()
    local = value.astimezone(zone(seen.time_zone)) if seen else value
    return _("%(day)s, %(time)s", day=_day(local), time=f"{local:%H:%M %Z}")


def _utc(value: datetime) -> str:
    """Write a time in UTC, for mail and for strangers: 3 March 2026, 14:02 UTC."""
    return _("%(day)s, %(time)s", day=_day(value), time=f"{value:%H:%M} UTC")
