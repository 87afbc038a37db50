"""The words for what stands beside reviews: rulings, dissent, inquiries, corrections.

Plain words without markup, shared by page and files like those of `wording`.
"""

from collections.abc import Iterator, Mapping

from factcheck.exports.directions import isolated
from factcheck.exports.wording import day, open_label
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedInquiry,
    AnnotatedReview,
    AnnotatedRewording,
    Correction,
)
from factcheck.rules.editions import OPEN_LABEL
from factcheck.translating import N_, _

_ANSWERS: Mapping[str, str] = {
    "accepted": N_("The author accepted it."),
    "rejected": N_("The author rejected it."),
    "answered": N_("The author answered."),
}


def ruling_words(claim: AnnotatedClaim) -> str:
    """Say who settled the claim, when and why; "" where its reviews did."""
    if claim.ruling is None:
        return ""
    ruled = claim.ruling
    return _(
        "Ruled by %(name)s on %(day)s: %(reason)s",
        name=isolated(ruled.by),
        day=day(ruled.ruled[:10]),
        reason=isolated(ruled.reason),
    )


def dissent_lines(claim: AnnotatedClaim, essay: AnnotatedEssay) -> list[str]:
    """Say who found otherwise and what, where the ruling prints it."""
    return [_dissent(review, essay) for review in claim.dissent]


def inquiry_words(inquiry: AnnotatedInquiry) -> str:
    """Say who was asked, how and when, and what came of it."""
    answer = inquiry.answered
    answered = _("answered %(day)s", day=day(answer)) if answer else ""
    known = [isolated(inquiry.channel), day(inquiry.asked), answered]
    how = ", ".join(part for part in known if part)
    asked, printed = isolated(inquiry.whom), isolated(inquiry.printed)
    if not how:
        return _("Asked %(name)s: %(printed)s", name=asked, printed=printed)
    return _(
        "Asked %(name)s (%(how)s): %(printed)s", name=asked, how=how, printed=printed
    )


def rewording_words(rewording: AnnotatedRewording) -> str:
    """Say what was proposed to the author, and the answer."""
    proposal = _(
        "Proposed “%(proposed)s” for “%(original)s”.",
        proposed=isolated(rewording.proposed),
        original=isolated(rewording.original),
    )
    parts = (proposal, _(_ANSWERS[rewording.status]), isolated(rewording.answer))
    return " ".join(part for part in parts if part)


def interest_lines(claim: AnnotatedClaim, essay: AnnotatedEssay) -> list[str]:
    """Say what those who reviewed the claim declare of themselves."""
    indexes = dict.fromkeys(review.reviewer for review in claim.reviews)
    return [
        _(
            "%(name)s declares: %(interests)s",
            name=isolated(essay.reviewers[index]),
            interests=isolated(essay.interests[index]),
        )
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
    old, new = _label(correction.old), _label(correction.new)
    if not old:
        return _("New in this edition: %(verdict)s.", verdict=new)
    if not new:
        return _("It said %(verdict)s. The claim is no longer marked.", verdict=old)
    return _("It said %(old)s; it now says %(new)s.", old=old, new=new)


def correction_of(correction: Correction) -> str:
    """Say the same of the claim that it is about."""
    return _(
        "Claim %(number)s, “%(quote)s”: %(correction)s",
        number=correction.claim,
        quote=correction.quote,
        correction=correction_words(correction),
    )


def correction_lines(essay: AnnotatedEssay) -> list[str]:
    """Say each correction of an edition on a line: claim, verdicts, day, reason."""
    return [_dated(correction_of(found), found, on) for found, on in _corrected(essay)]


def corrections_of(claim: AnnotatedClaim, essay: AnnotatedEssay) -> list[str]:
    """Say the corrections of one claim, which is known: verdicts, day, reason."""
    return [
        _dated(correction_words(found), found, on)
        for found, on in _corrected(essay)
        if found.claim == claim.number
    ]


def _corrected(essay: AnnotatedEssay) -> Iterator[tuple[Correction, str]]:
    """Give each correction of an edition, and the day of it in words."""
    if essay.edition:
        on = day(essay.edition.published[:10])
        yield from ((found, on) for found in essay.edition.corrections)


def _dated(words: str, found: Correction, on: str) -> str:
    return f"{words} {on}. {found.reason}".rstrip()


def _dissent(review: AnnotatedReview, essay: AnnotatedEssay) -> str:
    verdict = essay.facts.scale.verdict(review.verdict)
    return _(
        "Dissent: %(name)s: %(verdict)s. %(finding)s",
        name=isolated(essay.reviewers[review.reviewer]),
        verdict=verdict.label if verdict else open_label(),
        finding=isolated(review.finding),
    )


def _label(label: str) -> str:
    """Return a verdict's label, which is data, or that there was none, which is not."""
    return open_label() if label == OPEN_LABEL else label
