"""What the page template shows, worked out beforehand: it only prints."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from factcheck.exports import beside, wording
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.glyphs import glyph
from factcheck.exports.method import method_lines
from factcheck.exports.notes import note
from factcheck.exports.passages import look, passage
from factcheck.exports.plots import is_binned, strip, strip_rows
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.scales import Standing
from factcheck.text.paragraphs import ParagraphKind
from factcheck.translating import _

_TAGS = {ParagraphKind.HEADING: "h2", ParagraphKind.QUOTATION: "blockquote"}
_OWN_MARK = re.compile(r"[^\w\s\"'“(]\s|\(?\w{1,4}[.)]\s")


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph; `tag` is the element that holds its words.

    `marked` says that a list item brings its own mark: "- rice" or "1. rice".
    """

    number: int
    kind: ParagraphKind
    tag: str
    marked: bool
    html: Markup
    notes: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class VerdictView:
    """A line of the tally."""

    standing: str
    glyph: Markup
    label: str
    definition: str
    count: int


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A claim that an edition corrects; `here` says whether it is still there."""

    number: int
    here: bool
    quote: str
    words: str
    day: str
    reason: str


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything on the page; `beside_words` puts notes level with their words."""

    title: str
    language: str
    direction: str
    byline: str
    appeared: str
    appeared_href: str
    standfirst: str
    checked: str
    edition: str
    corrections: tuple[CorrectionView, ...]
    verdicts: tuple[VerdictView, ...]
    strip: Markup
    strip_shared: bool
    paragraphs: tuple[ParagraphView, ...]
    method: tuple[str, ...]
    first_claim: int
    version: int
    sha256: str
    beside_words: bool


def brings_its_mark(text: str, start: int) -> bool:
    """Say whether a list item begins with a mark of its own."""
    return _OWN_MARK.match(text, start) is not None


def page_view(
    essay: AnnotatedEssay, *, beside_words: bool, about: Addresses = NOWHERE
) -> PageView:
    """Work out the whole page."""
    facts, rows = essay.facts, strip_rows(essay)
    return PageView(
        title=facts.title,
        language=facts.language,
        direction=facts.direction,
        byline=facts.byline,
        appeared=facts.appeared,
        appeared_href=wording.web_address(facts.appeared),
        standfirst=wording.standfirst(essay),
        checked=wording.checked_by(essay),
        edition=wording.edition_words(essay.edition),
        corrections=_corrections(essay),
        verdicts=_verdicts(essay),
        strip=strip(rows, link="#m{}"),
        strip_shared=is_binned(rows),
        paragraphs=_paragraphs(essay, about),
        method=tuple(method_lines(essay)),
        first_claim=essay.claims[0].number if essay.claims else 0,
        version=facts.version,
        sha256=facts.sha256,
        beside_words=beside_words,
    )


def _corrections(essay: AnnotatedEssay) -> tuple[CorrectionView, ...]:
    if essay.edition is None:
        return ()
    day, numbers = essay.edition.published[:10], {c.number for c in essay.claims}
    return tuple(
        CorrectionView(
            number=found.claim,
            here=found.claim in numbers,
            quote=found.quote,
            words=beside.correction_words(found),
            day=wording.day(day),
            reason=found.reason,
        )
        for found in essay.edition.corrections
    )


def _verdicts(essay: AnnotatedEssay) -> tuple[VerdictView, ...]:
    tally = essay.tally
    rows = [
        VerdictView(v.standing, glyph(v.standing), v.label, v.definition, tally[v.key])
        for v in essay.facts.scale.verdicts
    ]
    if tally[""]:
        rows.append(
            VerdictView(
                Standing.OPEN,
                glyph(Standing.OPEN),
                wording.open_label(),
                _(wording.OPEN_DEFINITION),
                tally[""],
            )
        )
    return tuple(rows)


def _paragraphs(essay: AnnotatedEssay, about: Addresses) -> tuple[ParagraphView, ...]:
    claims = {claim.number: claim for claim in essay.claims}
    looks = {number: look(claim) for number, claim in claims.items()}
    return tuple(
        ParagraphView(
            number=paragraph.number,
            kind=paragraph.kind,
            tag=_TAGS.get(paragraph.kind, "p"),
            marked=brings_its_mark(essay.text, paragraph.sentences[0].start),
            html=passage(paragraph, claims, looks),
            notes=tuple(
                note(claims[number], essay, about.claim(number))
                for number in paragraph.claims
            ),
        )
        for paragraph in essay.paragraphs
    )
