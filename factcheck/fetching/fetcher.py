"""Fetches pages, politely: a pause for each host, robots.txt, a name that says who."""

import threading
import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from factcheck.errors import FetchError
from factcheck.fetching.exchange import Answer, ask
from factcheck.fetching.guard import target_of
from factcheck.fetching.limits import Limits
from factcheck.fetching.robots import Robots

_ELSEWHERE = frozenset({301, 302, 303, 307, 308})
_LOCKED = frozenset({401, 402, 403, 407})
_MISSING = frozenset({404, 410})


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was answered.

    Attributes:
        url: the address that answered, after redirects.
        status: of the answer.
        media_type: as the server named it.
        data: the bytes, unpacked.
    """

    url: str
    status: int
    media_type: str
    data: bytes


class Fetcher:
    """Fetches one page at a time for each thread that asks."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._robots = Robots()
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait_for(self, url: str) -> float:
        """Return how many seconds the host still has its pause; 0 takes the turn."""
        host = urlsplit(url).netloc.lower()
        now = time.monotonic()
        with self._lock:
            left = self._next.get(host, now) - now
            if left > 0:
                return left
            self._next[host] = now + self._limits.pause
            if len(self._next) > 1_000:
                self._next = {h: t for h, t in self._next.items() if t > now}
        return 0.0

    def fetch(self, url: str) -> Page:
        """Fetch a page.

        Raises:
            FetchError: it cannot or may not be had, and why.
        """
        deadline = time.monotonic() + self._limits.seconds
        for _ in range(self._limits.redirects + 1):
            target = target_of(url, self._limits.allow)
            self._robots.check(target, url, self._limits, deadline)
            answer = ask(target, self._limits, deadline)
            onward = answer.headers.get("location", "")
            if answer.status not in _ELSEWHERE or not onward:
                return _page(url, answer)
            url = urljoin(url, onward)
        raise FetchError(
            f"The page sent on more than {self._limits.redirects} times; it may go in"
            " a circle."
        )


def _page(url: str, answer: Answer) -> Page:
    status = answer.status
    if status in _LOCKED:
        raise FetchError(
            f"The page asks to sign in or to pay (status {status}). Save it in your"
            " browser and upload it."
        )
    if status in _MISSING:
        raise FetchError(f"The page is not there (status {status}).", gone=True)
    if not 200 <= status < 300:
        again = status >= 500 or status == 429
        raise FetchError(f"The server answered with status {status}.", again=again)
    return Page(url, status, answer.headers.get("content-type", ""), answer.data)
