"""Essays of any size, for measuring and for what only shows in long ones."""

import hashlib

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
from factcheck.rules.sorting import Sorting

_SENTENCE = "Sentence {} says that the plan of 1958 was for one plant of six reactors."
_SOURCES = tuple(
    AnnotatedSource(
        kind="report",
        title=f"Report {n} of the commission",
        url=f"https://example.org/report/{n}",
        author="A. Author",
        publisher="The Commission",
        issued="1958-06-21",
        quote="The plan was for one plant.",
        locator=f"p. {n}",
        stance="supports",
    )
    for n in (1, 2)
)


def large_essay(sentences: int, claims: int) -> AnnotatedEssay:
    """Return an essay with claims on whole sentences, evenly spread."""
    parts = [_SENTENCE.format(n) for n in range(1, sentences + 1)]
    facts, start = [], 0
    for n, part in enumerate(parts, 1):
        facts.append(
            SentenceFacts(n, (n + 4) // 5, start, start + len(part), Sorting.CLAIM)
        )
        start += len(part) + 1
    text = " ".join(parts)
    step = sentences // claims
    return annotate(
        _facts(text),
        facts,
        [_claim(n, facts[(n - 1) * step], text) for n in range(1, claims + 1)],
        ["A. Reader"],
    )


def _facts(text: str) -> EssayFacts:
    return EssayFacts(
        slug="large",
        title="A long essay",
        byline="A. Writer",
        appeared="",
        language="en",
        direction="ltr",
        reviews_needed=1,
        version=1,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        scale=NEWSROOM,
    )


def _claim(number: int, sentence: SentenceFacts, text: str) -> AnnotatedClaim:
    verdict = NEWSROOM.verdicts[number % len(NEWSROOM.verdicts)]
    review = AnnotatedReview(
        reviewer=0,
        verdict=verdict.key,
        finding="The plan was for one plant with six reactors, as the report says.",
        explanation="The report of June 1958 names one plant and six reactors. " * 3,
        given="2026-03-03T12:00:00Z",
        sources=_SOURCES,
    )
    return AnnotatedClaim(
        number=number,
        sentence=sentence.position,
        start=sentence.start,
        end=sentence.end,
        quote=text[sentence.start : sentence.end],
        prefix=text[max(0, sentence.start - 32) : sentence.start],
        suffix=text[sentence.end : sentence.end + 32],
        statement=f"In 1958 the plan number {number} was for one plant.",
        reviews=(review,),
    )
