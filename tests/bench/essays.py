"""Makes essays of any length: English-like, and the same each time."""

import random
import re
from dataclasses import dataclass
from functools import cache

from factcheck.config import resource
from factcheck.rules.annotated import (
    AnnotatedClaim,
    AnnotatedEssay,
    AnnotatedReview,
    AnnotatedSource,
    EssayFacts,
    SentenceFacts,
)
from factcheck.rules.annotating import assemble
from factcheck.rules.scales import PRESETS
from factcheck.rules.settling import Settlement
from factcheck.rules.sorting import Reason, Sorting
from factcheck.text.documents import Document, read_pasted
from factcheck.text.sentences import Sentence, split
from factcheck.text.spans import quote_context

SCALE = "newsroom"
EVERY_CLAIM = 5
PLACES = ("Harwick", "Ostrava", "Linfen", "Tampere", "Carrow", "Belém", "Tromsø")
PEOPLE = ("Marsh", "Moreau", "Hale", "Cho", "Okafor", "Lindqvist", "Duarte", "Novak")
NOUNS = (
    *("harvest", "treaty", "bridge", "budget", "mill", "census", "harbour", "strike"),
    *("inquiry", "reactor", "ministry", "railway", "flood", "election", "contract"),
    *("survey", "archive", "border", "petition", "reservoir"),
)
VERBS = (
    *("doubled", "fell", "was signed", "was postponed", "ended", "reopened"),
    *("was sold", "cost more than planned", "was never published"),
    "employed 400 people",
)
SHAPES = (
    "In {year} the {noun} of {place} {verb}, and the {other} {word} {verb2}.",
    "{person} wrote that “the {noun} {verb} before {year}.”",
    "The {word} {noun} near {place} {verb} in {year}; nobody had {word2} it.",
    "However, {percent} per cent of the {noun} {verb} under {person}.",
    "Dr. {person} told {place} that the {other} {verb}.",
    "By {year}, {number} of the {word} people of {place} had {word2} the {noun}.",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """An essay to measure with: as an author hands it in, and fully checked."""

    size: int
    document: Document
    sentences: tuple[Sentence, ...]
    annotated: AnnotatedEssay


@cache
def sample(size: int) -> Sample:
    """Return an essay of this many sentences; one in five is a checked claim."""
    chance = random.Random(size)  # noqa: S311  (repeatable, not secret)
    document = read_pasted(_text(size, chance))
    sentences = split(document.text, "en")
    return Sample(size, document, sentences, _annotated(document, sentences, chance))


@cache
def seed_words() -> list[str]:
    """Return the lower-case words of the seed essay."""
    essay = (resource("seed") / "essay.txt").read_text(encoding="utf-8")
    return sorted(set(re.findall(r"\b[a-z]{4,}\b", essay)))


def words(chance: random.Random, count: int) -> str:
    """Return that many words in a row."""
    return " ".join(chance.choices([*seed_words(), *NOUNS], k=count))


def _text(size: int, chance: random.Random) -> str:
    paragraphs, left = [], size
    while left:
        length = min(left, chance.randint(3, 7))
        paragraphs.append(" ".join(_sentence(chance) for _ in range(length)))
        left -= length
    return "\n\n".join(paragraphs) + "\n"


def _sentence(chance: random.Random) -> str:
    pick = chance.choice
    return pick(SHAPES).format(
        year=chance.randint(1900, 2020),
        noun=pick(NOUNS),
        other=pick(NOUNS),
        place=pick(PLACES),
        person=pick(PEOPLE),
        verb=pick(VERBS),
        verb2=pick(VERBS),
        word=words(chance, 1),
        word2=words(chance, 2),
        percent=chance.randint(2, 98),
        number=f"{chance.randint(1_000, 99_999):,}",
    )


def _annotated(
    document: Document, sentences: tuple[Sentence, ...], chance: random.Random
) -> AnnotatedEssay:
    text = document.text
    facts = EssayFacts(
        slug=f"of-{len(sentences)}",
        title=f"An essay of {len(sentences):,} sentences",
        byline="By A. Writer",
        appeared="",
        language="en",
        direction="ltr",
        reviews_needed=1,
        version=1,
        sha256="",
        text=text,
        scale=PRESETS[SCALE],
    )
    checked = sentences[::EVERY_CLAIM]
    claims = [_claim(text, s, n, chance) for n, s in enumerate(checked, 1)]
    return assemble(facts, [_sorted(s) for s in sentences], claims, ["Robin Hale"])


def _sorted(sentence: Sentence) -> SentenceFacts:
    """Sort a sentence: a claim, an opinion, or, for two in five, not yet."""
    turn = (sentence.position - 1) % EVERY_CLAIM
    sorting = (Sorting.CLAIM, Sorting.NOT_A_CLAIM, Sorting.TO_SORT)[min(turn, 2)]
    return SentenceFacts(
        sentence.position,
        sentence.paragraph,
        sentence.start,
        sentence.end,
        sorting,
        Reason.OPINION if sorting is Sorting.NOT_A_CLAIM else None,
    )


def _claim(
    text: str, sentence: Sentence, number: int, chance: random.Random
) -> AnnotatedClaim:
    start, end = sentence.start, sentence.end
    prefix, suffix = quote_context(text, start, end)
    review = _review(number, chance)
    return AnnotatedClaim(
        number=number,
        sentence=sentence.position,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=prefix,
        suffix=suffix,
        statement=text[start:end],
        settlement=Settlement.SETTLED,
        verdict=PRESETS[SCALE].verdict(review.verdict),
        finding=review.finding,
        explanation=review.explanation,
        sources=review.sources,
        reviews=(review,),
    )


def _review(number: int, chance: random.Random) -> AnnotatedReview:
    return AnnotatedReview(
        reviewer=0,
        verdict=chance.choice(PRESETS[SCALE].verdicts).key,
        finding=f"The record says {words(chance, 12)}.",
        explanation=f"{words(chance, 40).capitalize()}.\n\n{words(chance, 30)}.",
        given="2026-03-03T14:02:00Z",
        sources=(_source(number, 1, chance), _source(number, 2, chance)),
    )


def _source(number: int, index: int, chance: random.Random) -> AnnotatedSource:
    return AnnotatedSource(
        kind="webpage",
        title=f"{words(chance, 6).capitalize()}",
        url=f"https://example.org/records/{number}/{index}",
        author=chance.choice(PEOPLE),
        publisher=f"Archive of {chance.choice(PLACES)}",
        issued=str(chance.randint(1900, 2020)),
        quote=words(chance, 15),
        locator=f"page {chance.randint(1, 400)}",
        stance=chance.choice(("supports", "refutes", "context")),
    )
