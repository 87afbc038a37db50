"""SQLite connections whose write transactions take turns within one process.

SQLite has one writer at a time. A second one polls, sleeping up to a tenth of a
second between looks, so with many savers some wait a second while others overtake
them. Threads of one process can queue for a lock instead and are woken at once;
other processes (a command beside a running server) still meet SQLite's own lock.
"""

import sqlite3
import threading
from collections.abc import Callable

WAIT_SECONDS = 30.0


class Connection(sqlite3.Connection):
    """A connection that holds its process's turn while it writes."""

    turn: threading.Lock
    _holding = False

    def begin_write(self) -> None:
        """Wait for the turn, then begin an IMMEDIATE transaction."""
        if not self.turn.acquire(timeout=WAIT_SECONDS):
            raise sqlite3.OperationalError("database is locked")
        self._holding = True
        try:
            self.execute("BEGIN IMMEDIATE")
        finally:
            self._pass_on()

    def commit(self) -> None:
        """Commit, then give the turn away."""
        try:
            super().commit()
        finally:
            self._pass_on()

    def rollback(self) -> None:
        """Roll back, then give the turn away."""
        try:
            super().rollback()
        finally:
            self._pass_on()

    def close(self) -> None:
        """Close, giving the turn away whatever was open."""
        super().close()
        self._release()

    def _pass_on(self) -> None:
        """Give the turn away unless a transaction is still open."""
        if not self.in_transaction:
            self._release()

    def _release(self) -> None:
        if self._holding:
            self._holding = False
            self.turn.release()


def factory() -> Callable[..., Connection]:
    """Return a `factory` for sqlite3.connect; its connections share one turn."""
    return type("Connection", (Connection,), {"turn": threading.Lock()})
