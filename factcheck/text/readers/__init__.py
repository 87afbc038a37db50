"""One format, one file: each reads a document and says what it left out.

Texts whose characters are all the author's (`plain`, `markdown`) are stored as they
are: those readers have a `FORMAT`, `SUFFIXES` and `read(text) -> Reading`. The others
take a text out of a file (`docx`, `odt`, `html`, `pdf`): bytes in, a `Manuscript` out.
They are loaded when one is read, in a process of its own (`apart`).
"""

from importlib import import_module

from factcheck.text.readers.archives import Archive
from factcheck.text.readers.parts import Manuscript

_ZIPPED = frozenset({"docx", "odt"})


def read(kind: str, data: bytes, limit: int) -> Manuscript:
    """Read a document of a kind that `sniffing` names.

    Args:
        kind: "docx", "odt", "html" or "pdf".
        data: the whole file.
        limit: how many bytes of UTF-8 its text may have.

    Raises:
        UnreadableError: it cannot be read, and why.
    """
    reader = import_module(f"factcheck.text.readers.{kind}")
    source = Archive(data) if kind in _ZIPPED else data
    found: Manuscript = reader.read(source, limit)
    return found
