"""How an event names a sentence, so that the name stays while others are renumbered."""

import re
from dataclasses import dataclass

_NAME = re.compile(r"(\d+)(?:@(\d+):(\d+)-(\d+))?")


@dataclass(frozen=True, slots=True)
class SentenceName:
    """A sentence as an event names it: "12@7:1042-1080".

    A position is only what the sentence was called then: it changes whenever one
    before it is split or joined. Its words do not, so they are its name.

    Attributes:
        position: its number when the event happened.
        version_id: the version whose text[start:end] it is; 0 in events from before
            sentences could be split, which know the position alone.
        start: first code point.
        end: the code point after the last.
    """

    position: int
    version_id: int = 0
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return f"{self.position}@{self.version_id}:{self.start}-{self.end}"

    @classmethod
    def parse(cls, name: str) -> "SentenceName":
        """Read a name that an event holds."""
        match = _NAME.fullmatch(name)
        if match is None:
            raise ValueError(f"{name!r} names no sentence.")
        return cls(*(int(part) for part in match.groups(default="0")))
