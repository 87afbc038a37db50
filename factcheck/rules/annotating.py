"""Makes the annotated essay: settles claims, cuts sentences at their borders."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedParagraph,
    AnnotatedSentence,
    EditionNote,
    EssayFacts,
    Segment,
    SentenceFacts,
)
from factcheck.rules.settling import settle


def annotate(
    facts: EssayFacts,
    sentences: Sequence[SentenceFacts],
    claims: Iterable[AnnotatedClaim],
    reviewers: Sequence[str],
    edition: EditionNote | None = None,
) -> AnnotatedEssay:
    """Join an essay's text, sentences and claims into one frozen value.

    Args:
        facts: the essay and its text.
        sentences: all of them, by position.
        claims: with `reviews` holding every given review; they are settled here,
            and reviews of a claim that is not settled are left out.
        reviewers: names; each review's `reviewer` is an index into it. Names that
            no shown review points to are left out.
        edition: which published edition, if any.
    """
    ordered = sorted(
        (_settled(claim, facts) for claim in claims), key=lambda c: (c.start, c.number)
    )
    shown, names = _only_shown(ordered, reviewers)
    return assemble(facts, sentences, shown, names, edition)


def assemble(
    facts: EssayFacts,
    sentences: Sequence[SentenceFacts],
    claims: Iterable[AnnotatedClaim],
    reviewers: Sequence[str],
    edition: EditionNote | None = None,
) -> AnnotatedEssay:
    """Join parts that are settled already, such as those of an exported file."""
    ordered = sorted(claims, key=lambda c: (c.start, c.number))
    return AnnotatedEssay(
        facts=facts,
        paragraphs=_paragraphs(facts.text, sentences, ordered),
        claims=tuple(ordered),
        reviewers=tuple(reviewers),
        edition=edition,
    )


def with_edition(essay: AnnotatedEssay, edition: EditionNote) -> AnnotatedEssay:
    """Return the essay labelled as a published edition."""
    return replace(essay, edition=edition)


def _settled(claim: AnnotatedClaim, facts: EssayFacts) -> AnnotatedClaim:
    """Give a claim the verdict its reviews agree on, with the first one's words."""
    reviews = sorted(claim.reviews, key=lambda r: (r.given, r.reviewer))
    outcome = settle([r.verdict for r in reviews], facts.reviews_needed)
    if outcome.verdict is None:
        return replace(claim, settlement=outcome.settlement, reviews=())
    first = reviews[0]
    return replace(
        claim,
        settlement=outcome.settlement,
        verdict=facts.scale.verdict(outcome.verdict),
        finding=first.finding,
        explanation=first.explanation,
        sources=tuple(dict.fromkeys(s for r in reviews for s in r.sources)),
        reviews=tuple(reviews),
    )


def _only_shown(
    claims: Sequence[AnnotatedClaim], reviewers: Sequence[str]
) -> tuple[list[AnnotatedClaim], tuple[str, ...]]:
    """Renumber reviewers by first appearance, so equal states give equal values."""
    index: dict[int, int] = {}
    renumbered = []
    for claim in claims:
        reviews = tuple(
            replace(r, reviewer=index.setdefault(r.reviewer, len(index)))
            for r in claim.reviews
        )
        renumbered.append(replace(claim, reviews=reviews))
    return renumbered, tuple(reviewers[old] for old in index)


def _paragraphs(
    text: str, sentences: Sequence[SentenceFacts], claims: Sequence[AnnotatedClaim]
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
        paragraphs.append(AnnotatedParagraph(number, tuple(annotated)))
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
