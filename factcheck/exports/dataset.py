"""The essay as research data: a row a sentence, claims or not, with every raw verdict.

A zip of `sentences.jsonl`, `scale.json` and a README.md. The names of the fields are
those of AVeriTeC's and of JSONL sets like it; offsets are Unicode code points. A
sentence may hold several claims, so what is said of a claim stands in `claims`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.json import source_rows
from factcheck.exports.zips import zip_bytes
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedSentence,
)
from factcheck.rules.holdings import NOTHING_HELD, Holdings, RawReview
from factcheck.rules.scales import ScaleDefinition, Standing
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Sorting
from factcheck.text.paragraphs import ParagraphKind

SCHEMA_VERSION = 1

# The labels of two public sets, by how a verdict stands. It is lossy: scale.json has
# what each verdict means here.
_AVERITEC: Mapping[Standing, str] = {
    Standing.HOLDS: "Supported",
    Standing.PARTLY: "Conflicting Evidence/Cherrypicking",
    Standing.CONTEXT: "Conflicting Evidence/Cherrypicking",
    Standing.REFUTED: "Refuted",
    Standing.UNVERIFIED: "Not Enough Evidence",
}
_FEVER: Mapping[Standing, str] = {
    Standing.HOLDS: "SUPPORTS",
    Standing.REFUTED: "REFUTES",
    Standing.UNVERIFIED: "NOT ENOUGH INFO",
}
_README = Path(__file__).parent / "templates" / "dataset.md"


def write_dataset(essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
    """Return the data of an essay without raw verdicts, as far as it is printed."""
    return hold_dataset(essay, about, NOTHING_HELD)[0]


def hold_dataset(
    essay: AnnotatedEssay,
    about: Addresses,
    holdings: Holdings,
) -> tuple[bytes, Sequence[str]]:
    """Return the zip; the same state gives the same bytes."""
    rows = _rows(essay, holdings.reviews or {})
    parts = {
        "README.md": _readme(essay, about),
        "scale.json": _line(asdict(essay.facts.scale)),
        "sentences.jsonl": "".join(map(_line, rows)),
    }
    return zip_bytes((name, text.encode()) for name, text in parts.items()), ()


def _rows(
    essay: AnnotatedEssay, reviews: Mapping[int, Sequence[RawReview]]
) -> Iterator[dict[str, Any]]:
    """Give the rows one by one, as they are written."""
    facts, sentences = essay.facts, essay.sentences
    claims = {claim.number: claim for claim in essay.claims}
    kinds = {s.position: p.kind for p in essay.paragraphs for s in p.sentences}
    document = {
        "schema_version": SCHEMA_VERSION,
        "document_id": facts.slug,
        "document_version": facts.version,
        "document_sha256": facts.sha256,
        "title": facts.title,
        "language": facts.language,
    }
    texts = [None, *(sentence.text for sentence in sentences), None]
    for at, sentence in enumerate(sentences):
        yield (
            document
            | _sentence(sentence, kinds[sentence.position])
            | {"previous_text": texts[at], "next_text": texts[at + 2]}
            | {
                "claims": [
                    _claim(claims[number], facts.scale, reviews.get(number, ()))
                    for number in sentence.claims
                ]
            }
        )


def _sentence(sentence: AnnotatedSentence, kind: ParagraphKind) -> dict[str, Any]:
    sorted_ = sentence.sorting is not Sorting.TO_SORT
    return {
        "sentence_id": sentence.position,
        "line_number": sentence.position,
        "paragraph": sentence.paragraph,
        "paragraph_kind": kind,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "is_claim": sentence.sorting is Sorting.CLAIM if sorted_ else None,
        "not_claim_reason": sentence.reason,
    }


def _claim(
    claim: AnnotatedClaim, scale: ScaleDefinition, reviews: Sequence[RawReview]
) -> dict[str, Any]:
    verdict = claim.verdict
    return {
        "claim_id": claim.number,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "claim_normalized": claim.statement,
        "settlement": claim.settlement,
        "scale_id": f"{scale.key}/v{scale.version}",
        "label": verdict.key if verdict else None,
        "rating_value": verdict.value if verdict else None,
        "label_method": _method(claim, reviews) if verdict else None,
        "finding": claim.finding,
        "justification": claim.explanation,
        "averitec_label": _AVERITEC.get(claim.standing),
        "fever_label": _FEVER.get(claim.standing),
        "annotations": [_annotation(review, scale) for review in reviews],
        "sources": source_rows(claim.sources),
        "questions": [asdict(inquiry) for inquiry in claim.inquiries],
    }


def _method(claim: AnnotatedClaim, reviews: Sequence[RawReview]) -> str:
    if claim.ruling:
        return "adjudicated"
    return "single" if max(len(reviews), len(claim.reviews)) == 1 else "unanimous"


def _annotation(review: RawReview, scale: ScaleDefinition) -> dict[str, Any]:
    verdict = scale.verdict(review.verdict)
    return {
        "annotator_id": review.annotator,
        "verdict": review.verdict,
        "rating_value": verdict.value if verdict else None,
        "finding": review.finding,
        "justification": review.explanation,
        "created": review.created,
        "modified": review.modified,
        "sources": source_rows(review.sources),
    }


def _readme(essay: AnnotatedEssay, about: Addresses) -> str:
    scale = essay.facts.scale
    verdicts = [
        f"| `{v.key}` | {_cell(v.label)} | {'' if v.value is None else v.value} |"
        f" {_cell(v.definition)} |"
        for v in scale.verdicts
    ]
    return _README.read_text(encoding="utf-8").format(
        title=_cell(essay.facts.title or essay.facts.slug),
        schema_version=SCHEMA_VERSION,
        kinds=", ".join(ParagraphKind),
        settlements=", ".join(Settlement),
        scale=_cell(scale.name),
        scale_version=scale.version,
        verdicts="\n".join(verdicts),
        links="".join(f"\n- {link.label}: {link.href}" for link in about.links),
    )


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
