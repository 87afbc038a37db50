"""A real server for a real desk: waitress, stopped without dropping an answer."""

import gc
import logging
import signal
import sys
import time
from types import FrameType
from typing import Any, Final

from flask import Flask
from waitress import create_server
from waitress.channel import HTTPChannel
from waitress.wasyncore import close_all, loop

THREADS: Final = 8
DRAIN_SECONDS: Final = 10.0

# A thread that takes its turn to write must also get the interpreter. At Python's
# five milliseconds it waits for it while the database idles: 650 saves a second
# with 50 clients; at one, 1,150.
SWITCH_SECONDS: Final = 0.001

# Almost all that a request makes is freed as it ends; the collector need not look for
# the rest after each seven hundred new objects.
COLLECT_AFTER: Final = (50_000, 20, 50)

Sockets = dict[int, Any]


def listen(app: Flask, host: str, port: int) -> tuple[Any, Sockets]:
    """Open the server's sockets; nothing is answered yet.

    Raises:
        OSError: the address cannot be listened on.
    """
    # waitress warns each time a request waits for a thread; waiting is what its
    # queue is for, and fifty clients saving would print a thousand lines a second.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    sockets: Sockets = {}
    server = create_server(
        app, map=sockets, host=host, port=port, threads=THREADS, ident=None
    )
    return server, sockets


def listeners(sockets: Sockets) -> list[Any]:
    """Return what listens: two where a name stands for IPv4 and IPv6."""
    return [each for each in sockets.values() if each.accepting]


def answer(server: Any, sockets: Sockets) -> None:
    """Answer requests until Ctrl-C or SIGTERM, then finish those under way."""
    sys.setswitchinterval(SWITCH_SECONDS)
    collect_seldom()
    stopping = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True
        for listener in listeners(sockets):
            listener.pull_trigger()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    while not stopping:
        loop(timeout=1, use_poll=True, map=sockets, count=1)
    _drain(sockets)
    server.task_dispatcher.shutdown(timeout=1)
    close_all(map=sockets, ignore_all=True)


def collect_seldom() -> None:
    """Leave alone what the program itself is made of, and look at the rest seldom.

    What little of it is garbage by now is left too: looking for it would keep the first
    answer waiting for a tenth of a second.
    """
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


def _drain(sockets: Sockets) -> None:
    """Take no new connection; let what is under way be answered in full."""
    for listener in listeners(sockets):
        listener.del_channel()
        listener.socket.close()
    deadline = time.monotonic() + DRAIN_SECONDS
    while _busy(sockets) and time.monotonic() < deadline:
        loop(timeout=0.1, use_poll=True, map=sockets, count=1)


def _busy(sockets: Sockets) -> bool:
    """Whether a request is being worked on or an answer is still to be sent."""
    return any(
        each.requests or each.total_outbufs_len
        for each in sockets.values()
        if isinstance(each, HTTPChannel)
    )
