"""The claims as a table for spreadsheets: RFC 4180, a row a claim.

It begins with a byte order mark, without which Excel takes UTF-8 for another encoding;
LibreOffice and Python's "utf-8-sig" read it too.
"""

import csv
import io

from factcheck.exports import beside, house_style, wording
from factcheck.exports.addresses import NOWHERE, Addresses
from factcheck.exports.escaping import guard_cell
from factcheck.rules.annotated import AnnotatedClaim, AnnotatedEssay

COLUMNS = (
    "number",
    "sentence",
    "start",
    "end",
    "quote",
    "statement",
    "verdict",
    "label",
    "standing",
    "finding",
    "explanation",
    "checked",
    "reviewers",
    "sources",
    "ruling",
    "dissent",
    "corrections",
    "inquiries",
    "rewordings",
    "interests",
    "method",
)


def write_csv(essay: AnnotatedEssay, about: Addresses = NOWHERE) -> bytes:
    """Return the claims in reading order, cells guarded against formulas."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(claim, essay, about) for claim in essay.claims)
    return out.getvalue().encode("utf-8-sig")


def _row(
    claim: AnnotatedClaim, essay: AnnotatedEssay, about: Addresses
) -> list[int | str]:
    reviewers = dict.fromkeys(essay.reviewers[r.reviewer] for r in claim.reviews)
    texts = [
        claim.quote,
        claim.statement,
        claim.verdict.key if claim.verdict else "",
        wording.verdict_words(claim),
        str(claim.standing),
        wording.finding_words(claim, essay.facts.reviews_needed),
        claim.explanation,
        claim.checked,
        "; ".join(reviewers),
        "\n".join(house_style.source_words(source) for source in claim.sources),
        beside.ruling_words(claim),
        "\n".join(beside.dissent_lines(claim, essay)),
        "\n".join(beside.corrections_of(claim, essay)),
        "\n".join(beside.inquiry_words(inquiry) for inquiry in claim.inquiries),
        "\n".join(beside.rewording_words(words) for words in claim.rewordings),
        "\n".join(beside.interest_lines(claim, essay)),
        "\n".join(f"{link.label}: {link.href}" for link in about.links),
    ]
    numbers = [claim.number, claim.sentence, claim.start, claim.end]
    return [*numbers, *(guard_cell(text) for text in texts)]
