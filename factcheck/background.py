"""What is done beside the pages: fetching what is cited, checking what is quoted.

What is to be done stands in the desk's database (actions/fetches); huey only calls for
it, from threads of the serving process: at once after a save, and every minute in case
a call was lost. Its queue is a small SQLite file in the data folder, or Redis, so that
several machines share one. No page waits for any of it, and none fails because of it.
"""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from factcheck.actions.fetches import (
    SETTLE,
    Fetched,
    Taken,
    ask_again,
    fail,
    keep_fetched,
    put_off,
    take,
)
from factcheck.actions.mementos import note_found
from factcheck.actions.quotations import check_next, forget_unquoted
from factcheck.config import Settings
from factcheck.database import WAKE, db
from factcheck.errors import DatabaseError, FetchError, UnreadableError
from factcheck.fetching.fetcher import Fetcher
from factcheck.fetching.guard import is_within
from factcheck.fetching.limits import limits_of
from factcheck.fetching.warc import write_warc
from factcheck.models.base import now
from factcheck.queries.mementos import memento_known
from factcheck.rules.mementos import as_it_came, availability_of, closest_in
from factcheck.text.kept import read_copy
from factcheck.translating import _, speaking

WORKERS = 3
# Longer than a fetch and the reading of what came may take together.
LEASE_SECONDS = 180.0
RECHECK_AFTER = timedelta(days=30)
RECHECKED_AT_ONCE = 20
_SOON = 3  # seconds
_LEAST_WORDS = 1_500  # A page that asks for a password and says less is a way in.

_log = logging.getLogger(__name__)


class Worker:
    """Does what is to be done, one thing after another; threads may share it."""

    def __init__(
        self, engine: Engine, settings: Settings, *, lease: float = LEASE_SECONDS
    ) -> None:
        self._engine = engine
        self._settings = settings
        self._lease = lease
        self._limits = limits_of(settings)
        self._fetcher = Fetcher(self._limits)

    def run(self) -> int:
        """Do what is due; return how many things were done."""
        done = 0
        while self._check() or (self._settings.fetch and self._fetch()):
            done += 1
        return done

    def tidy(self) -> None:
        """Ask again for pages not seen for a month, and drop what is of no use."""
        with Session(self._engine) as session, session.begin():
            forget_unquoted(session)
            if self._settings.fetch:
                before = now() - RECHECK_AFTER
                ask_again(session, before=before, limit=RECHECKED_AT_ONCE)

    def _check(self) -> bool:
        with Session(self._engine) as session, session.begin():
            return check_next(session)

    def _fetch(self) -> bool:
        with Session(self._engine) as session, session.begin():
            taken = take(session, lease=self._lease)
        if taken is None:
            return False
        pause = self._fetcher.wait_for(taken.url)
        if pause:
            with Session(self._engine) as session, session.begin():
                put_off(session, taken, pause)
        else:
            # What is told of a page is kept, and so is in the language of the desk.
            with speaking(self._settings.language):
                self._keep(taken)
        return True

    def _keep(self, taken: Taken) -> None:
        folder, limit = self._settings.copies_dir, self._settings.max_document_bytes
        try:
            page = self._fetcher.fetch(as_it_came(taken.url))
            said = page.media_type
            read = read_copy(page.data, said=said, limit=limit, patient=True)
            _refuse_way_in(page.data, read.text)
        except FetchError as error:
            self._fail(taken, error)
        except UnreadableError as error:
            self._fail(
                taken, FetchError(_("The page came, but: %(why)s", why=error.message))
            )
        else:
            warc = write_warc(page.wires, self._limits.agent)
            fetched = Fetched(page.url, page.status, page.data, page.moved_to, warc)
            with Session(self._engine) as session, session.begin():
                keep_fetched(session, taken, fetched, read, folder)

    def _fail(self, taken: Taken, error: FetchError) -> None:
        with Session(self._engine) as session, session.begin():
            mine = fail(session, taken, error)
            unknown = mine and not memento_known(session, taken.source_key)
        if error.gone and unknown:
            self._look_in_archive(taken)

    def _look_in_archive(self, taken: Taken) -> None:
        """Ask the archive whether it has a page that is gone, and note where.

        It is not told of pages within the desk's own network.
        """
        archive = self._settings.fetch_archive
        if not archive:
            return
        asked = availability_of(archive, taken.url)
        try:
            if is_within(taken.url) and not is_within(archive):
                return
            while pause := self._fetcher.wait_for(asked):
                time.sleep(pause)
            answer = self._fetcher.fetch(asked)
        except FetchError as error:
            _log.info("The archive was asked for %s: %s", taken.url, error.message)
            return
        if found := closest_in(answer.data, taken.url):
            with Session(self._engine) as session, session.begin():
                note_found(session, taken.source_key, found)


class Background:
    """Threads of this process that call for the work."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self._worker = Worker(engine, settings)
        self._huey = _queue(settings)
        self._work = self._huey.task(name="work")(self._run)
        self._huey.periodic_task(_every_minute(), name="look")(self._look)
        self._consumer: Any = None
        self._called_for = 0.0  # when the last call for later comes, by the clock

    def start(self) -> None:
        """Begin; what was left undone is taken up in a moment: pages come first."""
        logging.getLogger("huey").setLevel(logging.WARNING)
        consumer = self._huey.create_consumer(
            workers=WORKERS, initial_delay=0.1, max_delay=1, check_worker_health=False
        )
        # The server has its own signals, and stops this when it stops.
        consumer._set_signal_handlers = lambda: None  # noqa: SLF001
        consumer.start()
        self._consumer = consumer
        self._work.schedule(delay=_SOON)

    def stop(self) -> None:
        """Take up nothing new; what is under way is taken up again another time."""
        if self._consumer is not None:
            self._consumer.stop(graceful=False)

    def wake(self) -> None:
        """Call for the work: now, and when pauses and half-typed words are over."""
        try:
            if self._huey.pending_count() < WORKERS:
                self._work()
            at = time.monotonic()
            if self._called_for < at + SETTLE.total_seconds():
                self._called_for = at + _SOON
                self._work.schedule(delay=_SOON)
        except Exception:  # noqa: BLE001  (the save is done; a minute's call follows)
            _log.exception("The background could not be called.")

    def _run(self) -> None:
        if self._worker.run():
            self.wake()

    def _look(self) -> None:
        self._worker.tidy()
        self.wake()


@contextmanager
def beside(app: Flask, settings: Settings) -> Iterator[None]:
    """Do in the background of an app what its pages leave to be done."""
    with app.app_context():
        engine = db.engine
    background = Background(engine, settings)
    app.extensions[WAKE] = background.wake
    background.start()
    try:
        yield
    finally:
        background.stop()


def _refuse_way_in(data: bytes, text: str) -> None:
    asks = b'type="password"' in data or b"type='password'" in data
    if asks and len(text) < _LEAST_WORDS:
        raise FetchError(
            _(
                "What came is a page to sign in, not the page that is cited. Save it in"
                " your browser and upload it."
            )
        )


def _queue(settings: Settings) -> Any:
    """Return the queue: Redis where it is named, else a file in the data folder."""
    if not settings.redis_url:
        # huey imports what it finds of these, which takes fifteen megabytes.
        with _unseen("psycopg", "psycopg2", "redis"):
            from huey import SqliteHuey  # noqa: PLC0415  (see above)

        path: Path = settings.data_dir / "background.sqlite3"
        return SqliteHuey("factcheck", filename=str(path), results=False)
    try:
        from huey import RedisHuey  # noqa: PLC0415  (see above)

        shared = RedisHuey("factcheck", url=settings.redis_url, results=False)
        # One that is lost later is waited for; one that was never there is a mistake.
        shared.storage.conn.ping()
    except ImportError as error:
        raise DatabaseError(
            "FACTCHECK_REDIS_URL is set, but Redis's library is not installed. Install"
            " it with: pip install 'factcheck[redis]'"
        ) from error
    except Exception as error:
        raise DatabaseError(
            f"The Redis that FACTCHECK_REDIS_URL names cannot be used: {error}"
        ) from error
    return shared


@contextmanager
def _unseen(*names: str) -> Iterator[None]:
    """Let modules that were not imported yet look as if they were not installed."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def _every_minute() -> Callable[[Any], bool]:
    from huey import crontab  # noqa: PLC0415  (see above)

    every: Callable[[Any], bool] = crontab(minute="*")
    return every
