"""Pictures that browsers show safely: which kind, and how large, by their bytes alone.

Only the first bytes are looked at; nothing is decoded. SVG is none of them: it is a
document that may hold scripts.
"""

import re
from dataclasses import dataclass

MOST_PIXELS = 100_000_000  # A browser takes four bytes of memory for each.

_PNG = b"\x89PNG\r\n\x1a\n"
_GIF = (b"GIF87a", b"GIF89a")
# The frames of a JPEG that say how large it is.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_STANDALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_SVG = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>|<!--.*?-->|<!doctype svg[^>]*>|\s)*<(?:\w+:)?svg\b",
    re.IGNORECASE | re.DOTALL,
)
_WITHIN = 4_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's media type, and its size in pixels."""

    media_type: str
    width: int
    height: int


def picture_of(data: bytes) -> Picture | None:
    """Return what picture this is; None for anything else, or one that is damaged."""
    for media_type, size in (
        ("image/png", _png),
        ("image/gif", _gif),
        ("image/webp", _webp),
        ("image/jpeg", _jpeg),
    ):
        found = size(data)
        if found and 0 < found[0] * found[1] <= MOST_PIXELS:
            return Picture(media_type, *found)
    return None


def is_svg(data: bytes) -> bool:
    """Say whether this is a drawing in SVG."""
    return _SVG.match(data.removeprefix(b"\xef\xbb\xbf")[:_WITHIN]) is not None


def _png(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(_PNG) or data[12:16] != b"IHDR" or len(data) < 33:
        return None
    return _big(data[16:20]), _big(data[20:24])


def _gif(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(_GIF) or len(data) < 13:
        return None
    return _little(data[6:8]), _little(data[8:10])


def _webp(data: bytes) -> tuple[int, int] | None:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or len(data) < 30:
        return None
    width = height = 0
    if data[12:16] == b"VP8X":
        width, height = _little(data[24:27]) + 1, _little(data[27:30]) + 1
    elif data[12:16] == b"VP8L":
        bits = _little(data[21:25])
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif data[23:26] == b"\x9d\x01\x2a":
        width, height = _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
    return width, height


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Go from segment to segment until one says how large the picture is."""
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _STANDALONE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES:
            return _big(data[at + 7 : at + 9]), _big(data[at + 5 : at + 7])
        at += 2 + max(2, _big(data[at + 2 : at + 4]))
    return None


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
