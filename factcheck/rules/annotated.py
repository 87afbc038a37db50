"""The annotated essay: the author's text with every claim's verdict beside it.

One frozen value that the reader's page and every export draw from, so that they
cannot disagree. Offsets are Unicode code points into `AnnotatedEssay.text`; dates
are ISO 8601 in UTC.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from factcheck.rules.scales import ScaleDefinition, Standing, VerdictLabel
from factcheck.rules.settling import Settlement, settle
from factcheck.rules.sorting import Reason, Sorting


@dataclass(frozen=True, slots=True)
class AnnotatedSource:
    """A source as one review cites it.

    Attributes:
        kind: a CSL item type.
        issued: YYYY, YYYY-MM, YYYY-MM-DD or "".
        quote: the source's own words.
        locator: where in the source.
        stance: supports, refutes or context.
    """

    kind: str
    title: str
    url: str
    author: str
    publisher: str
    issued: str
    quote: str
    locator: str
    stance: str


@dataclass(frozen=True, slots=True)
class AnnotatedReview:
    """One given review.

    Attributes:
        reviewer: index into `AnnotatedEssay.reviewers`.
        verdict: a key of the essay's scale.
        given: when, as YYYY-MM-DDTHH:MM:SSZ.
    """

    reviewer: int
    verdict: str
    finding: str
    explanation: str
    given: str
    sources: tuple[AnnotatedSource, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedClaim:
    """A claim, where its words stand, and what was found.

    `verdict`, `finding`, `explanation` and `sources` are filled once it is settled;
    until then `settlement` says what it waits for, and no review is shown.
    """

    number: int
    sentence: int
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    statement: str
    settlement: Settlement = Settlement.WAITING
    verdict: VerdictLabel | None = None
    finding: str = ""
    explanation: str = ""
    sources: tuple[AnnotatedSource, ...] = ()
    reviews: tuple[AnnotatedReview, ...] = ()

    @property
    def standing(self) -> Standing:
        """How the claim looks to a reader."""
        return self.verdict.standing if self.verdict else Standing.OPEN

    @property
    def checked(self) -> str:
        """The day the last of its reviews was given, YYYY-MM-DD, or ""."""
        return max((review.given for review in self.reviews), default="")[:10]


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one sentence under the same claims (numbers, in order); or none."""

    start: int
    end: int
    text: str
    claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """A sentence, how it is sorted, and its words cut at claim borders.

    Attributes:
        position: from 1, in reading order.
        paragraph: from 1.
        gap: the author's characters between the sentence before in its paragraph
            and this one, as they stand; "" for the first.
    """

    position: int
    paragraph: int
    start: int
    end: int
    text: str
    sorting: Sorting
    reason: Reason | None
    segments: tuple[Segment, ...]
    claims: tuple[int, ...]
    gap: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedParagraph:
    """Sentences that stand together; number from 1."""

    number: int
    sentences: tuple[AnnotatedSentence, ...]

    @property
    def claims(self) -> tuple[int, ...]:
        """Numbers of the claims in it, in reading order."""
        return tuple(n for s in self.sentences for n in s.claims)


@dataclass(frozen=True, slots=True)
class EditionNote:
    """Which published edition this is; `published` is YYYY-MM-DDTHH:MM:SSZ."""

    number: int
    published: str
    note: str


@dataclass(frozen=True, slots=True)
class SentenceFacts:
    """A stored sentence, before it is cut into segments."""

    position: int
    paragraph: int
    start: int
    end: int
    sorting: Sorting
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class EssayFacts:
    """What identifies an essay and one version of its text.

    Attributes:
        language: BCP 47 tag or "".
        direction: ltr or rtl.
        appeared: where it appeared, in words or as an address.
        version: number of this text, from 1.
        sha256: of the text in UTF-8, hexadecimal.
        reviews_needed: given reviews that settle a claim.
    """

    slug: str
    title: str
    byline: str
    appeared: str
    language: str
    direction: str
    reviews_needed: int
    version: int
    sha256: str
    text: str
    scale: ScaleDefinition


@dataclass(frozen=True, slots=True)
class AnnotatedEssay:
    """The whole annotated essay. `reviewers` are names; reviews point into it."""

    facts: EssayFacts
    paragraphs: tuple[AnnotatedParagraph, ...]
    claims: tuple[AnnotatedClaim, ...]
    reviewers: tuple[str, ...]
    edition: EditionNote | None = None

    @property
    def text(self) -> str:
        """The author's text."""
        return self.facts.text

    @property
    def sentences(self) -> tuple[AnnotatedSentence, ...]:
        """All sentences in reading order."""
        return tuple(s for p in self.paragraphs for s in p.sentences)

    @property
    def tally(self) -> dict[str, int]:
        """Claims by verdict key, in the scale's order; those open under ""."""
        counts = Counter(c.verdict.key if c.verdict else "" for c in self.claims)
        keys = [v.key for v in self.facts.scale.verdicts]
        return {key: counts[key] for key in [*keys, ""]}

    @property
    def settled(self) -> int:
        """How many claims have a verdict."""
        return sum(1 for claim in self.claims if claim.verdict)

    @property
    def checked(self) -> str:
        """The day of the last review in it, YYYY-MM-DD, or ""."""
        return max((claim.checked for claim in self.claims), default="")


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
