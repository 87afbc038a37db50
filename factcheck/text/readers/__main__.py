"""The process in which a document is read; apart.py beside it starts it."""

import json
import os
import sys

from factcheck.confining import confine
from factcheck.errors import UnreadableError
from factcheck.text.readers import read
from factcheck.text.readers.apart import MEMORY, REFUSED, SECONDS
from factcheck.text.readers.packing import pack
from factcheck.translating import speak

_PATIENT = 10


def main() -> None:
    """Read standard input; write what was understood, or the reason why not."""
    kind, limit, language = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    confine(MEMORY, SECONDS)
    if "patient" in sys.argv[4:] and hasattr(os, "nice"):
        os.nice(_PATIENT)
    speak(language)
    try:
        found = read(kind, sys.stdin.buffer.read(), limit)
    except UnreadableError as error:
        sys.stdout.buffer.write(error.message.encode())
        sys.exit(REFUSED)
    said = {**pack(found), "text": found.text}
    sys.stdout.buffer.write(json.dumps(said).encode())


if __name__ == "__main__":
    main()
