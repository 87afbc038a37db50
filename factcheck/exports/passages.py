"""A paragraph of the essay as HTML: the author's words with claims underlined.

Apart from the numbered references, the text inside is the author's, character for
character. It is built here and not in the template because claims may overlap.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from factcheck.exports.glyphs import glyph
from factcheck.exports.marking import Words, lanes, marked
from factcheck.exports.wording import verdict_words
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedParagraph,
    AnnotatedSentence,
)
from factcheck.translating import _


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
    """Append a sentence's words, and each reference where it is due."""
    depths = lanes([claims[number] for number in sentence.claims])
    for found in marked(sentence, claims):
        if isinstance(found, int):
            parts.append(looks[found].reference)
        else:
            parts += [_opening(number, found, looks, depths) for number in found.claims]
            parts += [escape(found.text), "</mark>" * len(found.claims)]


def _opening(
    number: int, words: Words, looks: Mapping[int, Look], depths: Mapping[int, int]
) -> str:
    """Open a mark; the first part of a claim carries its id."""
    name = f'id="m{number}"' if number in words.begun else f'data-n="{number}"'
    lane = f" l{depths[number]}" if depths[number] > 1 else ""
    return f'<mark {name} class="{looks[number].classes}{lane}">'
