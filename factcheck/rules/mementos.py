"""Archived copies elsewhere: addresses such as those of web.archive.org.

They have the form host/web/STAMP/ADDRESS, which other archives that run the same
software share. A memento (RFC 7089) is one page as it was at one time.
"""

import json
import re
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from factcheck.errors import InvalidError
from factcheck.rules.citations import check_url
from factcheck.rules.evidence import address_key
from factcheck.translating import _

WAYBACK = "web.archive.org"

_STAMPED = re.compile(
    r"/(?:[\w-]+/){0,3}?(?P<stamp>\d{4,14})(?:[a-z]{2}_)?/(?P<page>.+)",
    re.IGNORECASE | re.DOTALL,
)
_YEAR = re.compile(r"/[12]\d{3}")
_SCHEME = re.compile(r"(https?):/{1,2}", re.IGNORECASE)
_HTTP = re.compile(rf"http://(?={re.escape(WAYBACK)}/)")
_WHOLE = 14  # digits: YYYYMMDDhhmmss


@dataclass(frozen=True, slots=True)
class Memento:
    """A page as an archive kept it.

    Attributes:
        url: the archive's address of this copy.
        original: the page's own address.
        day: when it was kept, as precise as the address says: YYYY, YYYY-MM or
            YYYY-MM-DD.
    """

    url: str
    original: str
    day: str


def memento_of(url: str) -> Memento | None:
    """Read an address; None for one that is no archived copy.

    Of archives but web.archive.org a whole stamp and a whole address are asked for,
    because many a page has a number in its path.
    """
    if not _YEAR.search(url):  # as almost always, and ten times as fast
        return None
    host, path = _parted(url.strip())
    match = _STAMPED.fullmatch(path) if host else None
    if match is None:
        return None
    stamp, page = match["stamp"], match["page"]
    scheme = _SCHEME.match(page)
    sure = host == WAYBACK or (len(stamp) == _WHOLE and scheme is not None)
    original = _SCHEME.sub(r"\1://", page, count=1) if scheme else f"http://{page}"
    day = _day(stamp) if sure and _parted(original)[0] else ""
    return Memento(url.strip(), original, day) if day else None


def _parted(url: str) -> tuple[str, str]:
    """Return the host of a web address and what follows; no host for any other."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "", ""
    known = parts.scheme.lower() in {"http", "https"}
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return host if known else "", path


def check_memento(url: str) -> Memento:
    """Return the archived copy that an address given for one leads to.

    Raises:
        InvalidError: it is none.
    """
    found = memento_of(check_url(url))
    if found is None:
        raise InvalidError(
            "url",
            _(
                "This is no address of an archived copy, such as"
                " https://web.archive.org/web/20190303120000/https://example.org/."
                " Open the copy in the archive, and take the address that it has there."
            ),
        )
    return found


def as_it_came(url: str) -> str:
    """Return where the Wayback Machine has a copy without its own frame around it."""
    found = memento_of(url)
    if found is None or urlsplit(url).hostname != WAYBACK:
        return url
    stamp = re.search(r"/(\d{4,14})(?:[a-z]{2}_)?/", url)
    return f"{url[: stamp.end(1)]}id_/{url[stamp.end() :]}" if stamp else url


def _day(stamp: str) -> str:
    """Return the day of a stamp; "" where it is none."""
    year, month, day = stamp[:4], stamp[4:6], stamp[6:8]
    if not "1990" <= year <= "2999":
        return ""
    if not "01" <= month <= "12":
        return "" if month else year
    if not "01" <= day <= "31":
        return "" if day else f"{year}-{month}"
    return f"{year}-{month}-{day}"


def availability_of(archive: str, page: str) -> str:
    """Return the address at which an archive says whether it has a page."""
    return f"{archive}{'&' if '?' in archive else '?'}{urlencode({'url': page})}"


def closest_in(answer: bytes, page: str) -> Memento | None:
    """Read what the Wayback Machine answers of the copy it has of a page."""
    try:
        found = json.loads(answer)["archived_snapshots"]["closest"]
        memento = memento_of(_HTTP.sub("https://", found["url"]))
        there = found["available"] is True and str(found["status"]).startswith("2")
    except (ValueError, LookupError, TypeError):
        return None
    if memento is None or not there:
        return None
    return memento if address_key(memento.original) == address_key(page) else None
