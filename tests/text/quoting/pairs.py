"""Quotations with the right answer beside each: written by hand, and made by edits.

Texts and quotations are ours, in English, Korean, Chinese and Arabic, and what the
seed's essay quotes from its sources, set into other prose.
"""
# ruff: noqa: RUF001, S311 - marks of many scripts; no secret is drawn here

import json
import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck.config import resource
from factcheck.text.quotations.checking import Outcome
from factcheck.text.sentences import split
from factcheck.text.words import Word, words

HERE = Path(__file__).parent
PROSE = HERE.parent / "carrying" / "prose"
TEXTS = {
    "en": (HERE / "texts/en.txt", PROSE / "en-bridge.txt", PROSE / "en-speech.txt"),
    "ko": (HERE / "texts/ko.txt", PROSE / "ko-siljang.txt"),
    "zh": (HERE / "texts/zh.txt", PROSE / "zh-dengta.txt"),
    "ar": (HERE / "texts/ar.txt", PROSE / "ar-bir.txt"),
}
UNSPACED = {"zh"}
SHORTEST = 6  # words of a sentence that is edited

Edit = Callable[[random.Random, list[str], list[int]], str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation, a text, and how the one stands in the other."""

    language: str
    edit: str
    text: str
    quote: str
    outcome: Outcome


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the whole set; the same at each call."""
    return (*_handwritten(), *_made(), *_of_the_seed())


def _handwritten() -> Iterator[Pair]:
    for line in (HERE / "handwritten.tsv").read_text().splitlines():
        outcome, language, quote = line.split("\t")
        text = TEXTS[language][0].read_text()
        yield Pair(language, "by hand", text, quote, Outcome(outcome))


def _made() -> Iterator[Pair]:
    rng = random.Random(5)
    for language, files in TEXTS.items():
        texts = [file.read_text() for file in files]
        for index, text in enumerate(texts):
            others = [each for each in texts if each is not text]
            for quote in _sentences(text, language):
                yield from _edited(rng, language, text, quote)
            for quote in _sentences(others[index % len(others)], language)[:8]:
                yield Pair(language, "of another text", text, quote, Outcome.ABSENT)


def _sentences(text: str, language: str) -> list[str]:
    found = [text[s.start : s.end] for s in split(text, language)]
    return [q for q in found if len(_pickable(q)) >= SHORTEST and "\n\n" not in q]


def _pickable(quote: str) -> list[Word]:
    return [word for word in words(quote) if word.pickable]


def _edited(rng: random.Random, language: str, text: str, quote: str) -> Iterator[Pair]:
    cut = [word.text for word in words(quote)]
    picks = [at for at, word in enumerate(words(quote)) if word.pickable]
    for name, edit in _same(rng).items():
        yield Pair(language, name, text, edit(quote), Outcome.EXACT)
    for name, alter in ALTERING.items():
        new = alter(rng, list(cut), picks)
        if " ".join(new.split()) != " ".join(quote.split()):
            yield Pair(language, name, text, new, Outcome.ALTERED)
    for name, elide in ELIDING.items():
        new = elide(rng, list(cut), picks)
        yield Pair(language, name, text, new, Outcome.ELIDED)


def _same(rng: random.Random) -> dict[str, Callable[[str], str]]:
    """Edits of typography, which leave a quotation exact."""
    straight = str.maketrans(dict.fromkeys("“”«»", '"') | dict.fromkeys("‘’", "'"))
    spaces = rng.choice(["  ", "\xa0", "\n", " \u2009"])
    return {
        "as it stands": str,
        "straight quotes": lambda quote: quote.translate(straight),
        "white space": lambda quote: quote.replace(" ", spaces),
        "decomposed": lambda quote: unicodedata.normalize("NFD", quote),
        "in quotation marks": lambda quote: f"“{quote}”",
        "dots around": lambda quote: f"… {quote} …",
        "hidden marks": lambda quote: quote[:3] + "\u200b" + quote[3:] + "\ufeff",
    }


def _replaced(rng: random.Random, cut: list[str], picks: list[int]) -> str:
    at = rng.choice(picks)
    others = [cut[i] for i in picks if cut[i].lower() != cut[at].lower()]
    cut[at] = rng.choice(others)
    return "".join(cut)


def _dropped(rng: random.Random, cut: list[str], picks: list[int]) -> str:
    at = rng.choice(picks[1:-1])
    del cut[at : at + 2 if cut[at + 1].isspace() else at + 1]
    return "".join(cut)


def _added(rng: random.Random, cut: list[str], picks: list[int]) -> str:
    at, other = rng.choice(picks[1:-1]), rng.choice(picks)
    space = " " if any(piece.isspace() for piece in cut) else ""
    cut[at] = f"{cut[other]}{space}{cut[at]}"
    return "".join(cut)


def _swapped(rng: random.Random, cut: list[str], picks: list[int]) -> str:
    index = rng.randrange(len(picks) - 1)
    a, b = picks[index], picks[index + 1]
    cut[a], cut[b] = cut[b], cut[a]
    return "".join(cut)


def _mistyped(rng: random.Random, cut: list[str], picks: list[int]) -> str:
    at = rng.choice(picks)
    new = {"a": "e", "e": "a", "的": "地", "다": "라", "ا": "و"}
    letter = rng.randrange(len(cut[at]))
    old = cut[at][letter]
    to = new.get(old) or (str((int(old) + 1) % 10) if old in "0123456789" else "x")
    cut[at] = cut[at][:letter] + to + cut[at][letter + 1 :]
    return "".join(cut)


def _shortened(mark: str) -> Edit:
    def edit(rng: random.Random, cut: list[str], picks: list[int]) -> str:
        low = rng.randrange(1, len(picks) - 3)
        high = rng.randrange(low + 1, len(picks) - 1)
        return "".join([*cut[: picks[low]], mark, *cut[picks[high] :]])

    return edit


def _explained(rng: random.Random, cut: list[str], picks: list[int]) -> str:
    at = rng.choice(picks[1:-1])
    space = " " if any(piece.isspace() for piece in cut) else ""
    cut[at] = f"[{rng.choice(picks)}]{space}{cut[at]}"
    return "".join(cut)


ALTERING: dict[str, Edit] = {
    "a word replaced": _replaced,
    "a word left out": _dropped,
    "a word put in": _added,
    "two words swapped": _swapped,
    "a letter changed": _mistyped,
}
ELIDING: dict[str, Edit] = {
    "dots within": _shortened(" … "),
    "dots in brackets": _shortened(" [...] "),
    "three points": _shortened(" . . . "),
    "brackets": _explained,
}


def _of_the_seed() -> Iterator[Pair]:
    """Set what the seed's sources are quoted with into other prose."""
    kept = json.loads((resource("seed") / "review.json").read_text())
    quotes = list(dict.fromkeys(_quotes(kept)))
    around = (PROSE / "en-speech.txt").read_text().split("\n\n")
    for at, quote in enumerate(quotes):
        before, after = around[at % len(around)], around[(at + 1) % len(around)]
        text = f"{before}\n\nHe wrote: {quote} And so on.\n\n{after}"
        bracketed = "[" in quote
        outcome = Outcome.EXACT
        yield Pair("seed", "as it stands", text, quote, outcome)
        other = quotes[(at + 7) % len(quotes)]
        yield Pair("seed", "of another text", text, other, Outcome.ABSENT)
        picks = _pickable(quote)
        if len(picks) >= SHORTEST and not bracketed:
            gone = picks[len(picks) // 2]
            new = quote[: gone.start] + "zzz" + quote[gone.end :]
            yield Pair("seed", "a word replaced", text, new, Outcome.ALTERED)


def _quotes(kept: object) -> Iterator[str]:
    if isinstance(kept, dict):
        if kept.get("quote") and kept.get("url"):
            yield kept["quote"]
        for value in kept.values():
            yield from _quotes(value)
    elif isinstance(kept, list):
        for value in kept:
            yield from _quotes(value)
