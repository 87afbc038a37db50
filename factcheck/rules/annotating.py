"""Makes the annotated essay: settles claims, cuts sentences at their borders."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from types import MappingProxyType

from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedParagraph,
    AnnotatedReview,
    AnnotatedRuling,
    AnnotatedSentence,
    AnnotatedSource,
    EditionNote,
    EssayFacts,
    Segment,
    SentenceFacts,
)
from factcheck.rules.citations import SourceFacts, SourceKind
from factcheck.rules.settling import RulingInForce, Settlement, settle
from factcheck.text.paragraphs import ParagraphKind

# Kinds of paragraphs by their number.
Kinds = Mapping[int, ParagraphKind]
_ALL_PROSE: Kinds = MappingProxyType({})

# Of such claims nothing is shown but their words.
_UNSAID = frozenset((Settlement.WAITING, Settlement.CHANGED))


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling in force as it settles a claim, with the words that readers see.

    `sources` came with an imported ruling; those of reviews follow them.
    """

    verdict: str
    finding: str
    explanation: str
    ruling: AnnotatedRuling
    reopened: bool = False
    sources: tuple[AnnotatedSource, ...] = ()


def annotate(  # noqa: PLR0913  (the parts of one whole)
    facts: EssayFacts,
    sentences: Sequence[SentenceFacts],
    claims: Iterable[AnnotatedClaim],
    reviewers: Sequence[str],
    edition: EditionNote | None = None,
    *,
    interests: Sequence[str] = (),
    rulings: Mapping[int, Ruled] = MappingProxyType({}),
    kinds: Kinds = _ALL_PROSE,
) -> AnnotatedEssay:
    """Join an essay's text, sentences and claims into one frozen value.

    Args:
        facts: the essay and its text.
        sentences: all of them, by position.
        claims: with `reviews` holding every given review, the first given first;
            they are settled here, and those of a claim that is not are left out.
        reviewers: names; each review's `reviewer` is an index into it. Names that
            no shown review points to are left out.
        edition: which published edition, if any.
        interests: what each reviewer declares, in the same order, or nothing.
        rulings: in force, by the claim's number.
        kinds: of paragraphs, by number; one that is not named is prose.
    """
    ordered = sorted(
        (_settled(claim, facts, rulings.get(claim.number)) for claim in claims),
        key=lambda c: (c.start, c.number),
    )
    shown, kept = _only_shown(ordered)
    names = [reviewers[index] for index in kept]
    declared = [interests[index] for index in kept] if interests else [""] * len(kept)
    return assemble(
        facts, sentences, shown, names, edition, interests=declared, kinds=kinds
    )


def assemble(  # noqa: PLR0913  (the parts of one whole)
    facts: EssayFacts,
    sentences: Sequence[SentenceFacts],
    claims: Iterable[AnnotatedClaim],
    reviewers: Sequence[str],
    edition: EditionNote | None = None,
    *,
    interests: Sequence[str] = (),
    kinds: Kinds = _ALL_PROSE,
) -> AnnotatedEssay:
    """Join parts that are settled already, such as those of an exported file."""
    ordered = sorted(claims, key=lambda c: (c.start, c.number))
    return AnnotatedEssay(
        facts=facts,
        paragraphs=_paragraphs(facts.text, sentences, ordered, kinds),
        claims=tuple(ordered),
        reviewers=tuple(reviewers),
        edition=edition,
        interests=tuple(interests) or ("",) * len(reviewers),
    )


def facts_of(source: AnnotatedSource) -> SourceFacts:
    """Return a source itself, whoever cites it."""
    return SourceFacts(
        kind=SourceKind(source.kind),
        title=source.title,
        url=source.url,
        author=source.author,
        publisher=source.publisher,
        issued=source.issued,
        details=source.details,
    )


def with_edition(essay: AnnotatedEssay, edition: EditionNote | None) -> AnnotatedEssay:
    """Return the essay labelled as a published edition, or as none."""
    return replace(essay, edition=edition)


def _settled(
    claim: AnnotatedClaim, facts: EssayFacts, ruled: Ruled | None
) -> AnnotatedClaim:
    """Give a claim the verdict of its ruling, or the one its reviews agree on."""
    # Reviews of one second stay in the order they come in, which is that of giving.
    reviews = sorted(claim.reviews, key=lambda r: r.given)
    force = RulingInForce(ruled.verdict, ruled.reopened) if ruled else None
    outcome = settle(
        [r.verdict for r in reviews],
        facts.reviews_needed,
        force,
        changed=claim.settlement is Settlement.CHANGED,
    )
    if outcome.settlement in _UNSAID:
        # Talk is as blind as the reviews that are still to come.
        return replace(claim, reviews=(), inquiries=(), rewordings=())
    if outcome.verdict is None:
        return replace(claim, settlement=outcome.settlement, reviews=())
    shown = _shown(reviews, outcome.verdict, ruled)
    said = ruled or reviews[0]
    return replace(
        claim,
        settlement=outcome.settlement,
        verdict=facts.scale.verdict(outcome.verdict),
        finding=said.finding,
        explanation=said.explanation,
        sources=_merged(reviews, ruled),
        reviews=shown,
        ruling=ruled.ruling if ruled else None,
    )


def _merged(
    reviews: Sequence[AnnotatedReview], ruled: Ruled | None
) -> tuple[AnnotatedSource, ...]:
    """Take every source once, those of dissent too: the verdict weighs them all."""
    own = ruled.sources if ruled else ()
    merged: dict[AnnotatedSource, AnnotatedSource] = {}
    for source in (*own, *(s for r in reviews for s in r.sources)):
        # What was found of a source since is no other source.
        found = source.quotation or source.archived
        alike = replace(source, quotation=None, archived="") if found else source
        known = merged.setdefault(alike, source)
        if known is not source:
            merged[alike] = replace(
                source,
                quotation=source.quotation or known.quotation,
                archived=source.archived or known.archived,
            )
    return tuple(merged.values())


def _shown(
    reviews: Sequence[AnnotatedReview], verdict: str, ruled: Ruled | None
) -> tuple[AnnotatedReview, ...]:
    """Leave dissent out unless the ruling prints it."""
    everything = ruled is None or ruled.ruling.print_dissent
    return tuple(r for r in reviews if everything or r.verdict == verdict)


def _only_shown(
    claims: Sequence[AnnotatedClaim],
) -> tuple[list[AnnotatedClaim], list[int]]:
    """Renumber reviewers by first appearance, so equal states give equal values."""
    index: dict[int, int] = {}
    renumbered = []
    for claim in claims:
        numbers = [index.setdefault(r.reviewer, len(index)) for r in claim.reviews]
        if numbers != [review.reviewer for review in claim.reviews]:
            pairs = zip(claim.reviews, numbers, strict=True)
            reviews = tuple(replace(r, reviewer=number) for r, number in pairs)
            claim = replace(claim, reviews=reviews)  # noqa: PLW2901
        renumbered.append(claim)
    return renumbered, list(index)


def _paragraphs(
    text: str,
    sentences: Sequence[SentenceFacts],
    claims: Sequence[AnnotatedClaim],
    kinds: Kinds,
) -> tuple[AnnotatedParagraph, ...]:
    by_sentence: dict[int, list[AnnotatedClaim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    paragraphs = []
    for number, group in groupby(sentences, key=lambda s: s.paragraph):
        before: SentenceFacts | None = None
        annotated = []
        for facts in group:
            gap = text[before.end : facts.start] if before else ""
            own = by_sentence.get(facts.position, [])
            annotated.append(_sentence(text, facts, own, gap))
            before = facts
        kind = kinds.get(number, ParagraphKind.PROSE)
        paragraphs.append(AnnotatedParagraph(number, tuple(annotated), kind))
    return tuple(paragraphs)


def _sentence(
    text: str, facts: SentenceFacts, claims: Sequence[AnnotatedClaim], gap: str
) -> AnnotatedSentence:
    return AnnotatedSentence(
        position=facts.position,
        paragraph=facts.paragraph,
        start=facts.start,
        end=facts.end,
        text=text[facts.start : facts.end],
        sorting=facts.sorting,
        reason=facts.reason,
        segments=segments(text, facts.start, facts.end, claims),
        claims=tuple(claim.number for claim in claims),
        gap=gap,
    )


def segments(
    text: str, start: int, end: int, claims: Sequence[AnnotatedClaim]
) -> tuple[Segment, ...]:
    """Cut text[start:end] at the borders of its claims, which may overlap.

    The segments are in order, touch, and together give text[start:end] back.
    """
    borders = {start, end}
    for claim in claims:
        borders.update((claim.start, claim.end))
    return tuple(
        Segment(
            a,
            b,
            text[a:b],
            tuple(c.number for c in claims if c.start <= a and b <= c.end),
        )
        for a, b in pairwise(sorted(borders))
    )
