"""What events name by id within their documents, so that they can be carried.

A document (`before` or `after`) keeps ids of the desk that it was written at. At
another desk the same things have other ids.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from factcheck.rules.sentences import SentenceName

# Gives the id of a row of a table there for its id here; 0 where it did not come along.
Rename = Callable[[str, int], int]

_IDS: Mapping[str, tuple[str, str]] = {
    "essay_role.": ("person", "people"),
    "guest.": ("guest", "guests"),
    "comment.": ("comment", "comments"),
    "inquiry.": ("id", "inquiries"),
    "rewording.": ("rewording", "rewordings"),
}


def renamed(kind: str, said: Mapping[str, Any], rename: Rename) -> dict[str, Any]:
    """Return an event's document with other ids.

    Args:
        kind: of the event.
        said: its `before` or `after`.
        rename: from one id to the other.

    Raises:
        ValueError: it names something in a way that no event does.
    """
    found = dict(said)
    for prefix, (key, table) in _IDS.items():
        if kind.startswith(prefix) and key in found:
            found[key] = rename(table, _number(found[key]))
    if "sentences" in found:
        found["sentences"] = {
            _sentence(name, rename): sorting
            for name, sorting in found["sentences"].items()
        }
    if "layout" in found:
        version = rename("versions", _number(found["layout"]["version"]))
        found["layout"] = {**found["layout"], "version": version}
    if "assigned" in found:
        found["assigned"] = [
            [rename("claims", _number(claim)), rename("people", _number(person))]
            for claim, person in found["assigned"]
        ]
    return found


def _sentence(name: str, rename: Rename) -> str:
    found = SentenceName.parse(name)
    if not found.version_id:
        return name
    return str(replace(found, version_id=rename("versions", found.version_id)))


def _number(value: object) -> int:
    if type(value) is not int:
        raise ValueError(f"{value!r} is no id.")
    return value
