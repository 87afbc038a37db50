"""The annotated essay as JSON, with everything in it; `reading` is the way back.

The shape is published in `schemas/essay-2.schema.json`; files of version 1, which said
nothing of paragraphs, are read but no longer written. Paragraphs, sentences and claims
stand a record a line, so that two states of an essay can be compared line by line.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedReview,
    AnnotatedRuling,
    AnnotatedSentence,
    AnnotatedSource,
    EssayFacts,
)
from factcheck.rules.scales import ScaleDefinition
from factcheck.rules.sources import known_details

FORMAT = "factcheck-essay"
VERSION = 2
READ = (1, 2)


def write_json(essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
    """Return the whole annotated essay, in UTF-8 with a final newline."""
    entries = [
        f" {_text(key)}: {_value(value)}"
        for key, value in _document(essay, about).items()
    ]
    return ("{\n" + ",\n".join(entries) + "\n}\n").encode()


def schema(version: int = VERSION) -> dict[str, Any]:
    """Return the published JSON Schema of a version of the format."""
    path = files("factcheck.exports") / "schemas" / f"essay-{version}.schema.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _document(essay: AnnotatedEssay, about: Addresses) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "about": {
            "method": about.method,
            "scale": about.scale,
            "corrections": about.policy,
        },
        "essay": _essay(essay.facts),
        "edition": asdict(essay.edition) if essay.edition else None,
        "scale": _scale(essay.facts.scale),
        "reviewers": [
            {"id": reviewer_id(index), "name": name, "interests": declared}
            for index, (name, declared) in enumerate(
                zip(essay.reviewers, essay.interests, strict=True)
            )
        ],
        "text": essay.text,
        # Made one by one as they are written: a long essay has many.
        "paragraphs": (
            {"number": paragraph.number, "kind": paragraph.kind}
            for paragraph in essay.paragraphs
        ),
        "sentences": map(_sentence, essay.sentences),
        "claims": map(_claim, essay.claims),
    }


def reviewer_id(index: int) -> str:
    """Name a reviewer within the file: r1, r2 ..."""
    return f"r{index + 1}"


def _essay(facts: EssayFacts) -> dict[str, Any]:
    return {
        "slug": facts.slug,
        "title": facts.title,
        "byline": facts.byline,
        "appeared": facts.appeared,
        "language": facts.language,
        "direction": facts.direction,
        "reviews_needed": facts.reviews_needed,
        "version": facts.version,
        "sha256": facts.sha256,
    }


def _scale(scale: ScaleDefinition) -> dict[str, Any]:
    return asdict(scale)


def _sentence(sentence: AnnotatedSentence) -> dict[str, Any]:
    return {
        "position": sentence.position,
        "paragraph": sentence.paragraph,
        "start": sentence.start,
        "end": sentence.end,
        "sorting": sentence.sorting,
        "reason": sentence.reason,
    }


def _claim(claim: AnnotatedClaim) -> dict[str, Any]:
    verdict = claim.verdict
    return {
        "number": claim.number,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "prefix": claim.prefix,
        "suffix": claim.suffix,
        "statement": claim.statement,
        "settlement": claim.settlement,
        "verdict": verdict.key if verdict else None,
        "verdict_label": verdict.label if verdict else None,
        "standing": claim.standing,
        "finding": claim.finding,
        "explanation": claim.explanation,
        "sources": source_rows(claim.sources),
        "reviews": [_review(review) for review in claim.reviews],
        "ruling": _ruling(claim.ruling) if claim.ruling else None,
        "inquiries": [asdict(inquiry) for inquiry in claim.inquiries],
        "rewordings": [asdict(rewording) for rewording in claim.rewordings],
    }


def _ruling(ruling: AnnotatedRuling) -> dict[str, Any]:
    return {
        "by": ruling.by,
        "ruled": ruling.ruled,
        "reason": ruling.reason,
        "disagreement": ruling.disagreement,
        "print_dissent": ruling.print_dissent,
    }


def _review(review: AnnotatedReview) -> dict[str, Any]:
    return {
        "reviewer": reviewer_id(review.reviewer),
        "verdict": review.verdict,
        "finding": review.finding,
        "explanation": review.explanation,
        "given": review.given,
        "sources": source_rows(review.sources),
    }


def source_rows(sources: Iterable[AnnotatedSource]) -> list[dict[str, Any]]:
    """Return sources as every file of ours in JSON has them."""
    return [
        {
            "kind": source.kind,
            "title": source.title,
            "url": source.url,
            "author": source.author,
            "publisher": source.publisher,
            "issued": source.issued,
            "quote": source.quote,
            "locator": source.locator,
            "stance": source.stance,
        }
        | ({"details": known} if (known := known_details(source.details)) else {})
        | ({"quotation": asdict(source.quotation)} if source.quotation else {})
        | ({"archived": source.archived} if source.archived else {})
        for source in sources
    ]


def _value(value: Any) -> str:
    """Write a top-level value: records a line each, small objects a key a line."""
    if isinstance(value, list | Iterator):
        lines = ",\n".join(f"  {_text(item)}" for item in value)
        return f"[\n{lines}\n ]" if lines else "[]"
    if isinstance(value, Mapping):
        lines = ",\n".join(f"  {_text(k)}: {_inner(v)}" for k, v in value.items())
        return f"{{\n{lines}\n }}"
    return _text(value)


def _inner(value: Any) -> str:
    if isinstance(value, list | tuple) and value:
        return "[\n" + ",\n".join(f"   {_text(item)}" for item in value) + "\n  ]"
    return _text(value)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
