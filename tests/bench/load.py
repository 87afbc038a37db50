"""Clients that save as fast as they are answered, all in a process of their own.

It reads a plan from stdin and writes what happened to stdout, both as JSON. Sockets
are driven by hand, because on a small machine a heavier client would take from the
server the time it is there to measure.
"""

import json
import os
import re
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus, urlencode

FILLER = " ".join(("what the archive says of it",) * 16)
_REVISION = re.compile(rb'name="revision" value="(\d+)"')
_LENGTH = re.compile(rb"\r\nContent-Length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Client:
    """What one client sends: a form's fixed fields, to one address, as one person."""

    name: str
    path: str
    cookie: str
    fields: dict[str, str]
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """Who saves where, and for how long; `kill` is a process to end at that moment."""

    host: str
    port: int
    seconds: float
    clients: Sequence[Client]
    kill: int | None = None


@dataclass(slots=True)
class Outcome:
    """What happened.

    Attributes:
        seconds: how long they saved.
        milliseconds: each save's time until it was answered.
        kept: for each client, the texts whose saving was acknowledged, in order.
        sent: for each client, the text that was sent but never answered.
        errors: answers that were no acknowledgement.
    """

    seconds: float = 0.0
    milliseconds: list[float] = field(default_factory=list)
    kept: dict[str, list[str]] = field(default_factory=dict)
    sent: dict[str, str] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Acknowledged saves per second."""
        return len(self.milliseconds) / self.seconds

    def percentile(self, share: float) -> float:
        """The time within which this share of the saves was answered.

        Where none was, it is at least as long as they tried.
        """
        if not self.milliseconds:
            return self.seconds * 1_000
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def save_all(plan: Plan) -> Outcome:
    """Run a plan in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load"],
        cwd=Path(__file__).resolve().parents[2],
        input=json.dumps(asdict(plan)),
        capture_output=True,
        text=True,
        check=True,
        timeout=plan.seconds + 120,
    )
    return Outcome(**json.loads(done.stdout))


class _Saver:
    """One client with its connection."""

    def __init__(self, client: dict[str, Any], address: tuple[str, int]) -> None:
        self.name: str = client["name"]
        self.socket = socket.create_connection(address, timeout=30)
        self.socket.settimeout(0)
        self._body = urlencode(client["fields"])
        self._head = (
            f"POST {client['path']} HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\n"
            f"Cookie: {client['cookie']}\r\nX-Requested-With: fetch\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        )
        self._buffer = b""
        self._saves = 0
        self._revision: int = client["revision"]
        self.text = ""
        self.began = 0.0

    def send(self) -> None:
        """Save the next text."""
        self._saves += 1
        self.text = f"Save {self._saves} of {self.name}: it was so."
        explanation = f"{self.text} {FILLER}"
        body = (
            f"{self._body}&revision={self._revision}&finding={quote_plus(self.text)}"
            f"&explanation={quote_plus(explanation)}"
        )
        self._buffer = b""
        self.began = time.perf_counter()
        self.socket.sendall(f"{self._head}{len(body)}\r\n\r\n{body}".encode())

    def receive(self) -> tuple[int, bytes] | None:
        """Return status and body once the answer is whole.

        Raises:
            ConnectionError: the server is gone.
        """
        got = self.socket.recv(65_536)
        if not got:
            raise ConnectionResetError
        self._buffer += got
        head, gap, body = self._buffer.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not gap or not length or len(body) < int(length.group(1)):
            return None
        found = _REVISION.search(body)
        self._revision = int(found.group(1)) if found else self._revision
        return int(head[9:12]), body


def _run(plan: dict[str, Any]) -> Outcome:
    address = (plan["host"], plan["port"])
    savers = [_Saver(client, address) for client in plan["clients"]]
    outcome = Outcome(kept={saver.name: [] for saver in savers})
    with selectors.DefaultSelector() as selector:
        for saver in savers:
            selector.register(saver.socket, selectors.EVENT_READ, saver)
        began = time.perf_counter()
        for saver in savers:
            saver.send()
        if plan["kill"]:
            # The end is to come among answers, and a busy machine gives the first late.
            selector.select(60)
            began = time.perf_counter()
        _turn(selector, outcome, began + plan["seconds"], again=True)
        outcome.seconds = time.perf_counter() - began
        if plan["kill"]:
            os.kill(plan["kill"], signal.SIGKILL)
        late = Outcome(kept=outcome.kept, sent=outcome.sent, errors=outcome.errors)
        _turn(selector, late, time.perf_counter() + 30, again=False)
    for saver in savers:
        saver.socket.close()
    return outcome


def _turn(
    selector: selectors.BaseSelector, outcome: Outcome, until: float, *, again: bool
) -> None:
    """Take answers until a moment, or until nobody waits for one any more."""
    while selector.get_map() and (left := until - time.perf_counter()) > 0:
        for key, _ in selector.select(left):
            saver: _Saver = key.data
            try:
                answer = saver.receive()
                if answer is None:
                    continue
                _note(outcome, saver, *answer)
                if again:
                    saver.send()
                    continue
            except ConnectionError:
                outcome.sent[saver.name] = saver.text
            selector.unregister(saver.socket)


def _note(outcome: Outcome, saver: _Saver, status: int, body: bytes) -> None:
    if status == 200:
        outcome.milliseconds.append((time.perf_counter() - saver.began) * 1_000)
        outcome.kept[saver.name].append(saver.text)
    else:
        said = body[:300].decode(errors="replace")
        outcome.errors.append(f"{saver.name}: {status} {said}")


if __name__ == "__main__":
    json.dump(asdict(_run(json.load(sys.stdin))), sys.stdout)
