"""How the words quoted from a source stood in its kept copy, as readers are told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class QuotationFound:
    """What was found when a quotation was looked for in a kept copy.

    Attributes:
        outcome: exact, elided, altered or absent.
        kept: the day the copy was made, YYYY-MM-DD.
        changed: of an altered one, how many words differ.
        stands: of an altered one, the words that the copy has there.
    """

    outcome: str
    kept: str
    changed: int = 0
    stands: str = ""


def found_from(kept: Mapping[str, Any] | None) -> QuotationFound | None:
    """Read back what an import brought along, as it is stored."""
    return QuotationFound(**kept) if kept else None
