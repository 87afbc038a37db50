"""How the words quoted from a source stood in its kept copy, as readers are told."""

from dataclasses import dataclass


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
