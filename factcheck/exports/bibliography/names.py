"""Names of people between here, where they stand as printed, and files that cut them.

Files name family and given names apart. Here a name is kept as it is to be printed, so
which comes first must be known: the file says so, the script does, or the language of
the work. Else the given name does, as in most languages that are written in Latin.
Whoever imports sees the names before they are kept.
"""

import re
from collections.abc import Iterable

from factcheck.text.languages import subtag

_FAMILY_FIRST = frozenset(("zh", "ja", "ko", "vi", "hu", "km", "mn"))
_UNSPACED = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+")


def printed_name(
    family: str, given: str, *, language: str = "", family_first: bool = False
) -> str:
    """Return a name in the order in which it is printed."""
    if not family or not given:
        return family or given
    if _UNSPACED.fullmatch(family) and _UNSPACED.fullmatch(given):
        return family + given
    if family_first or subtag(language) in _FAMILY_FIRST:
        return f"{family} {given}"
    return f"{given} {family}"


def joined(names: Iterable[str]) -> str:
    """Return several names as one field holds them."""
    return "; ".join(name.replace(";", ",") for name in names if name.strip())
