"""Reads a document in a process of its own, which it cannot get out of.

Documents come from anywhere. A library in C may crash on one, a hostile one may take
for ever or all the memory; here that ends a small process and not the desk's. So the
desk's own memory does not grow either, whatever it reads.
"""

import json
import subprocess
import sys
import threading

from factcheck.errors import UnreadableError
from factcheck.text.readers.packing import unpack
from factcheck.text.readers.parts import Manuscript
from factcheck.translating import N_, _, spoken

SECONDS = 60
MEMORY = 450_000_000  # bytes
REFUSED = 3  # exit status: standard output holds the reason

# As many at once as a small machine has memory for; the next one waits.
_TURNS = threading.BoundedSemaphore(2)

_TOO_MUCH = N_(
    "This file takes more time or memory to read than any essay does, so reading was"
    " stopped. Nothing was stored. Copy the essay's text into a new document, and try"
    " that file."
)


def read_apart(
    kind: str, data: bytes, limit: int, *, patient: bool = False
) -> Manuscript:
    """Read a document.

    Args:
        kind: "docx", "odt", "html" or "pdf".
        data: the whole file.
        limit: how many bytes of UTF-8 its text may have.
        patient: whether nobody waits for it, so that whoever does goes first.

    Raises:
        UnreadableError: it cannot be read, and why.
    """
    program = [sys.executable, "-P", "-m", "factcheck.text.readers"]
    command = [*program, kind, str(limit), spoken(), *(["patient"] if patient else [])]
    try:
        with _TURNS:
            ended = subprocess.run(  # noqa: S603 - our own program; the file is input
                command, input=data, capture_output=True, timeout=SECONDS, check=False
            )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(_(_TOO_MUCH)) from error
    if ended.returncode == REFUSED:
        raise UnreadableError(ended.stdout.decode())
    if ended.returncode:
        raise UnreadableError(_(_TOO_MUCH))
    said = json.loads(ended.stdout)
    return unpack(said, said["text"])
