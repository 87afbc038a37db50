"""An essay's words in the order they are read, with claims and references to notes.

Page and files draw the same: a claim's reference stands after its last word, and after
the stop or closing quote that follows: words.³ and not words³.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.rules.annotated import AnnotatedClaim, AnnotatedSentence

# Stops and closing quotes that belong before a reference.
_CLOSERS = re.compile("[.,;:!?…%)\\]}”’\"'»›。，、；：！？」』）】؟،؛।]+")  # noqa: RUF001
_MOST_LANES = 4


@dataclass(frozen=True, slots=True)
class Words:
    """Some of the author's words.

    Attributes:
        claims: numbers of the claims that they are under, in order.
        begun: those whose first words these are.
        ended: those whose last words these are.
    """

    text: str
    claims: tuple[int, ...] = ()
    begun: tuple[int, ...] = ()
    ended: tuple[int, ...] = ()


def marked(
    sentence: AnnotatedSentence, claims: Mapping[int, AnnotatedClaim]
) -> Iterator[Words | int]:
    """Give a sentence's words in order, and the number of each claim that is due."""
    due: tuple[int, ...] = ()
    for segment in sentence.segments:
        text = segment.text
        if due and not segment.claims and (closers := _CLOSERS.match(text)):
            yield Words(closers[0])
            text = text[closers.end() :]
        yield from due
        under = segment.claims
        due = tuple(n for n in under if claims[n].end == segment.end)
        if text:
            begun = tuple(n for n in under if claims[n].start == segment.start)
            yield Words(text, under, begun, due)
    yield from due


def lanes(claims: Sequence[AnnotatedClaim]) -> dict[int, int]:
    """Give overlapping claims underlines at different depths, from 1."""
    found: dict[int, int] = {}
    ends: list[int] = []
    for claim in claims:
        free = (lane for lane, end in enumerate(ends) if end <= claim.start)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [claim.end]
        found[claim.number] = min(lane + 1, _MOST_LANES)
    return found
