"""Starts real server processes, watches their memory, and ends them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from factcheck.config import ENVIRONMENT, Settings

SERVE = ("-m", "factcheck", "serve", "--port", "0")
BARE = ("-m", "tests.bench.bare")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; `seconds` is from the command to its first answer."""

    process: subprocess.Popen[str]
    host: str
    port: int
    seconds: float

    @property
    def megabytes(self) -> float:
        """Memory resident now."""
        return _status(self.process.pid, "VmRSS")

    @property
    def most_megabytes(self) -> float:
        """The most memory that was ever resident."""
        return _status(self.process.pid, "VmHWM")

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        _end(self.process)


@contextmanager
def serving(settings: Settings, command: Sequence[str] = SERVE) -> Iterator[Server]:
    """Lend a server on a free port; it is told to stop afterwards."""
    server = start(settings, command)
    try:
        yield server
    finally:
        stop(server)


def start(settings: Settings, command: Sequence[str] = SERVE) -> Server:
    """Start a server and wait for its first answer."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment(settings),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    address = urlsplit(next((w for w in said.split() if w.startswith("http")), ""))
    if not (address.hostname and address.port):
        _end(process)
        raise RuntimeError(f"The server did not start: {said!r}")
    connection = HTTPConnection(address.hostname, address.port, timeout=30)
    connection.request("GET", "/healthz")
    status = connection.getresponse().status
    seconds = time.perf_counter() - began
    connection.close()
    if status != 200:
        _end(process)
        raise RuntimeError(f"The server's first answer was {status}.")
    return Server(process, address.hostname, address.port, seconds)


def stop(server: Server) -> int:
    """Tell a server to stop; return its exit status."""
    with suppress(ProcessLookupError):
        server.process.terminate()
    try:
        status = server.process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        server.kill()
        raise
    _end(server.process)
    return status


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    if process.stdout is not None:
        process.stdout.close()


def environment(settings: Settings) -> Mapping[str, str]:
    """Return the variables that give a process these settings and no others."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(ENVIRONMENT)}
    given = {
        "DATA_DIR": str(settings.data_dir),
        "DATABASE_URL": settings.database_url,
        "SECRET_KEY": settings.secret_key,
        "FETCH": str(int(settings.fetch)),
        "FETCH_ALLOW": settings.fetch_allow,
        "FETCH_SECONDS": str(settings.fetch_seconds),
        "FETCH_PAUSE": str(settings.fetch_pause),
    }
    return kept | {ENVIRONMENT + name: value for name, value in given.items()}


def _status(pid: int, field: str) -> float:
    """Read a number of a process, in megabytes of a million bytes."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():  # not Linux: only what is resident now is told
        found = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(pid)],  # noqa: S607
            capture_output=True,
            text=True,
            check=True,
        )
        return int(found.stdout) * 1024 / 1e6
    lines = status.read_text().splitlines()
    line = next(line for line in lines if line.startswith(field + ":"))
    return int(line.split()[1]) * 1024 / 1e6
