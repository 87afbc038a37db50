"""What an archive says of itself."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factcheck.exports.parts import Part, all_different, parse, refuse
from factcheck.translating import _

NAME = "manifest.json"
FORMAT = "factcheck-archive"
VERSION = 1

# Nothing else may be in an archive: no folder above, no name that means two things.
PLACE = re.compile(
    r"README\.txt|formats/[a-z0-9-]+(?:\.[a-z0-9]+)+|records/[a-z_]+\.jsonl"
    r"|versions/[1-9][0-9]{0,5}\.txt|originals/[1-9][0-9]{0,5}\.docx"
    r"|copies/[0-9a-f]{64}"
)
_STATE = ("records/", "versions/", "originals/", "copies/")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of the archive, as the manifest names it."""

    place: str
    size: int
    sha256: str


def listed(place: str, data: bytes) -> Listed:
    """Name a file."""
    return Listed(place, len(data), hashlib.sha256(data).hexdigest())


def state_of(files: Sequence[Listed]) -> str:
    """Return one SHA-256 for all that the desk holds; formats are drawn from it."""
    lines = sorted(
        f"{file.sha256}  {file.place}\n"
        for file in files
        if file.place.startswith(_STATE)
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def write_manifest(about: Mapping[str, object], files: Sequence[Listed]) -> bytes:
    """Return the manifest; `about` is what it says of the essay."""
    head = json.dumps(
        {"format": FORMAT, "version": VERSION, **about, "state": state_of(files)},
        ensure_ascii=False,
        indent=1,
    )
    lines = ",\n".join(
        "  " + json.dumps({"path": f.place, "size": f.size, "sha256": f.sha256})
        for f in files
    )
    before = head.removesuffix("\n}")
    return f'{before},\n "files": [\n{lines}\n ]\n}}\n'.encode()


def read_manifest(data: bytes) -> list[Listed]:
    """Return the files that an archive should have.

    Raises:
        UnreadableError: it is none of ours, of a newer version, or contradicts itself.
    """
    document = parse(data)
    if document.value.get("format") != FORMAT:
        refuse(_('This is no archive of an essay: "format" is another.'))
    if document.value.get("version") != VERSION:
        refuse(
            _(
                "This archive was written by a newer Factcheck; only version"
                " %(version)s of the format can be read here. Upgrade this desk first.",
                version=VERSION,
            )
        )
    document.only(
        "format", "version", "program", "slug", "title", "left_out", "state", "files"
    )
    files = [_listed(part) for part in document.parts("files")]
    if not all_different([file.place for file in files]):
        refuse(_("The manifest names a file twice."))
    if document.matching("state", _DIGEST, "a SHA-256") != state_of(files):
        refuse(_("The manifest was changed: its SHA-256 of the whole differs."))
    return files


def _listed(part: Part) -> Listed:
    part.only("path", "size", "sha256")
    return Listed(
        part.matching("path", PLACE, _("a place in an archive")),
        part.number("size"),
        part.matching("sha256", _DIGEST, "a SHA-256"),
    )
