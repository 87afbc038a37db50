"""The seed's worked review as an annotated essay, without a database."""

import hashlib
import json
from pathlib import Path
from typing import Any

from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedReview,
    AnnotatedSource,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.annotating import annotate
from factcheck.rules.scales import NEWSROOM
from factcheck.rules.sorting import Reason, Sorting
from factcheck.text.paragraphs import ParagraphKind

SEED = Path(__file__).resolve().parents[2] / "seed"
_REASONS = {"opinion": Reason.OPINION, "not-a-claim": Reason.NOT_PROSE}


def seed_review() -> dict[str, Any]:
    """Return the seed's review as it stands in its file."""
    found: dict[str, Any] = json.loads((SEED / "review.json").read_text("utf-8"))
    return found


def seed_text() -> str:
    """Return the seed's text."""
    return (SEED / "essay.txt").read_text("utf-8")


def seed_essay() -> AnnotatedEssay:
    """Return the annotated essay, every claim reviewed once."""
    review, text = seed_review(), seed_text()
    findings = review["findings"]
    claims = [f for f in findings if f["kind"] == "claim"]
    return annotate(
        EssayFacts(
            slug="mao-stalin",
            title=review["title"],
            byline=review["byline"],
            appeared="",
            language=review["language"],
            direction="ltr",
            reviews_needed=1,
            version=1,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            scale=NEWSROOM,
        ),
        _sentences(text, findings),
        [_claim(n, finding, text) for n, finding in enumerate(claims, 1)],
        ["A. Reader"],
        kinds={8: ParagraphKind.SEPARATOR, 9: ParagraphKind.BYLINE},
    )


def _sentences(text: str, findings: list[dict[str, Any]]) -> list[SentenceFacts]:
    """Take a line for a sentence, as the seed is written."""
    sentences, paragraph, start = [], 1, 0
    for line in text.split("\n"):
        kinds = {f["kind"] for f in findings if f["sentence"] == len(sentences) + 1}
        if not line:
            paragraph += 1
        else:
            reason = None if "claim" in kinds else _REASONS[kinds.pop()]
            sorting = Sorting.NOT_A_CLAIM if reason else Sorting.CLAIM
            end = start + len(line.rstrip())
            position = len(sentences) + 1
            sentences.append(
                SentenceFacts(position, paragraph, start, end, sorting, reason)
            )
        start += len(line) + 1
    return sentences


def _claim(number: int, finding: dict[str, Any], text: str) -> AnnotatedClaim:
    start, end = finding["start"], finding["end"]
    sources = tuple(
        AnnotatedSource(
            kind=source["kind"],
            title=source["title"],
            url=source["url"],
            author=source["author"] or "",
            publisher=source["publisher"] or "",
            issued=source["published"] or "",
            quote=source["quote"] or "",
            locator="",
            stance=source["stance"],
        )
        for source in finding["sources"]
    )
    review = AnnotatedReview(
        reviewer=0,
        verdict=finding["verdict"],
        finding=finding["finding"],
        explanation=finding["rationale"],
        given="2026-03-03T12:00:00Z",
        sources=sources,
    )
    return AnnotatedClaim(
        number=number,
        sentence=finding["sentence"],
        start=start,
        end=end,
        quote=finding["quote"],
        prefix=text[max(0, start - 32) : start],
        suffix=text[end : end + 32],
        statement=finding["statement"],
        reviews=(review,),
    )
