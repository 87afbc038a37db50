"""Every operation of the JSON door, and what it answers to each."""

from dataclasses import dataclass
from typing import Any

SLUG = "the-river"
BASE = f"/essays/{SLUG}"

# What each of a stranger, a reviewer, an editor and an admin gets.
ANYONE = (200, 200, 200, 200)
STAFF = (401, 200, 200, 200)
EDITORS = (401, 403, 200, 200)


@dataclass(frozen=True)
class Asked:
    """An address below the root; writes send what was last read as seen."""

    path: str
    answers: tuple[int, ...]
    scope: str = "read"
    body: Any = None


OPERATIONS: dict[tuple[str, str], Asked] = {
    ("api-essays.index", "GET"): Asked("/essays", STAFF),
    ("api-essays.show", "GET"): Asked(BASE, STAFF),
    ("api-essays.text", "GET"): Asked(f"{BASE}/text", STAFF),
    ("api-sentences.index", "GET"): Asked(f"{BASE}/sentences", STAFF),
    ("api-sentences.show", "GET"): Asked(f"{BASE}/sentences/2", STAFF),
    ("api-claims.index", "GET"): Asked(f"{BASE}/claims", STAFF),
    ("api-claims.show", "GET"): Asked(f"{BASE}/claims/1", STAFF),
    ("api-document.show", "GET"): Asked("/openapi.json", ANYONE, ""),
}
