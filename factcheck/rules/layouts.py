"""Which layout of an essay's sentences somebody saw when they named one by number."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"(\d{1,9})\.(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Layout:
    """A version of the text, and how often its sentences were split or joined.

    Every form that names sentences by position, or words by offset, carries the layout
    it was made for; it is refused when that is no longer the one in force.
    """

    version: int
    count: int

    def __str__(self) -> str:
        return f"{self.version}.{self.count}"

    @classmethod
    def parse(cls, token: str) -> "Layout":
        """Read the layout a form carries.

        A form without one is from before there were layouts, so it saw the first.
        """
        match = _TOKEN.fullmatch(token)
        return cls(*map(int, match.groups())) if match else cls(1, 1)
