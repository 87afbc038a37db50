"""What a site asks of programs, in its robots.txt."""

import threading
import time
from dataclasses import replace

from factcheck.errors import FetchError
from factcheck.fetching.exchange import ask
from factcheck.fetching.guard import Target
from factcheck.fetching.limits import Limits
from factcheck.translating import _

_KEPT_SECONDS = 3_600.0
_SIZE = 500_000
_PRODUCT = "Factcheck"


class Robots:
    """Remembers each site's wishes for an hour."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[float, str]] = {}
        self._lock = threading.Lock()

    def check(self, target: Target, url: str, limits: Limits, deadline: float) -> None:
        """Let a fetch pass.

        Raises:
            FetchError: the site asks programs to stay away, or its wishes cannot be
                had.
        """
        from protego import Protego  # noqa: PLC0415  (only the worker needs it)

        wishes = self._wishes(target, limits, deadline)
        if not Protego.parse(wishes).can_fetch(url, _PRODUCT):
            raise FetchError(
                _(
                    "The site asks programs not to fetch this page (robots.txt). Save"
                    " it in your browser and upload it."
                ),
                refused=True,
            )

    def _wishes(self, target: Target, limits: Limits, deadline: float) -> str:
        now = time.monotonic()
        with self._lock:
            kept = self._known.get(target.site)
        if kept and now - kept[0] < _KEPT_SECONDS:
            return kept[1]
        small = replace(limits, size=_SIZE)
        answer = ask(replace(target, path="/robots.txt"), small, deadline)
        if answer.status >= 500:
            raise FetchError(
                _("The site could not say what it asks of programs (robots.txt)."),
                again=True,
            )
        # What is not there, or is sent elsewhere, forbids nothing (RFC 9309, 2.3.1).
        found = answer.data.decode("utf-8", "replace") if answer.status == 200 else ""
        with self._lock:
            self._known[target.site] = (now, found)
        return found
