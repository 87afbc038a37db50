"""Files kept by what is in them: one file for each content, named by its SHA-256.

A file is written whole under another name and then renamed, so whoever finds one
finds all of it; writing the same again changes nothing. One that no row names, left
by a save that was given up, does no harm.
"""

import hashlib
import os
import secrets
from pathlib import Path


def keep(folder: Path, data: bytes) -> str:
    """Store bytes and return their SHA-256 in hexadecimal.

    Raises:
        OSError: the folder cannot be written to, or is full.
    """
    digest = hashlib.sha256(data).hexdigest()
    path = place(folder, digest)
    if path.exists():
        return digest
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f".{digest}.{secrets.token_hex(8)}")
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return digest


def place(folder: Path, digest: str) -> Path:
    """Return where the content of this SHA-256 is, or would be."""
    return folder / digest[:2] / digest
