"""A kept copy's own bytes: pictures to look at, everything else to take away.

What strangers wrote is never shown as a page: a picture comes with a policy that lets
nothing in it run, and any other copy is a download without a type that opens.
"""

from io import BytesIO
from pathlib import Path

from flask import Blueprint, Response, send_file
from flask.typing import ResponseReturnValue

from factcheck.doors import settings
from factcheck.errors import NotFoundError
from factcheck.fetching import warc
from factcheck.keeping import place
from factcheck.queries.evidence import Copy
from factcheck.queries.source_page import kept_copy
from factcheck.rules.permissions import Deed
from factcheck.translating import _
from factcheck.web.bench import open_for_request
from factcheck.web.security import require_deed

bp = Blueprint(
    "copies",
    __name__,
    url_prefix="/essays/<slug>/claims/<int:number>/sources/<int:citation_id>/copies",
)

_NOTHING_RUNS = "default-src 'none'; img-src 'self'; sandbox"
_ANYTHING = "application/octet-stream"
_ENDINGS = {
    "text/html": ".html",
    "application/pdf": ".pdf",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
}


@bp.get("/<int:copy_id>")
def show(slug: str, number: int, citation_id: int, copy_id: int) -> ResponseReturnValue:
    """Show a picture, or give any other copy as a file, as it came."""
    copy = _copy(slug, number, citation_id, copy_id)
    media_type = copy.media_type if copy.is_picture else _ANYTHING
    ending = _ENDINGS.get(copy.media_type, "")
    return _file(copy.sha256, media_type, ending, opens=copy.is_picture)


@bp.get("/<int:copy_id>/warc")
def replay(
    slug: str, number: int, citation_id: int, copy_id: int
) -> ResponseReturnValue:
    """Give the exchange that brought a copy, for any tool that reads WARC."""
    copy = _copy(slug, number, citation_id, copy_id)
    if not copy.warc_sha256:
        raise NotFoundError(_("This copy was uploaded; nothing was fetched for it."))
    return _file(copy.warc_sha256, warc.TYPE, ".warc.gz", opens=False)


def _copy(slug: str, number: int, citation_id: int, copy_id: int) -> Copy:
    require_deed(Deed.READ_DESK)
    return kept_copy(open_for_request(slug), number, citation_id, copy_id)


def _file(digest: str, media_type: str, ending: str, *, opens: bool) -> Response:
    path: Path = place(settings().copies_dir, digest)
    if not path.is_file():
        raise NotFoundError(
            _(
                "The file of this copy is not in the desk's data folder (%(name)s)."
                " Whoever runs the desk may have it in a backup.",
                name=digest[:12],
            )
        )
    response = send_file(
        BytesIO(path.read_bytes()),
        mimetype=media_type,
        as_attachment=not opens,
        download_name=f"copy-{digest[:12]}{ending}",
        etag=digest,
        conditional=True,
    )
    response.headers["Content-Security-Policy"] = _NOTHING_RUNS
    response.headers["Cache-Control"] = "private, no-store"
    return response
