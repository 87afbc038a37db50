"""Earlier verdicts: what is offered for a claim, and what somebody may make of it.

A verdict is never carried over. Whoever links an earlier one says that it is worth
reading beside this claim, and may cite its sources again, one by one.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from factcheck.errors import InvalidError
from factcheck.rules.scales import Standing
from factcheck.translating import _

_KEY = re.compile(r"([co])([1-9]\d{0,17})", re.ASCII)


class Answer(StrEnum):
    """What a person made of an earlier verdict."""

    LINKED = "linked"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class EarlierKey:
    """Which claim: one of this desk, or one that was collected of another."""

    own: bool
    id: int

    @classmethod
    def here(cls, claim_id: int) -> "EarlierKey":
        """Name a claim of this desk."""
        return cls(own=True, id=claim_id)

    @classmethod
    def elsewhere(cls, collected_id: int) -> "EarlierKey":
        """Name a collected claim."""
        return cls(own=False, id=collected_id)

    def __str__(self) -> str:
        return f"{'c' if self.own else 'o'}{self.id}"

    @classmethod
    def parse(cls, text: str) -> "EarlierKey":
        """Read what str() wrote.

        Raises:
            InvalidError: it is none.
        """
        found = _KEY.fullmatch(text)
        if found is None:
            raise InvalidError("earlier", _("Choose one of the earlier verdicts."))
        return cls(own=found[1] == "c", id=int(found[2]))


@dataclass(frozen=True, slots=True)
class EarlierVerdict:
    """A claim that was settled before, here or elsewhere.

    Attributes:
        verdict: the label, in the words of whoever gave it.
        standing: how it looks; OPEN for other desks, whose scales are their own.
        day: when it was settled, YYYY-MM-DD or less, "" where nobody knows.
        desk: whose verdict; "" for this desk's.
        title: of the essay, or of what the other desk published.
        slug: of the essay, for a claim of this desk.
        number: of the claim there.
        url: where the other desk published it.
    """

    key: EarlierKey
    claim: str
    finding: str
    verdict: str
    standing: Standing
    day: str
    desk: str = ""
    title: str = ""
    slug: str = ""
    number: int = 0
    url: str = ""
    claimant: str = ""
    language: str = ""

    def as_state(self) -> dict[str, Any]:
        """Return what an answer and an event keep of it."""
        return {
            "key": str(self.key),
            "claim": self.claim,
            "finding": self.finding,
            "verdict": self.verdict,
            "standing": self.standing.value,
            "day": self.day,
            "desk": self.desk,
            "title": self.title,
            "slug": self.slug,
            "number": self.number,
            "url": self.url,
            "claimant": self.claimant,
            "language": self.language,
        }

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> "EarlierVerdict":
        """Read what as_state wrote."""
        return cls(
            **{
                **state,
                "key": EarlierKey.parse(state["key"]),
                "standing": Standing(state["standing"]),
            }
        )
