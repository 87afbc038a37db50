"""Writing an archive."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from factcheck import __version__
from factcheck.exports.archive.manifest import NAME, listed, write_manifest
from factcheck.exports.zips import zip_bytes
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.holdings import Records, Row
from factcheck.translating import N_, _

_HEAD = N_("This is the archive of an essay and its fact-check.")
_PLACES = {
    "formats/": N_("the annotated essay: open formats/essay.html in any browser"),
    "versions/": N_("every version of the author's text"),
    "originals/": N_("the Word files that versions were read from"),
    "copies/": N_("kept copies of what is cited, each named by its SHA-256"),
    "records/": N_("everything else, a table a file and a row a line, as JSON"),
}


def pack(
    essay: AnnotatedEssay, records: Records | None, formats: Mapping[str, bytes]
) -> bytes:
    """Return the archive.

    Args:
        essay: what it is an archive of.
        records: what the desk holds; without it only formats can be given.
        formats: the essay in other formats, by the ends of their names.
    """
    # The manifest comes first, so every file is read before the first is written; the
    # bytes of copies are read once more then, and never held all at once.
    files = [listed(place, data) for place, data in _files(records, formats)]
    about = {
        "program": __version__,
        "slug": essay.facts.slug,
        "title": essay.facts.title,
        "left_out": list(records.left_out) if records else [],
    }
    manifest = NAME, write_manifest(about, files)
    return zip_bytes(chain([manifest], _files(records, formats)))


def _files(
    records: Records | None, formats: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", _read_me()
    for name, data in sorted(formats.items()):
        yield f"formats/{name}", data
    if records is None:
        return
    for table, rows in records.rows.items():
        yield f"records/{table}.jsonl", _lines(rows)
    yield from sorted(records.files.items())
    for digest in records.copies:
        yield f"copies/{digest}", records.copy(digest)


def _read_me() -> bytes:
    """Say what is where, for whoever opens the archive by hand."""
    places = [place.ljust(12) + _(said) for place, said in _PLACES.items()]
    manifest = _("manifest.json names every file with its SHA-256.")
    takes = _("Another desk takes all of it in: factcheck essays import FILE.zip")
    lines = [_(_HEAD), "", *places, manifest, "", takes, ""]
    return "\n".join(lines).encode()


def _lines(rows: Sequence[Row]) -> bytes:
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()
