"""An essay that is read at a web address, fetched as cautiously as a source is."""

from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from factcheck.config import Settings
from factcheck.errors import FetchError
from factcheck.fetching.fetcher import Fetcher
from factcheck.fetching.limits import limits_of
from factcheck.text.documents import Document, read_document
from factcheck.text.kept import as_said
from factcheck.translating import _


def fetch_document(address: str, settings: Settings) -> Document:
    """Fetch a page or a file, once, and read it as an essay that appeared there.

    Raises:
        FetchError: it cannot or may not be had, and why.
        UnreadableError: it came, and cannot become an essay.
    """
    if not settings.fetch:
        raise FetchError(
            _(
                "Fetching is switched off at this desk. Save the page, and give the"
                " file."
            )
        )
    page = Fetcher(limits_of(settings)).fetch(address.strip())
    path = PurePosixPath(urlsplit(page.url).path)
    data, name = as_said(page.data, page.media_type, path.name)
    document = read_document(data, name, limit=settings.max_document_bytes)
    return replace(document, appeared=page.url)
