"""What the desk corrected: a page and an Atom feed."""

import hashlib

from flask import Blueprint, make_response, render_template, request
from flask.typing import ResponseReturnValue

from factcheck.database import db
from factcheck.doors import settings
from factcheck.exports.beside import correction_of, correction_words
from factcheck.exports.feeds import Entry, Feed, write_atom
from factcheck.queries.editions import CorrectedEdition, list_corrected
from factcheck.translating import _
from factcheck.web.frame import absolute_url

bp = Blueprint("corrections", __name__)

MOST_SHOWN = 200
MOST_FED = 50


@bp.get("/corrections")
def index() -> ResponseReturnValue:
    """Show the corrected editions of the desk, newest first."""
    return render_template(
        "editions/corrections.html",
        corrected=list_corrected(db.session, MOST_SHOWN),
        words=correction_words,
        most=MOST_SHOWN,
    )


@bp.get("/corrections.atom")
def feed() -> ResponseReturnValue:
    """Give the same as a feed."""
    corrected = list_corrected(db.session, MOST_FED)
    name = settings().desk_name
    body = write_atom(
        Feed(
            title=_("Corrections by %(name)s", name=name),
            author=name,
            href=absolute_url(".feed"),
            page=absolute_url(".index"),
            entries=[_entry(found) for found in corrected],
        )
    )
    response = make_response(body)
    response.headers["Content-Type"] = "application/atom+xml; charset=utf-8"
    response.headers["Cache-Control"] = "public, no-cache"
    response.set_etag(hashlib.sha256(body).hexdigest()[:32])
    response.make_conditional(request)
    return response


def _entry(found: CorrectedEdition) -> Entry:
    edition = found.edition
    lines = [f"{correction_of(c)} {c.reason}".rstrip() for c in edition.corrections]
    return Entry(
        title=_(
            "%(title)s: edition %(number)s", title=found.title, number=edition.number
        ),
        href=absolute_url("editions.show", slug=found.slug, number=edition.number),
        updated=f"{edition.published_at:%Y-%m-%dT%H:%M:%SZ}",
        summary="\n".join([edition.note, *lines]),
    )
