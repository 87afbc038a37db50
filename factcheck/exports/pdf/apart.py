"""Sets a PDF in a process of its own, a few at once, so that the desk goes on.

typst takes a second for an ordinary essay and many for a very long one, and memory that
it does not give back; in a process of its own both end with it.
"""

import json
import subprocess
import sys
import threading
from typing import Any

from factcheck.errors import BusyError, UnwritableError
from factcheck.translating import _

SECONDS = 180
MEMORY = 3_000_000_000  # bytes
MISSING = 3  # exit status: standard output holds the characters that no font has
# Readers ask for PDFs too: two are set at a time, two wait, and more are sent away, so
# that most threads of the server stay free.
_AT_ONCE = threading.BoundedSemaphore(2)
_PLACES = threading.BoundedSemaphore(4)

_PROGRAM = (sys.executable, "-P", "-m", "factcheck.exports.pdf.press")


class LackedError(Exception):
    """No font has these characters."""

    def __init__(self, characters: list[str]) -> None:
        super().__init__(" ".join(characters))
        self.characters = characters


def set_apart(asked: dict[str, Any]) -> bytes:
    """Return the PDF of what is asked for, as press.py takes it.

    Raises:
        LackedError: no font here has some of its characters.
        UnwritableError: it takes too long or too much memory, or typst failed.
        BusyError: enough PDFs are being set already.
    """
    if not _PLACES.acquire(blocking=False):
        raise BusyError(
            _(
                "Other PDFs are being set at this moment, as many as this desk sets at"
                " once. Ask again in half a minute."
            )
        )
    try:
        with _AT_ONCE:
            return _run(json.dumps(asked).encode())
    finally:
        _PLACES.release()


def _run(asked: bytes) -> bytes:
    try:
        ended = subprocess.run(  # noqa: S603 - our own program; the essay is input
            _PROGRAM, input=asked, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise UnwritableError(_too_much()) from error
    if ended.returncode == MISSING:
        raise LackedError(json.loads(ended.stdout))
    if ended.returncode:
        raise UnwritableError(_too_much())
    return ended.stdout


def _too_much() -> str:
    return _(
        "This essay takes more time or memory to set as a PDF than this desk gives it."
        " Take it as a web page and print that, or as Word."
    )
