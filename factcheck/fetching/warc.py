"""A fetch as a WARC file (ISO 28500): what was asked and answered, to be replayed.

Each request, redirects too, is a record beside its response. Bodies stand as they
came, packed or not; but http.client has joined what came in chunks, so that header is
renamed, as other archives do. Any tool that reads WARC can check and replay the file.
"""

import io
import uuid
from collections.abc import Sequence
from typing import Any

from factcheck.fetching.exchange import Headers, Wire

TYPE = "application/warc"


def write_warc(wires: Sequence[Wire], software: str) -> bytes:
    """Return a gzipped WARC file of exchanges, in their order."""
    # Only the worker needs it.
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    info = {"software": software, "format": "WARC File Format 1.1", "robots": "obey"}
    writer.write_record(writer.create_warcinfo_record("", info))
    for wire in wires:
        _write(writer, wire)
    return out.getvalue()


def _write(writer: Any, wire: Wire) -> None:
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415

    protocol, _, status = wire.line.partition(" ")
    told = StatusAndHeaders(status, _renamed(wire.told), protocol=protocol)
    asked = StatusAndHeaders(f"{wire.path} HTTP/1.1", [*wire.asked], protocol="GET")
    names = [f"<urn:uuid:{uuid.uuid4()}>" for _ in range(2)]
    for kind, body, headers, own, other in (
        ("response", wire.body, told, *names),
        ("request", b"", asked, *reversed(names)),
    ):
        record = writer.create_warc_record(
            wire.url,
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            warc_headers_dict={
                "WARC-Record-ID": own,
                "WARC-Concurrent-To": other,
                "WARC-Date": f"{wire.at:%Y-%m-%dT%H:%M:%S.%fZ}",
                "WARC-IP-Address": wire.address,
            },
            http_headers=headers,
        )
        writer.write_record(record)


def _renamed(headers: Headers) -> list[tuple[str, str]]:
    return [
        (f"X-Archive-Orig-{n}" if n.lower() == "transfer-encoding" else n, value)
        for n, value in headers
    ]
