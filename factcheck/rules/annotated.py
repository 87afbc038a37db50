"""The annotated essay: the author's text with every claim's verdict beside it.

One frozen value that the reader's page and every export draw from, so that they
cannot disagree. Offsets are Unicode code points into `AnnotatedEssay.text`; dates
are ISO 8601 in UTC.
"""

from collections import Counter
from dataclasses import dataclass

from factcheck.rules.quoted import QuotationFound
from factcheck.rules.scales import ScaleDefinition, Standing, VerdictLabel
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Reason, Sorting
from factcheck.rules.sources import NO_DETAILS, SourceDetails
from factcheck.text.paragraphs import ParagraphKind


@dataclass(frozen=True, slots=True)
class AnnotatedSource:
    """A source as one review cites it.

    Attributes:
        kind: a CSL item type.
        issued: YYYY, YYYY-MM, YYYY-MM-DD or "".
        quote: the source's own words.
        locator: where in the source.
        stance: supports, refutes or context.
        details: what else is known of the source.
        quotation: how the quote stands in a kept copy; None when it was not checked.
        archived: the address of a copy in an archive elsewhere, or "".
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
    details: SourceDetails = NO_DETAILS
    quotation: QuotationFound | None = None
    archived: str = ""


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
class AnnotatedRuling:
    """An editor's decision that settled a claim.

    Attributes:
        by: the editor's name.
        ruled: when, as YYYY-MM-DDTHH:MM:SSZ.
        disagreement: what reviewers differed about, a key of rules/rulings or "".
        print_dissent: whether reviews of another verdict are among `reviews`.
    """

    by: str
    ruled: str
    reason: str
    disagreement: str
    print_dissent: bool


@dataclass(frozen=True, slots=True)
class AnnotatedInquiry:
    """A question put to somebody outside, as far as it is printed; days YYYY-MM-DD."""

    whom: str
    channel: str
    asked: str
    answered: str
    printed: str


@dataclass(frozen=True, slots=True)
class AnnotatedRewording:
    """Other words proposed to the author, and what the author said.

    `status` is accepted, rejected or answered.
    """

    original: str
    proposed: str
    status: str
    answer: str


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
    ruling: AnnotatedRuling | None = None
    inquiries: tuple[AnnotatedInquiry, ...] = ()
    rewordings: tuple[AnnotatedRewording, ...] = ()

    @property
    def dissent(self) -> tuple[AnnotatedReview, ...]:
        """Printed reviews that gave another verdict than the ruling."""
        key = self.verdict.key if self.verdict else ""
        return tuple(review for review in self.reviews if review.verdict != key)

    @property
    def standing(self) -> Standing:
        """How the claim looks to a reader."""
        return self.verdict.standing if self.verdict else Standing.OPEN

    @property
    def checked(self) -> str:
        """The day of its ruling or its last review, YYYY-MM-DD, or ""."""
        ruled = [self.ruling.ruled] if self.ruling else []
        return max((*ruled, *(r.given for r in self.reviews)), default="")[:10]


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
    kind: ParagraphKind = ParagraphKind.PROSE

    @property
    def claims(self) -> tuple[int, ...]:
        """Numbers of the claims in it, in reading order."""
        return tuple(n for s in self.sentences for n in s.claims)


@dataclass(frozen=True, slots=True)
class Correction:
    """A claim whose verdict changed between two editions; labels in words or ""."""

    claim: int
    quote: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class EditionNote:
    """Which published edition this is; `published` is YYYY-MM-DDTHH:MM:SSZ."""

    number: int
    published: str
    note: str
    corrections: tuple[Correction, ...] = ()


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
    """The whole annotated essay.

    Attributes:
        reviewers: names; reviews point into them.
        interests: what each of them declares, in the same order; "" for nothing.
    """

    facts: EssayFacts
    paragraphs: tuple[AnnotatedParagraph, ...]
    claims: tuple[AnnotatedClaim, ...]
    reviewers: tuple[str, ...]
    edition: EditionNote | None = None
    interests: tuple[str, ...] = ()

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
