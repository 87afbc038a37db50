"""Which pictures are kept, by their bytes; no other file passes for one."""

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UnreadableError
from factcheck.text.kept import read_copy
from factcheck.text.pictures import Picture, is_svg, picture_of


def png(width: int = 3, height: int = 2) -> bytes:
    """Return a grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * min(height, 9))
    parts = chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


GIF = b"GIF89a\x03\x00\x02\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00;"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xff\xc2\x00\x11\x08\x00\x02\x00\x03\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01"
)
WEBP = b"RIFF\x1a\0\0\0WEBPVP8 \x0e\0\0\0\x30\1\0\x9d\x01\x2a\x03\0\x02\0\0\0\0\0"
LOSSLESS = b"RIFF\x1a\0\0\0WEBPVP8L\x0e\0\0\0\x2f" + struct.pack("<I", 2 | 1 << 14)
EXTENDED = b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\2\0\0\1\0\0"
SVG = b'<?xml version="1.0"?><!-- a --><svg xmlns="x"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (png(), "image/png"),
        (GIF, "image/gif"),
        (JPEG, "image/jpeg"),
        (WEBP, "image/webp"),
        (LOSSLESS + b"\0" * 9, "image/webp"),
        (EXTENDED, "image/webp"),
    ],
)
def test_pictures_are_kept_without_words(data: bytes, media_type: str):
    assert picture_of(data) == Picture(media_type, 3, 2)
    read = read_copy(data, name="page.html", said="text/html", limit=10_000)
    assert (read.text, read.media_type) == ("", media_type)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n",
        png(60_000, 60_000),
        png(0, 4),
        GIF[:9],
        JPEG[:20],
        b"\xff\xd8\xff" + b"\xff" * 50,
        b"RIFF\x1a\0\0\0WAVEfmt " + b"\0" * 20,
        b"RIFF\x1a\0\0\0WEBPVP9 " + b"\0" * 20,
        SVG,
        b"<svg onload='alert(1)'/>",
    ],
)
def test_what_is_none_is_refused(data: bytes):
    assert picture_of(data) is None
    with pytest.raises(UnreadableError, match="Nothing was stored"):
        read_copy(data, name="a.png", limit=10_000)


def test_a_picture_may_be_too_large_and_a_page_may_hold_a_drawing():
    with pytest.raises(UnreadableError, match="larger"):
        read_copy(png() + bytes(500), limit=100)
    assert not is_svg(b"<!doctype html><p>A drawing: <svg></svg></p>")


@given(st.binary(max_size=40), st.sampled_from([b"", png()[:16], JPEG[:9], WEBP[:12]]))
def test_no_bytes_break_it(data: bytes, start: bytes):
    found = picture_of(start + data)
    assert found is None or found.width * found.height > 0
    is_svg(start + data)
