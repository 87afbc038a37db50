"""Everything that a desk holds of an essay, in a zip that another desk can take in.

`manifest.json` comes first and names every other file with its SHA-256. `records/` has
a file a table, a row a line (rules/holdings); `versions/`, `originals/` and `copies/`
have what is too long for a line; `formats/` has the essay in every other format, for
whoever has no desk. The same state gives the same bytes: nothing tells when or by whom
it was written. `state` is one SHA-256 over everything but `formats/`, so that two desks
can see whether they hold the same.
"""

from factcheck.exports.archive.reading import Archived, is_archive, read_archive
from factcheck.exports.archive.writing import pack

__all__ = ["Archived", "is_archive", "pack", "read_archive"]
