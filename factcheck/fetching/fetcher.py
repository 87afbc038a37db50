"""Fetches pages, politely: a pause for each host, robots.txt, a name that says who."""

import threading
import time
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

from factcheck.errors import FetchError
from factcheck.fetching.exchange import Answer, Wire, ask
from factcheck.fetching.guard import target_of
from factcheck.fetching.limits import Limits
from factcheck.fetching.robots import Robots
from factcheck.translating import _

_ELSEWHERE = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
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
        moved_to: where the page says that it stands for good now; "" when it was
            sent on for the time being, or not at all.
        wires: every exchange on the way, redirects too.
    """

    url: str
    status: int
    media_type: str
    data: bytes
    moved_to: str = ""
    wires: tuple[Wire, ...] = field(default=(), compare=False, repr=False)


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
        wires: list[Wire] = []
        asked, moved_to, for_good = url, "", True
        for _hop in range(self._limits.redirects + 1):
            target = target_of(url, self._limits.allow)
            self._robots.check(target, url, self._limits, deadline)
            # What comes with a redirect is kept as well, so it counts.
            left = self._limits.size - sum(len(wire.body) for wire in wires)
            answer = ask(target, replace(self._limits, size=left), deadline)
            wires.append(answer.wire)
            onward = answer.headers.get("location", "")
            if answer.status not in _ELSEWHERE or not onward:
                _refuse_front_page(asked, url)
                return replace(_page(url, answer), moved_to=moved_to, wires=(*wires,))
            url = urljoin(url, onward)
            for_good = for_good and answer.status in _FOR_GOOD
            moved_to = url if for_good else moved_to
        raise FetchError(
            _(
                "The page sent on more than %(most)s times; it may go in a circle.",
                most=self._limits.redirects,
            )
        )


def _refuse_front_page(asked: str, found: str) -> None:
    """Tell a page that is gone from one that moved: many sites send to their front.

    A short path, such as /en, may well stand for the front page itself.
    """
    before, now = urlsplit(asked), urlsplit(found)
    deep = len([part for part in before.path.split("/") if part]) > 1
    front = now.path in {"", "/"} and not now.query
    if deep and front and before.hostname == now.hostname:
        said = _(
            "The page is not there: its address leads to the front page of its site."
        )
        raise FetchError(said, gone=True)


def _page(url: str, answer: Answer) -> Page:
    status = answer.status
    if status in _LOCKED:
        raise FetchError(
            _(
                "The page asks to sign in or to pay (status %(status)s). Save it in"
                " your browser and upload it.",
                status=status,
            )
        )
    if status in _MISSING:
        said = _("The page is not there (status %(status)s).", status=status)
        raise FetchError(said, gone=True)
    if not 200 <= status < 300:
        again = status >= 500 or status == 429
        said = _("The server answered with status %(status)s.", status=status)
        raise FetchError(said, again=again)
    return Page(url, status, answer.headers.get("content-type", ""), answer.data)
