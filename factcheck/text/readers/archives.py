"""The zip files that Word and OpenDocument texts are, opened with care.

Only parts that a reader asks for are unpacked, each up to a limit, so neither a small
file that unpacks to a large one nor a file of many parts can fill the memory.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing

from factcheck.errors import UnreadableError
from factcheck.translating import N_, _

# Unpacked bytes of one part. Word writes some ten bytes for each letter of a text that
# was worked over much; a bomb unpacks to a thousand times its size.
LARGEST_PART = 80_000_000
_MOST_PARTS = 20_000
_CHUNK = 64 * 1024
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)

DAMAGED = N_(
    "This file is damaged: it breaks off, or parts of it are missing. Nothing was"
    " stored. Open it in the program that wrote it, save it again, and try that file."
)
LOCKED = N_(
    "This file is protected by a password. Nothing was stored. Open it, save it without"
    " a password, and try that file."
)
TOO_LARGE = N_(
    "This file holds far more than any essay does, or is made in a more complicated"
    " way, so it was not read. Nothing was stored. Copy the essay's text into a new"
    " document, and try that file."
)


class Archive:
    """A zip file held in memory.

    Raises:
        UnreadableError: it is damaged, or has more parts than any document.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (*_DAMAGE, NotImplementedError) as error:
            raise UnreadableError(_(DAMAGED)) from error
        self.names = frozenset(self._zip.namelist())
        if len(self.names) > _MOST_PARTS:
            raise UnreadableError(_(TOO_LARGE))

    def read(self, name: str) -> bytes:
        """Return a part, or nothing when it is not there."""
        return b"".join(self.chunks(name)) if name in self.names else b""

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part piece by piece.

        Raises:
            UnreadableError: it is encrypted, damaged, missing or too large.
        """
        try:
            info = self._zip.getinfo(name)
            _check(info)
            with closing(self._zip.open(info)) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except (*_DAMAGE, KeyError, NotImplementedError) as error:
            raise UnreadableError(_(DAMAGED)) from error


def _check(info: zipfile.ZipInfo) -> None:
    """Refuse a part before it is unpacked; zipfile reads no more than is declared."""
    if info.flag_bits & _ENCRYPTED:
        raise UnreadableError(_(LOCKED))
    if info.compress_type not in _METHODS:
        raise UnreadableError(_(DAMAGED))
    if info.file_size > LARGEST_PART:
        raise UnreadableError(_(TOO_LARGE))
