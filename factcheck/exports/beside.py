"""The words for what stands beside reviews: rulings, dissent, inquiries, corrections.

Plain English without markup, shared by page and files like those of `wording`.
"""

from collections.abc import Iterator, Mapping

from factcheck.exports.wording import OPEN_LABEL, day
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedInquiry,
    AnnotatedReview,
    AnnotatedRewording,
    Correction,
)

_ANSWERS: Mapping[str, str] = {
    "accepted": "The author accepted it.",
    "rejected": "The author rejected it.",
    "answered": "The author answered.",
}


def ruling_words(claim: AnnotatedClaim) -> str:
    """Say who settled the claim, when and why; "" where its reviews did."""
    if claim.ruling is None:
        return ""
    ruled = claim.ruling
    return f"Ruled by {ruled.by} on {day(ruled.ruled[:10])}: {ruled.reason}"


def dissent_lines(claim: AnnotatedClaim, essay: AnnotatedEssay) -> list[str]:
    """Say who found otherwise and what, where the ruling prints it."""
    return [_dissent(review, essay) for review in claim.dissent]


def inquiry_words(inquiry: AnnotatedInquiry) -> str:
    """Say who was asked, how and when, and what came of it."""
    how = f" by {inquiry.channel}" if inquiry.channel else ""
    when = f" on {day(inquiry.asked)}" if inquiry.asked else ""
    answer = f", answered {day(inquiry.answered)}" if inquiry.answered else ""
    return f"Asked {inquiry.whom}{how}{when}{answer}: {inquiry.printed}"


def rewording_words(rewording: AnnotatedRewording) -> str:
    """Say what was proposed to the author, and the answer."""
    proposal = f"Proposed “{rewording.proposed}” for “{rewording.original}”."
    parts = (proposal, _ANSWERS[rewording.status], rewording.answer)
    return " ".join(part for part in parts if part)


def interest_lines(claim: AnnotatedClaim, essay: AnnotatedEssay) -> list[str]:
    """Say what those who reviewed the claim declare of themselves."""
    indexes = dict.fromkeys(review.reviewer for review in claim.reviews)
    return [
        f"{essay.reviewers[index]} declares: {essay.interests[index]}"
        for index in indexes
        if essay.interests[index]
    ]


def beside_lines(claim: AnnotatedClaim, essay: AnnotatedEssay) -> Iterator[str]:
    """Say all of it, a line each, in the order that page and files print it."""
    if claim.ruling:
        yield ruling_words(claim)
    yield from dissent_lines(claim, essay)
    yield from (inquiry_words(inquiry) for inquiry in claim.inquiries)
    yield from (rewording_words(rewording) for rewording in claim.rewordings)
    yield from interest_lines(claim, essay)


def correction_words(correction: Correction) -> str:
    """Say what a claim's verdict was, and what it is now."""
    if not correction.old:
        return f"New in this edition: {correction.new}."
    if not correction.new:
        return f"It said {correction.old}. The claim is no longer marked."
    return f"It said {correction.old}; it now says {correction.new}."


def correction_lines(essay: AnnotatedEssay) -> list[str]:
    """Say each correction of an edition on a line: claim, verdicts, day, reason."""
    edition = essay.edition
    if edition is None:
        return []
    return [
        f"Claim {found.claim}, “{found.quote}”: {correction_words(found)}"
        f" {day(edition.published[:10])}. {found.reason}".rstrip()
        for found in edition.corrections
    ]


def _dissent(review: AnnotatedReview, essay: AnnotatedEssay) -> str:
    verdict = essay.facts.scale.verdict(review.verdict)
    label = verdict.label if verdict else OPEN_LABEL
    return f"Dissent: {essay.reviewers[review.reviewer]}: {label}. {review.finding}"
