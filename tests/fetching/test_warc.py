"""A fetch kept as a WARC file, read back by the library that others read it with."""

import gzip
import io

from warcio.archiveiterator import ArchiveIterator

from factcheck.fetching.fetcher import Fetcher
from factcheck.fetching.limits import Limits
from factcheck.fetching.warc import write_warc
from tests.fetching.site import PAGE, Site

LIMITS = Limits(seconds=5, pause=0, allow=("127.0.0.1",))


def records(data: bytes) -> list[tuple[str, str, str, bytes]]:
    """Return kind, address, status or method, and the unpacked body of each record."""
    found = []
    for record in ArchiveIterator(io.BytesIO(data), check_digests="raise"):
        headers = record.http_headers
        status = (headers.get_statuscode() or headers.protocol) if headers else ""
        uri = record.rec_headers.get_header("WARC-Target-URI") or ""
        found.append((record.rec_type, uri, status, record.content_stream().read()))
    return found


def test_every_exchange_stands_in_it_and_its_sums_are_right(site: Site):
    page = Fetcher(LIMITS).fetch(f"{site.url}/moved?é")
    data = write_warc(page.wires, LIMITS.agent)

    told = [(kind, uri.removeprefix(site.url)) for kind, uri, *_ in records(data)]
    assert told == [
        ("warcinfo", ""),
        ("response", "/moved?%C3%A9"),
        ("request", "/moved?%C3%A9"),
        ("response", "/page"),
        ("request", "/page"),
    ]
    assert records(data)[3][2:] == ("200", PAGE)


def test_packed_bodies_stand_as_they_came(site: Site):
    for name in ("packed", "chunks", "folded"):
        page = Fetcher(LIMITS).fetch(f"{site.url}/{name}")
        assert page.data == PAGE
        data = write_warc(page.wires, LIMITS.agent)
        assert records(data)[1][3] == PAGE
        assert b"User-Agent: Factcheck" in gzip.decompress(data)
    wire = Fetcher(LIMITS).fetch(f"{site.url}/packed").wires[0]
    assert wire.body != PAGE
    assert wire.address == "127.0.0.1"
