"""What a quotation leaves out and puts in: "..." and [brackets]."""

import re
from dataclasses import dataclass

from factcheck.text.folding import UNSPACED

_OPEN, _CLOSE = r"[\[(（［【]", r"[\])）］】]"  # noqa: RUF001
_DOTS = r"(?:…+|⋯+|\.(?:\s{0,2}\.){2,})"
_CUT = re.compile(
    rf"(?P<elision>{_OPEN}\s{{0,4}}{_DOTS}\s{{0,4}}{_CLOSE}|{_DOTS})"
    r"|[\[［](?P<inserted>[^\[\]［］]{0,200})[\]］]"  # noqa: RUF001
)

_MOST_CUTS = 40
_UNSPACED = re.compile(f"[{UNSPACED}]")


@dataclass(frozen=True, slots=True)
class Cut:
    """What stands between two parts: an elision, or words the quoter put in.

    Attributes:
        inserted: the words in the brackets; None for an elision.
        shown: as it is written.
        after_letter: whether it is written on to the word before.
        before_letter: whether the word after is written on to it.
    """

    inserted: str | None
    shown: str
    after_letter: bool
    before_letter: bool

    @property
    def reach(self) -> int:
        """How many letters of the source it may stand for at most."""
        if self.inserted is None:
            return 1 << 62
        letters = sum(map(str.isalnum, self.inserted))
        return max(40, 3 * letters)


@dataclass(frozen=True, slots=True)
class Part:
    """Words quoted without a break, and the cuts around them."""

    words: str
    before: Cut | None
    after: Cut | None


def parts_of(quote: str) -> tuple[Part, ...]:
    """Cut a quotation at its elisions and brackets.

    Parts without a letter or digit are left out; an elision outweighs a bracket
    beside it. One with more cuts than anybody makes is taken as it stands.
    """
    if len(_CUT.findall(quote)) > _MOST_CUTS:
        return (Part(quote, None, None),)
    parts: list[Part] = []
    before: Cut | None = None
    start = 0
    for match in [*_CUT.finditer(quote), None]:
        end = match.start() if match else len(quote)
        words = quote[start:end]
        cut = _cut(quote, match) if match else None
        if any(map(str.isalnum, words)):
            parts.append(Part(words, before, cut))
            before = cut
        elif before is None or (cut is not None and cut.inserted is None):
            before = cut
        start = match.end() if match else end
    return _linked(parts)


def _cut(quote: str, match: re.Match[str]) -> Cut:
    start, end = match.span()
    return Cut(
        inserted=match["inserted"],
        shown=match[0],
        after_letter=start > 0 and _written_on(quote[start - 1]),
        before_letter=end < len(quote) and _written_on(quote[end]),
    )


def _written_on(letter: str) -> bool:
    return letter.isalnum() and not _UNSPACED.match(letter)


def _linked(parts: list[Part]) -> tuple[Part, ...]:
    """Let each part end with the cut that the next one begins with."""
    return tuple(
        Part(
            part.words,
            part.before,
            parts[at + 1].before if at + 1 < len(parts) else part.after,
        )
        for at, part in enumerate(parts)
    )
