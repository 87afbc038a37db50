"""ClaimReview (schema.org): one for each claim that has a verdict.

It is what search engines and databases of fact-checks read, and tells the world that
somebody else's claim was checked and found so. It is therefore not written of a draft,
nor where a desk checked its own essay: one that appeared on the desk's own site, or
whose author is among those who reviewed or ruled.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from factcheck.exports import beside, house_style, wording
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.iris import made_iri, web_iri
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedEssay, AnnotatedSource
from factcheck.rules.citations import SourceKind
from factcheck.rules.mementos import memento_of
from factcheck.rules.scales import ScaleDefinition, VerdictLabel
from factcheck.translating import N_, _

Json = dict[str, Any]
_TYPES: Mapping[str, str] = {
    SourceKind.WEBPAGE: "WebPage",
    SourceKind.ARTICLE: "Article",
    SourceKind.BOOK: "Book",
    SourceKind.CHAPTER: "Chapter",
    SourceKind.REPORT: "Report",
    SourceKind.DATASET: "Dataset",
}
_NO_ADDRESSES = N_(
    "The reviews have no addresses, which search engines ask for: set"
    " FACTCHECK_PUBLIC_URL to where readers reach this desk."
)
# Within a page, what could end the script or begin markup is written as an escape.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def write_claimreview(essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
    """Return an array of the claims that have a verdict, one on a line."""
    lines = [
        _dump(_review(claim, claim.verdict, essay, about))
        for claim in essay.claims
        if claim.verdict
    ]
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def embedded(claim: AnnotatedClaim, essay: AnnotatedEssay, about: Addresses) -> Markup:
    """Return a claim's ClaimReview for a script element on its own page, or ""."""
    if claim.verdict is None or withheld(essay, about):
        return Markup()
    return Markup(  # noqa: S704 (escaped by _dump)
        _dump(_review(claim, claim.verdict, essay, about))
    )


def withheld(essay: AnnotatedEssay, about: Addresses) -> str:
    """Say why there is no ClaimReview of this essay; "" where there is."""
    if essay.edition is None:
        return _(
            "ClaimReview is for checks that are published, and this is a working copy."
            " Publish an edition, then take that."
        )
    if _wrote(essay):
        return _(
            "ClaimReview is for checks of what somebody else wrote, and the author of"
            " this essay is among those who checked it."
        )
    appeared = wording.web_address(essay.facts.appeared)
    if _is_own(urlsplit(appeared), urlsplit(about.home)):
        return _(
            "ClaimReview is for checks of what appeared elsewhere, and this essay"
            " appeared on the desk's own site."
        )
    return ""


def lacks(_essay: AnnotatedEssay, about: Addresses) -> list[str]:
    """Say what readers of the file will miss."""
    if about.claims:
        return []
    return [_(_NO_ADDRESSES)]


def _wrote(essay: AnnotatedEssay) -> bool:
    editors = [claim.ruling.by for claim in essay.claims if claim.ruling]
    names = {name.casefold().strip() for name in (*essay.reviewers, *editors)}
    author = essay.facts.byline.casefold().strip()
    return bool(author) and author in names


def _is_own(appeared: Any, home: Any) -> bool:
    """Say whether two addresses are of one site, or of a part of the other."""
    there, here = appeared.hostname or "", home.hostname or ""
    if not there or not here:
        return False
    return f".{there}".endswith(f".{here}") or f".{here}".endswith(f".{there}")


def _review(
    claim: AnnotatedClaim,
    verdict: VerdictLabel,
    essay: AnnotatedEssay,
    about: Addresses,
) -> Json:
    address = web_iri(about.claim(claim.number))
    name = made_iri(essay.facts.slug, essay.facts.sha256, f"claim-{claim.number}")
    review: Json = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": address or name,
        "url": address,
        "datePublished": essay.edition.published[:10] if essay.edition else "",
        "claimReviewed": claim.statement or claim.quote,
        "author": _desk(about),
        "reviewBody": claim.explanation,
        "reviewRating": _rating(claim, verdict, essay.facts.scale),
        "itemReviewed": _claim(claim, essay, address),
        "citation": [_source(source) for source in claim.sources],
        "correction": _corrections(claim, essay),
    }
    return _filled(review)


def _desk(about: Addresses) -> Json:
    if not about.desk:
        return {}
    return _filled(
        {
            "@type": "Organization",
            "name": about.desk,
            "url": about.home,
            "publishingPrinciples": about.method,
            "correctionsPolicy": about.policy,
        }
    )


def _rating(
    claim: AnnotatedClaim, verdict: VerdictLabel, scale: ScaleDefinition
) -> Json:
    """Say the verdict in words, and as a number where its scale has numbers from 1."""
    rating: Json = {"@type": "Rating", "alternateName": verdict.label}
    numbers = [v.value for v in scale.verdicts if v.value is not None]
    if verdict.value is not None and 1 <= min(numbers) < max(numbers):
        rating["ratingValue"] = verdict.value
        rating["bestRating"], rating["worstRating"] = max(numbers), min(numbers)
    return _filled(rating | {"ratingExplanation": claim.finding})


def _claim(claim: AnnotatedClaim, essay: AnnotatedEssay, address: str) -> Json:
    facts = essay.facts
    author = {"@type": "Person", "name": facts.byline} if facts.byline else {}
    work: Json = {
        "@type": "Article",
        "headline": facts.title,
        "author": author,
        "inLanguage": facts.language,
        "url": web_iri(facts.appeared),
    }
    return _filled(
        {
            "@type": "Claim",
            "@id": f"{address}#claim" if address else "",
            "text": claim.quote,
            "author": author,
            "appearance": _filled(work),
        }
    )


def _source(source: AnnotatedSource) -> Json:
    publisher = {"@type": "Organization", "name": source.publisher}
    itself = memento_of(source.url)
    return _filled(
        {
            "@type": _TYPES.get(source.kind, "CreativeWork"),
            "name": house_style.source_name(source),
            "url": web_iri(itself.original if itself else source.url),
            "archivedAt": web_iri(source.archived),
            "creditText": source.author,
            "publisher": publisher if source.publisher else {},
            "datePublished": source.issued,
            "hasPart": _quoted(source),
        }
    )


def _quoted(source: AnnotatedSource) -> Json:
    """Give the words that are cited, and how they stand in the copy that is kept."""
    if not source.quote:
        return {}
    checked = wording.checked_quotation(source)
    return _filled({"@type": "Quotation", "text": source.quote, "description": checked})


def _corrections(claim: AnnotatedClaim, essay: AnnotatedEssay) -> list[Json]:
    if essay.edition is None:
        return []
    return [
        {
            "@type": "CorrectionComment",
            "text": f"{beside.correction_words(found)} {found.reason}".rstrip(),
            "datePublished": essay.edition.published[:10],
        }
        for found in essay.edition.corrections
        if found.claim == claim.number
    ]


def _filled(value: Json) -> Json:
    """Leave out what is not known."""
    return {key: each for key, each in value.items() if each not in ("", {}, [])}


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False).translate(_ESCAPES)
