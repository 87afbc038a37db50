"""A paragraph of the essay as HTML: the author's words with claims underlined.

Apart from the numbered references, the text inside is the author's, character for
character. It is built here and not in the template because claims may overlap.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from factcheck.exports.glyphs import glyph
from factcheck.exports.wording import verdict_words
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedParagraph,
    AnnotatedSentence,
    Segment,
)
from factcheck.translating import _

# Stops and closing quotes that belong before a reference: words.³ and not words³.
CLOSERS = re.compile("[.,;:!?…%)\\]}”’\"'»›。，、；：！？」』）】؟،؛।]+")  # noqa: RUF001
_MOST_LANES = 4


@dataclass(frozen=True, slots=True)
class Look:
    """How a claim looks within the text."""

    classes: str
    reference: str


def look(claim: AnnotatedClaim) -> Look:
    """Prepare a claim's class and its numbered reference."""
    standing, number, check = claim.standing, claim.number, _("check")
    return Look(
        classes=f"v-{standing}",
        reference=(
            f'<a class="ref v-{standing}" href="#c{number}" role="doc-noteref">&#8288;'
            f'<span class="vh">{check} </span>{number}{glyph(standing)}'
            f'<span class="vh"> {escape(verdict_words(claim))}</span></a>'
        ),
    )


def passage(
    paragraph: AnnotatedParagraph,
    claims: Mapping[int, AnnotatedClaim],
    looks: Mapping[int, Look],
) -> Markup:
    """Return a paragraph's sentences as HTML, a span each, under its number."""
    parts: list[str] = []
    for sentence in paragraph.sentences:
        opening = f'{escape(sentence.gap)}<span id="s{sentence.position}">'
        if sentence.claims:
            parts.append(opening)
            _mark(sentence, claims, looks, parts)
            parts.append("</span>")
        else:
            parts.append(f"{opening}{escape(sentence.text)}</span>")
    # A parser would turn the author's CR into LF.
    return Markup("".join(parts).replace("\r", "&#13;"))  # noqa: S704 (escaped above)


def _mark(
    sentence: AnnotatedSentence,
    claims: Mapping[int, AnnotatedClaim],
    looks: Mapping[int, Look],
    parts: list[str],
) -> None:
    """Append a sentence's segments, and each reference where its claim ends."""
    lanes = _lanes([claims[number] for number in sentence.claims])
    due: list[int] = []
    for segment in sentence.segments:
        text = segment.text
        if due and not segment.claims and (closers := CLOSERS.match(text)):
            parts.append(escape(closers[0]))
            text = text[closers.end() :]
        parts += [looks[number].reference for number in due]
        due = [number for number in segment.claims if claims[number].end == segment.end]
        opening = [
            _opening(number, segment, claims, looks, lanes) for number in segment.claims
        ]
        parts += [*opening, escape(text), "</mark>" * len(opening)]
    parts += [looks[number].reference for number in due]


def _opening(
    number: int,
    segment: Segment,
    claims: Mapping[int, AnnotatedClaim],
    looks: Mapping[int, Look],
    lanes: Mapping[int, int],
) -> str:
    """Open a mark; the first part of a claim carries its id."""
    first = claims[number].start == segment.start
    name = f'id="m{number}"' if first else f'data-n="{number}"'
    lane = f" l{lanes[number]}" if lanes[number] > 1 else ""
    return f'<mark {name} class="{looks[number].classes}{lane}">'


def _lanes(claims: Sequence[AnnotatedClaim]) -> dict[int, int]:
    """Give overlapping claims underlines at different depths, from 1."""
    lanes: dict[int, int] = {}
    ends: list[int] = []
    for claim in claims:
        free = (lane for lane, end in enumerate(ends) if end <= claim.start)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [claim.end]
        lanes[claim.number] = min(lane + 1, _MOST_LANES)
    return lanes
