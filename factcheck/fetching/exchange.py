"""One request and its answer, within a time and a size."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from factcheck.errors import FetchError
from factcheck.fetching.guard import Target
from factcheck.fetching.limits import Limits
from factcheck.translating import N_, _

_CHUNK = 65_536
_AUTO = 47  # zlib: gzip or deflate, whichever it is
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5"
_SLOW = N_("The page took too long to answer.")
_BROKE_OFF = N_("The connection to the server broke off.")
_WRONGLY = N_("The page was packed wrongly by its server.")
_PLAIN = frozenset({"", "identity"})
_PACKED = _PLAIN | {"gzip", "x-gzip", "deflate"}


Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wire:
    """An exchange as it went over the wire, for who replays it.

    Attributes:
        url: that was asked for, as a URI.
        address: the IP address that was connected to.
        at: when it was asked, in UTC.
        path: as it was asked for.
        asked: the headers of the request, after its line.
        line: the answer's first, such as "HTTP/1.1 200 OK".
        told: the answer's headers.
        body: the answer's, packed as it came.
    """

    url: str
    address: str
    at: datetime
    path: str
    asked: Headers
    line: str
    told: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; header names are in small letters."""

    status: int
    headers: dict[str, str]
    data: bytes
    wire: Wire


def ask(target: Target, limits: Limits, deadline: float) -> Answer:
    """Ask for a page.

    Args:
        target: where; its addresses are checked.
        limits: of size and time.
        deadline: by time.monotonic(), when everything must be over.

    Raises:
        FetchError: it cannot be had, or is too large or too slow.
    """
    try:
        connection = _connected(target, deadline)
        with _cut_off(connection.sock, deadline):
            try:
                answer = _exchange(connection, target, limits)
            finally:
                connection.close()
        # A connection that was cut off looks like one that was finished.
        if time.monotonic() >= deadline:
            raise FetchError(_(_SLOW), again=True)
    except (OSError, http.client.HTTPException, ValueError) as error:
        if time.monotonic() >= deadline:
            raise FetchError(_(_SLOW), again=True) from error
        raise FetchError(_words(error), again=True) from error
    return answer


def _exchange(
    connection: http.client.HTTPConnection, target: Target, limits: Limits
) -> Answer:
    headers = {
        "Host": _named(target),
        "User-Agent": limits.agent,
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    at, address = datetime.now(UTC), str(connection.sock.getpeername()[0])
    connection.request("GET", target.path, headers=headers)
    with connection.getresponse() as response:
        # A header that goes on over several lines is one line from here on.
        lines = [(n, " ".join(v.split())) for n, v in response.getheaders()]
        told = {name.lower(): value for name, value in lines}
        declared = told.get("content-length", "")
        if declared.isdigit() and int(declared) > limits.size:
            raise _too_large(limits)
        data, body = _read(response, told.get("content-encoding", ""), limits)
        # A body that breaks off looks like one that ends, but for what was promised.
        if declared.isdigit() and not response.chunked and len(body) < int(declared):
            raise FetchError(_(_BROKE_OFF), again=True)
        first = f"HTTP/1.{response.version % 10} {response.status} {response.reason}"
        asked = tuple(headers.items())
        url = f"{'https' if target.secure else 'http'}://{_named(target)}{target.path}"
        wire = Wire(
            url, address, at, target.path, asked, first.rstrip(), tuple(lines), body
        )
        return Answer(response.status, told, data, wire)


def _read(
    response: http.client.HTTPResponse, encoding: str, limits: Limits
) -> tuple[bytes, bytes]:
    """Return the body unpacked, and as it came.

    What grows past the limit, packed or not, is let go at once.
    """
    packed = encoding.strip().lower()
    if packed not in _PACKED:
        raise FetchError(_(_WRONGLY))
    unpack = None if packed in _PLAIN else zlib.decompressobj(_AUTO)
    pieces: list[bytes] = []
    came: list[bytes] = []
    left = room = limits.size
    while chunk := response.read1(_CHUNK):
        piece = _unpacked(unpack, chunk, left + 1) if unpack else chunk
        left, room = left - len(piece), room - len(chunk)
        if min(left, room) < 0:
            raise _too_large(limits)
        pieces.append(piece)
        came.append(chunk)
    if unpack and not unpack.eof:
        raise FetchError(_(_BROKE_OFF), again=True)
    data = b"".join(pieces)
    return data, b"".join(came) if unpack else data


def _unpacked(unpack: "zlib._Decompress", chunk: bytes, most: int) -> bytes:
    try:
        piece = unpack.decompress(chunk, most)
    except zlib.error as error:
        raise FetchError(_(_WRONGLY)) from error
    return piece


def _too_large(limits: Limits) -> FetchError:
    size = round(limits.size / 1_000_000, 1)
    return FetchError(
        _(
            "The page has more than %(size)s MB, which is the most kept.",
            size=f"{size:g}",
        )
    )


def _connected(target: Target, deadline: float) -> http.client.HTTPConnection:
    """Connect to the first of the checked addresses that answers."""
    failed: OSError | None = None
    for address in target.addresses:
        left = deadline - time.monotonic()
        if left <= 0:
            break
        try:
            plain = socket.create_connection((address, target.port), timeout=left)
        except OSError as error:
            failed = error
            continue
        connection = http.client.HTTPConnection(_named(target), timeout=left)
        try:
            connection.sock = _secured(plain, target.host) if target.secure else plain
        except BaseException:
            plain.close()
            raise
        return connection
    raise failed or TimeoutError(_SLOW)


def _named(target: Target) -> str:
    host = f"[{target.host}]" if ":" in target.host else target.host
    usual = target.port == (443 if target.secure else 80)
    return host if usual else f"{host}:{target.port}"


@lru_cache(1)
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    return _trust().wrap_socket(plain, server_hostname=host)


@contextmanager
def _cut_off(sock: socket.socket, deadline: float) -> Iterator[None]:
    """Close a connection at the deadline, however slowly it still drips."""

    def cut() -> None:
        try:
            sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # It is closed already.

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _words(error: Exception) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _("The server's certificate is not valid.")
    if isinstance(error, ConnectionRefusedError):
        return _("The server does not take connections.")
    if isinstance(error, TimeoutError):
        return _(_SLOW)
    return _(_BROKE_OFF)
