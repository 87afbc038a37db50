"""A web site on loopback with every fault that a page can have; one for all tests."""

import gzip
import json
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

PROSE = "The gauge was read each noon. In 1949 the river rose by four feet."
_NIGHT = "Nobody read it at night. " * 12
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>The gauge book</title><meta name="author" content="Ada Reader">
<meta property="og:site_name" content="River Office">
<meta property="article:published_time" content="1950-02-03T10:00:00Z"></head>
<body><article><h1>The gauge book</h1>
<p>{PROSE}</p><p>{_NIGHT}</p></article></body></html>
""".encode()
KOREAN = (
    '<!doctype html><html><head><meta charset="euc-kr"><title>강</title></head>'
    f"<body><article><p>{'강물이 네 자나 불었다. ' * 20}</p></article></body></html>"
).encode("euc-kr")
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000"
    "000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)
ODD = PAGE.replace(b"utf-8", b"unicode_escape", 1)
WAY_IN = b"""<!doctype html><html><head><title>Sign in</title></head><body><p>Sign in to
read on, or take out a subscription.</p><form><input type="password"></form></body>
</html>"""


def pdf(words: str) -> bytes:
    """Return a one-page PDF that says these words."""
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 612 792]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 6\n0000000000 65535 f \n" + rows
    return (
        out + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start
    )


class Site(ThreadingHTTPServer):
    """Counts what it is asked for; `robots` and `page` can be changed."""

    daemon_threads = True

    def __init__(self, host: str) -> None:
        super().__init__((host, 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()
        self.stopped = threading.Event()
        self.page = PAGE

    @property
    def url(self) -> str:
        return "http://{}:{}".format(*self.server_address)


@contextmanager
def open_site(host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve on a loopback address until left."""
    site = Site(host)
    thread = threading.Thread(target=site.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield site
    site.stopped.set()
    site.shutdown()
    site.server_close()
    thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        self.server.asked[self.path] += 1
        self.server.agents.add(self.headers["User-Agent"])
        name = path.strip("/").split("/")[0] or "page"
        answer = _ANSWERS.get(name)
        try:
            if answer is None:
                self.send(b"nothing", status=404)
            else:
                answer(self, query)
        except (BrokenPipeError, ConnectionResetError):
            pass  # The other side has heard enough.

    def send(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        told = {"Content-Type": "text/html", "Content-Length": str(len(body))}
        for key, value in (told | headers).items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@cache
def pdf_bomb() -> bytes:
    """Return a page of a few kilobytes that wants to draw half a gigabyte."""
    packed, whole = zlib.compressobj(9), b"BT /F1 12 Tf 72 720 Td (a) Tj ET\n" * 30_000
    stream = b"".join(packed.compress(whole) for _ in range(500)) + packed.flush()
    return pdf("").replace(
        b"<</Length 31>>stream\nBT /F1 12 Tf 72 720 Td () Tj ET",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s" % (len(stream), stream),
    )


def _onward(to: str, status: int = 302) -> "_Answer":
    return lambda handler, _: handler.send(b"on", status=status, Location=to)


def _status(code: int) -> "_Answer":
    return lambda handler, _: handler.send(b"no", status=code)


def _drip(handler: _Handler, _query: str) -> None:
    """Send a byte now and then, and never end."""
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.stopped.wait(0.05):
        handler.wfile.write(b".")
        handler.wfile.flush()


def _slow_head(handler: _Handler, _query: str) -> None:
    while not handler.server.stopped.wait(0.05):
        handler.wfile.write(b"H")
        handler.wfile.flush()


def _bomb(handler: _Handler, _query: str) -> None:
    packed = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join(packed.compress(bytes(1_000_000)) for _ in range(30))
    handler.send(body + packed.flush(), Content_Encoding="gzip")


def _endless(handler: _Handler, _query: str) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(bytes(1_000_000))


def _redirect_to(handler: _Handler, query: str) -> None:
    handler.send(b"", status=302, Location=query)


def _robots(handler: _Handler, _query: str) -> None:
    rules = "User-agent: *\nDisallow: /kept-out\nDisallow: /*secret\n"
    handler.send(rules.encode(), Content_Type="text/plain")


def _available(handler: _Handler, query: str) -> None:
    """Answer as the Wayback Machine does of a page that it has."""
    page = parse_qs(query)["url"][0]
    closest = {"available": True, "status": "200"}
    closest |= {"url": f"http://web.archive.org/web/20190303120000/{page}"}
    answer = {"archived_snapshots": {"closest": closest}}
    handler.send(json.dumps(answer).encode(), Content_Type="application/json")


def _chunks(handler: _Handler, _query: str) -> None:
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    half = len(PAGE) // 2
    for piece in (PAGE[:half], PAGE[half:], b""):
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))


_Answer = Callable[[_Handler, str], None]
_ANSWERS: dict[str, _Answer] = {
    "page": lambda handler, _: handler.send(handler.server.page),
    "robots.txt": _robots,
    "kept-out": lambda handler, _: handler.send(PAGE),
    "packed": lambda handler, _: handler.send(
        gzip.compress(PAGE), Content_Encoding="gzip"
    ),
    "korean-said": lambda handler, _: handler.send(
        KOREAN.replace(b'<meta charset="euc-kr">', b""),
        Content_Type='text/html; charset="EUC-KR"',
    ),
    "odd-charset": lambda handler, _: handler.send(
        ODD, Content_Type="text/html; charset=idna"
    ),
    "korean": lambda handler, _: handler.send(
        KOREAN, Content_Type="text/html; charset=utf-8"
    ),
    "pdf": lambda handler, _: handler.send(
        pdf(PROSE), Content_Type="application/octet-stream"
    ),
    "plain": lambda handler, _: handler.send(PROSE.encode(), Content_Type="text/plain"),
    "loop": _onward("/loop"),
    "moved": _onward("/page"),
    "moved-for-good": _onward("/plain", 301),
    "moved-and-on": _onward("/moved", 308),
    "slashed": _onward("/slashed/", 301),
    "front": _onward("/", 301),
    "to": _redirect_to,
    "available": _available,
    "chunks": _chunks,
    "folded": lambda handler, _: handler.send(
        PAGE, X_Long="one\r\n two", Content_Type="text/html"
    ),
    "drip": _drip,
    "slow-head": _slow_head,
    "bomb": _bomb,
    "endless": _endless,
    "advertised": lambda handler, _: handler.send(
        b"", Content_Length=str(20_000_000_000)
    ),
    "reset": lambda _handler, _: None,
    "short": lambda handler, _: handler.send(PAGE, Content_Length=str(len(PAGE) + 9)),
    "half-packed": lambda handler, _: handler.send(
        gzip.compress(PAGE)[:-9], Content_Encoding="gzip"
    ),
    "no-http": lambda handler, _: handler.wfile.write(b"220 smtp ready\r\n"),
    "headers": lambda handler, _: handler.send(
        PAGE, **{f"X_{n}": "y" for n in range(150)}
    ),
    "brotli": lambda handler, _: handler.send(PAGE, Content_Encoding="br"),
    "zip": lambda handler, _: handler.send(b"PK\x05\x06" + bytes(18)),
    "pdf-bomb": lambda handler, _: handler.send(pdf_bomb()),
    "went": _status(410),
    "locked": _status(401),
    "forbidden": _status(403),
    "broken": _status(500),
    "way-in": lambda handler, _: handler.send(WAY_IN),
    "picture": lambda handler, _: handler.send(PICTURE, Content_Type="image/png"),
    "half-picture": lambda handler, _: handler.send(
        PICTURE[:8], Content_Type="image/png"
    ),
    "empty": lambda handler, _: handler.send(b""),
    "wrongly-packed": lambda handler, _: handler.send(
        b"not gzip", Content_Encoding="gzip"
    ),
}


def wait_until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait for something that another thread does."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        threading.Event().wait(0.02)
