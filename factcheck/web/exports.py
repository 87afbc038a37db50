"""The annotated essay as a file: the working copy for the desk, editions for all."""

import hashlib
import re
from urllib.parse import quote

from flask import Blueprint, Response, make_response, request
from flask.typing import ResponseReturnValue

from factcheck.database import db
from factcheck.doors import settings
from factcheck.exports.addresses import Addresses, addresses_under
from factcheck.exports.format import Format
from factcheck.exports.formats import find_format, write_in
from factcheck.frozen import frozen_essay
from factcheck.queries.annotated import annotated_for
from factcheck.queries.editions import find_edition
from factcheck.queries.essays import find_essay
from factcheck.queries.holdings import holdings_of
from factcheck.rules.permissions import Deed
from factcheck.web.allowed import require_on_essay
from factcheck.web.security import current_person, require_deed

bp = Blueprint("exports", __name__)

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9_-]")


@bp.get("/essays/<slug>/export/<name>")
def download(slug: str, name: str) -> ResponseReturnValue:
    """Give the essay as it stands now."""
    require_deed(Deed.EXPORT)
    essay, fmt = find_essay(db.session, slug), find_format(name)
    require_on_essay(essay, fmt.deed)
    person = current_person()
    annotated = annotated_for(db.session, person, essay)
    held = holdings_of(
        db.session,
        essay,
        fmt.asks,
        person=person,
        copies=settings().copies_dir,
        key=settings().read_secret_key(),
    )
    body = write_in(fmt, annotated, _about(), settings().language, held)
    return _file(fmt, body, slug)


@bp.get("/e/<slug>/<int:number>/export/<name>")
def edition(slug: str, number: int, name: str) -> ResponseReturnValue:
    """Give a published edition, to anyone."""
    fmt = find_format(name)
    essay = frozen_essay(find_edition(db.session, slug, number))
    body = write_in(fmt, essay, _about(slug), settings().language)
    response = _file(fmt, body, f"{slug}-edition-{number}")
    response.headers["Cache-Control"] = "public, no-cache"
    return response


def _about(slug: str = "") -> Addresses:
    """Say in a file whose it is, and where the desk explains itself."""
    return addresses_under(settings().public_url, slug, settings().desk_name)


def _file(fmt: Format, body: bytes, stem: str) -> Response:
    """Answer with a file to keep, or that the browser has it already."""
    response = make_response(body)
    response.headers["Content-Type"] = fmt.media_type
    response.headers["Content-Disposition"] = _attachment(stem, fmt.extension)
    response.set_etag(hashlib.sha256(body).hexdigest()[:32])
    response.make_conditional(request)
    return response


def _attachment(stem: str, extension: str) -> str:
    """Name the file twice: in ASCII, and as it is for browsers that can."""
    plain = _NOT_PLAIN.sub("", stem).strip("-") or "essay"
    exact = quote(f"{stem}.{extension}", safe="")
    return f"attachment; filename=\"{plain}.{extension}\"; filename*=UTF-8''{exact}"
