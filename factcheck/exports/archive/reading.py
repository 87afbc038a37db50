"""The way back: an archive is opened with care, and believed only when all of it holds.

Nothing is unpacked to a path: a file is only ever read under a name that the manifest
may have, up to the size that it says, and its SHA-256 must be the one it says.
"""

import hashlib
import json
import math
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from typing import Any, NoReturn

from factcheck.errors import UnreadableError
from factcheck.exports.archive.manifest import NAME, Listed, read_manifest
from factcheck.exports.parts import refuse
from factcheck.rules.holdings import Row
from factcheck.translating import N_, _

_MOST_FILES = 20_000
_MANIFEST = 8_000_000  # bytes
_RECORDS = 60_000_000  # of all tables: what is made of them takes some five times that
_FILE = 40_000_000
_WHOLE = 2_000_000_000
_DEEPEST = 20
_CHUNK = 64 * 1024
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,  # of a file with a password
)
_HEAD = b"PK\x03\x04"
_NAME_AT = 30  # in a zip's first header

_DAMAGED = N_("The archive is damaged: it breaks off, or was changed.")
_LARGE = N_("The archive holds more than any essay's would.")


@dataclass(frozen=True, slots=True)
class Archived:
    """What an archive holds, all of it checked against its manifest.

    Attributes:
        rows: as in rules/holdings.Records.
        files: the texts of versions and the files that they were read from.
        copies: SHA-256 of the bytes of copies; `copy` reads them one at a time.
    """

    rows: Mapping[str, Sequence[Row]]
    files: Mapping[str, bytes]
    copies: Sequence[str]
    _data: bytes = field(repr=False)

    def copy(self, digest: str) -> bytes:
        """Return the bytes of a copy."""
        with _opened(self._data) as archive:
            return b"".join(_chunks(archive, f"copies/{digest}", _FILE))


def is_archive(data: bytes) -> bool:
    """Say whether a file means to be an archive, sound or not."""
    return data.startswith(_HEAD) and data[_NAME_AT:].startswith(NAME.encode())


def read_archive(data: bytes) -> Archived:
    """Read what `pack` wrote.

    Raises:
        UnreadableError: it is damaged, changed, too large or of a newer version, or
            holds no records; the message says which.
    """
    with _opened(data) as archive:
        names = archive.namelist()
        if len(names) > _MOST_FILES:
            refuse(_(_LARGE))
        if NAME not in names:
            refuse(_(_DAMAGED))
        said = read_manifest(b"".join(_chunks(archive, NAME, _MANIFEST)))
        _check_names(names, said)
        rows: dict[str, list[Row]] = {}
        files: dict[str, bytes] = {}
        for each in said:
            folder, _slash, rest = each.place.partition("/")
            if folder == "records":
                rows[rest.removesuffix(".jsonl")] = _rows(_whole(archive, each))
            elif folder in {"versions", "originals"}:
                files[each.place] = _whole(archive, each)
            else:
                _check_digest(each, _chunks(archive, each.place, each.size))
    if not rows:
        refuse(_("This archive holds only files to read, and no records to store."))
    return Archived(rows, files, _copies(said), data)


def _opened(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _DAMAGE as error:
        _damaged(error)


def _check_names(names: Sequence[str], said: Sequence[Listed]) -> None:
    """Refuse files that are missing, that nobody named, or that come twice."""
    if sorted(names) != sorted([NAME, *(each.place for each in said)]):
        refuse(_("The files of the archive are not those that its manifest names."))
    if any(each.size > _FILE for each in said) or _sum(said, "") > _WHOLE:
        refuse(_(_LARGE))
    if _sum(said, "records/") > _RECORDS:
        refuse(_(_LARGE))


def _sum(said: Sequence[Listed], folder: str) -> int:
    return sum(each.size for each in said if each.place.startswith(folder))


def _copies(said: Sequence[Listed]) -> list[str]:
    copies = [each for each in said if each.place.startswith("copies/")]
    for each in copies:
        if each.place != f"copies/{each.sha256}":
            refuse(_("A copy in the archive is not what its name says."))
    return [each.sha256 for each in copies]


def _whole(archive: zipfile.ZipFile, each: Listed) -> bytes:
    data = b"".join(_chunks(archive, each.place, each.size))
    _check_digest(each, [data])
    return data


def _check_digest(each: Listed, chunks: Iterator[bytes] | Sequence[bytes]) -> None:
    digest, size = hashlib.sha256(), 0
    for chunk in chunks:
        digest.update(chunk)
        size += len(chunk)
    if (size, digest.hexdigest()) != (each.size, each.sha256):
        refuse(
            _(
                "%(place)s is not what the manifest says: its SHA-256 differs.",
                place=each.place,
            )
        )


def _chunks(archive: zipfile.ZipFile, name: str, most: int) -> Iterator[bytes]:
    """Yield a file piece by piece, and stop at more than it may have."""
    try:
        info = archive.getinfo(name)
        if info.compress_type not in _METHODS or info.file_size > most:
            refuse(_(_DAMAGED))
        with closing(archive.open(info)) as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except UnreadableError:
        raise
    except _DAMAGE as error:
        _damaged(error)


def _damaged(error: BaseException) -> NoReturn:
    try:
        refuse(_(_DAMAGED))
    except UnreadableError as said:
        raise said from error


def _rows(data: bytes) -> list[Row]:
    """Return the rows of a table, in which no text is broken."""
    try:
        rows = [json.loads(line) for line in data.decode().split("\n")[:-1]]
        sound = all(isinstance(row, dict) and _is_sound(row, 0) for row in rows)
    except (ValueError, RecursionError) as error:
        _damaged(error)
    if not sound:
        refuse(_(_DAMAGED))
    return rows


def _is_sound(value: Any, depth: int) -> bool:
    """Say whether a database can keep it: no NUL, no half of a character, no NaN."""
    if isinstance(value, dict | list):
        inner = chain(value, value.values()) if isinstance(value, dict) else value
        return depth < _DEEPEST and all(_is_sound(each, depth + 1) for each in inner)
    if isinstance(value, str):
        return _is_text(value)
    return not isinstance(value, float) or math.isfinite(value)


def _is_text(value: str) -> bool:
    value.encode()  # a ValueError where there is half of a character
    return "\0" not in value
