"""One claim of the latest edition as a page of its own, to link to and cite."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from factcheck.exports import wording
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.beside import correction_words
from factcheck.exports.claimreview import embedded
from factcheck.exports.glyphs import glyph
from factcheck.exports.html import PageLinks, environment
from factcheck.exports.notes import body
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedEssay, Correction


@dataclass(frozen=True, slots=True)
class PastCorrection:
    """What an edition corrected of the claim."""

    edition: int
    href: str
    day: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class _ClaimView:
    """What the page prints."""

    title: str
    language: str
    direction: str
    byline: str
    edition: str
    number: int
    standing: str
    glyph: Markup
    label: str
    finding: str
    before: str
    quote: str
    after: str
    body: Markup
    corrections: Sequence[PastCorrection]


def render_claim(
    essay: AnnotatedEssay,
    claim: AnnotatedClaim,
    *,
    links: PageLinks,
    edition_href: str,
    corrections: Sequence[PastCorrection] = (),
    site: Addresses = NOWHERE,
) -> str:
    """Return the page of one claim, its words within their paragraph.

    `site` has the desk's addresses as others reach them, for its ClaimReview.
    """
    return (
        environment()
        .get_template("claim.html")
        .render(
            page=_view(essay, claim, corrections),
            links=links,
            edition_href=edition_href,
            review=embedded(claim, essay, site),
        )
    )


def past(correction: Correction, edition: int, href: str, iso: str) -> PastCorrection:
    """Put a correction in words."""
    return PastCorrection(
        edition, href, wording.day(iso), correction_words(correction), correction.reason
    )


def _view(
    essay: AnnotatedEssay,
    claim: AnnotatedClaim,
    corrections: Sequence[PastCorrection],
) -> _ClaimView:
    facts = essay.facts
    start, end = _paragraph(essay, claim)
    return _ClaimView(
        title=facts.title,
        language=facts.language,
        direction=facts.direction,
        byline=facts.byline,
        edition=wording.edition_words(essay.edition),
        number=claim.number,
        standing=claim.standing,
        glyph=glyph(claim.standing),
        label=wording.verdict_words(claim),
        finding=wording.finding_words(claim, facts.reviews_needed),
        before=essay.text[start : claim.start],
        quote=claim.quote,
        after=essay.text[claim.end : end],
        body=Markup(body(claim, essay)),  # noqa: S704 (escaped there)
        corrections=corrections,
    )


def _paragraph(essay: AnnotatedEssay, claim: AnnotatedClaim) -> tuple[int, int]:
    """Find the paragraph that a claim's words stand in."""
    sentences = next(p for p in essay.paragraphs if claim.number in p.claims).sentences
    return sentences[0].start, sentences[-1].end
