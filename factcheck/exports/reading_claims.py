"""Reading an exported file: its claims, their reviews and sources."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.exports.parts import DATE, TIME, Part, all_different, refuse
from factcheck.exports.reading_beside import (
    read_inquiries,
    read_rewordings,
    read_ruling,
)
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedReview,
    AnnotatedSource,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.citations import SourceKind, Stance
from factcheck.rules.mementos import memento_of
from factcheck.rules.quoted import QuotationFound
from factcheck.rules.scales import ScaleDefinition, Standing, VerdictLabel
from factcheck.rules.settling import Settlement
from factcheck.rules.sources import DETAILS, NO_DETAILS, Level, SourceDetails
from factcheck.text.quotations.checking import Outcome
from factcheck.translating import N_, _

_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", re.ASCII)
_CLOSED = (Settlement.SETTLED, Settlement.RULED)
_CLAIM = (
    "number",
    "sentence",
    "start",
    "end",
    "quote",
    "prefix",
    "suffix",
    "statement",
    "settlement",
    "verdict",
    "verdict_label",
    "standing",
    "finding",
    "explanation",
    "sources",
    "reviews",
    "ruling",
    "inquiries",
    "rewordings",
)
_REVIEW = ("reviewer", "verdict", "finding", "explanation", "given", "sources")
_MORE = ("details", "quotation", "archived")
_SOURCE = (
    "kind",
    "title",
    "url",
    "author",
    "publisher",
    "issued",
    "quote",
    "locator",
    "stance",
)


@dataclass(frozen=True, slots=True)
class _Span:
    """Where a claim stands, after its words were compared with the text."""

    sentence: int
    start: int
    end: int


def read_claims(
    document: Part,
    facts: EssayFacts,
    sentences: Sequence[SentenceFacts],
    reviewers: Sequence[str],
) -> list[AnnotatedClaim]:
    """Read all claims; `reviewers` are ids."""
    claims = [
        _claim(part, facts, sentences, reviewers) for part in document.parts("claims")
    ]
    if not all_different([claim.number for claim in claims]):
        refuse(_("Two claims have the same number."))
    return claims


def _claim(
    part: Part,
    facts: EssayFacts,
    sentences: Sequence[SentenceFacts],
    reviewers: Sequence[str],
) -> AnnotatedClaim:
    part.only(*_CLAIM)
    span = _span(part, facts.text, sentences)
    settlement = part.choice("settlement", Settlement)
    return AnnotatedClaim(
        number=part.number("number", 1),
        sentence=span.sentence,
        start=span.start,
        end=span.end,
        quote=part.text("quote"),
        prefix=part.text("prefix"),
        suffix=part.text("suffix"),
        statement=part.text("statement"),
        settlement=settlement,
        verdict=_verdict(part, facts.scale, settlement),
        finding=part.text("finding"),
        explanation=part.text("explanation"),
        sources=tuple(_sources(part)),
        reviews=tuple(_reviews(part, facts.scale, settlement, reviewers)),
        ruling=read_ruling(part, settlement),
        inquiries=tuple(read_inquiries(part)),
        rewordings=tuple(read_rewordings(part)),
    )


def _span(part: Part, text: str, sentences: Sequence[SentenceFacts]) -> _Span:
    """Compare a claim's words, and those around it, with the text."""
    position, start, end = (part.number(k) for k in ("sentence", "start", "end"))
    if not 1 <= position <= len(sentences):
        part.refuse(_("is no sentence of this essay"), "sentence")
    sentence = sentences[position - 1]
    if not sentence.start <= start < end <= sentence.end:
        part.refuse(_("does not stand within its sentence"))
    if text[start:end] != part.text("quote"):
        part.refuse(_("is not what stands at its place in the text"), "quote")
    before, after = part.text("prefix"), part.text("suffix")
    if not text.endswith(before, 0, start) or not text.startswith(after, end):
        part.refuse(_("has a prefix or suffix that is not beside it in the text"))
    return _Span(position, start, end)


def _verdict(
    part: Part, scale: ScaleDefinition, settlement: Settlement
) -> VerdictLabel | None:
    """Look the verdict up; label and standing must be those of the scale."""
    standing = part.choice("standing", Standing)
    if part.absent("verdict"):
        if settlement in _CLOSED:
            part.refuse(_("is settled without a verdict"))
        if standing is not Standing.OPEN or not part.absent("verdict_label"):
            part.refuse(_("has no verdict but looks as if it had one"))
        return None
    verdict = _of_scale(part, scale)
    if settlement not in _CLOSED:
        part.refuse(_("has a verdict without being settled"))
    if (verdict.label, verdict.standing) != (part.text("verdict_label"), standing):
        part.refuse(
            _("has another label or standing than its scale gives it"), "verdict"
        )
    return verdict


def _of_scale(part: Part, scale: ScaleDefinition) -> VerdictLabel:
    verdict = scale.verdict(part.text("verdict"))
    if verdict is None:
        part.refuse(_("is not on the scale"), "verdict")
    return verdict


def _reviews(
    claim: Part,
    scale: ScaleDefinition,
    settlement: Settlement,
    reviewers: Sequence[str],
) -> Iterator[AnnotatedReview]:
    for part in claim.parts("reviews"):
        if settlement not in _CLOSED:
            part.refuse(_("shows a review of a claim that is open"))
        part.only(*_REVIEW)
        reviewer = part.text("reviewer")
        if reviewer not in reviewers:
            part.refuse(_("is none of the reviewers"), "reviewer")
        yield AnnotatedReview(
            reviewer=reviewers.index(reviewer),
            verdict=_of_scale(part, scale).key,
            finding=part.text("finding"),
            explanation=part.text("explanation"),
            given=part.matching("given", TIME, N_("a time in UTC")),
            sources=tuple(_sources(part)),
        )


def _sources(holder: Part) -> Iterator[AnnotatedSource]:
    for part in holder.parts("sources"):
        more = [key for key in _MORE if key in part.value]
        part.only(*_SOURCE, *more)
        yield AnnotatedSource(
            kind=part.choice("kind", SourceKind).value,
            title=part.text("title"),
            url=part.text("url"),
            author=part.text("author"),
            publisher=part.text("publisher"),
            issued=part.matching(
                "issued", DATE, N_("a date such as 1949 or 1949-01-14")
            ),
            quote=part.text("quote"),
            locator=part.text("locator"),
            stance=part.choice("stance", Stance).value,
            quotation=_quotation(part.part("quotation"))
            if "quotation" in more
            else None,
            details=_details(part.part("details")) if "details" in more else NO_DETAILS,
            archived=_archived(part) if "archived" in more else "",
        )


def _details(part: Part) -> SourceDetails:
    part.only(*(name for name in DETAILS if name in part.value))
    if "level" in part.value:
        part.choice("level", Level)
    if "accessed" in part.value:
        part.matching("accessed", DATE, N_("a date such as 1949 or 1949-01-14"))
    return SourceDetails(**{name: part.text(name) for name in part.value})


def _archived(part: Part) -> str:
    url = part.text("archived")
    if memento_of(url) is None:
        part.refuse(_("is no address of an archived copy"), "archived")
    return url


def _quotation(part: Part) -> QuotationFound:
    part.only("outcome", "kept", "changed", "stands")
    if part.choice("outcome", Outcome) is Outcome.NOTHING:
        part.refuse(_("says nothing"), "outcome")
    return QuotationFound(
        outcome=part.text("outcome"),
        kept=part.matching("kept", _DAY, "a day"),
        changed=part.number("changed"),
        stands=part.text("stands"),
    )
