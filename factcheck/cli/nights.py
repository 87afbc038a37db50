"""The desk's lesson at night: a clock in the server, and a process of its own.

The clock only looks at the time. When a night's hour has come it starts `factcheck
suggestions learn --nightly`, which shares neither threads nor the interpreter with the
requests, and which claims the night in the database: of several servers of one desk
one learns, and a lesson that was cut short is had the next night.
"""

import logging
import subprocess
import sys
from datetime import datetime
from threading import Event, Thread

from factcheck.config import Settings
from factcheck.rules.lessons import NEVER, night_of

LOOK_SECONDS = 300.0

_log = logging.getLogger(__name__)


class Nights:
    """Starts the lesson of each night that begins while the desk is served."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._ending = Event()
        self._thread = Thread(target=self._watch, name="nights", daemon=True)
        self._night = self._now()

    def start(self) -> None:
        """Begin to look at the time, unless the desk is never to learn."""
        if self._settings.learn_hour != NEVER:
            self._thread.start()

    def end(self) -> None:
        """Look no more; a lesson under way ends by itself."""
        self._ending.set()

    def look(self) -> None:
        """Learn if a night has begun since the last look."""
        night, self._night = self._night, self._now()
        if night != self._night:
            self._learn()

    def _watch(self) -> None:
        while not self._ending.wait(LOOK_SECONDS):
            self.look()

    def _now(self) -> str:
        return night_of(datetime.now().astimezone(), max(0, self._settings.learn_hour))

    def _learn(self) -> None:
        words = ["suggestions", "learn", "--nightly", "--data"]
        done = subprocess.run(  # noqa: S603  (this program, with its own settings)
            [sys.executable, "-m", "factcheck", *words, str(self._settings.data_dir)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        if done.returncode:
            told = done.stderr.decode(errors="replace").strip()
            _log.warning("The desk could not learn this night: %s", told)
