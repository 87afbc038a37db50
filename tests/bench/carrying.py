"""How well claims are carried over to a new text, and how long a book takes."""
# ruff: noqa: S311 - no secret is drawn here

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from factcheck.text.anchoring import carry_over
from factcheck.text.carried import Anchored, VersionText, anchored
from factcheck.text.sentences import Sentence
from tests.bench.report import Aim, Measure, Reading
from tests.text.carrying.drafts import LANGUAGES, drafts, invent
from tests.text.carrying.edits import EDITS
from tests.text.carrying.judged import Count, Truth, Verdict, count, revisions

SENTENCES, CLAIMS = 10_000, 2_000
PRECISE = Aim("value", "at least 99.5 of 100", lambda share: share >= 99.5)
COMPLETE = Aim("value", "at least 97 of 100", lambda share: share >= 97)
SOON = Aim("value", "under 2 s", lambda seconds: seconds < 2)

Texts = list[str]


def measure_carrying() -> list[Measure]:
    """Measure right answers on the labelled revisions, and the time of a book."""
    total = _total()
    judged = total.cells.total()
    return [
        Measure(
            "attached again, and rightly",
            "%",
            {judged: Reading(100 * total.precision)},
            (PRECISE,),
        ),
        Measure(
            "still there, and attached again",
            "%",
            {judged: Reading(100 * total.recall)},
            (COMPLETE,),
        ),
        *(
            Measure(
                f"a book of {SENTENCES:,} sentences with {CLAIMS:,} claims: {name}",
                "s",
                {SENTENCES: Reading(seconds, more="in processor time")},
                (SOON,),
            )
            for name, seconds in times()
        ),
    ]


def carrying_lines() -> list[str]:
    """Return the confusion matrix, and the figures by kind of edit."""
    return [
        *matrix(_total()),
        "",
        *(_figures(edit, found) for edit, found in _counts().items()),
    ]


@cache
def _counts() -> dict[str, Count]:
    return {edit: _count(edit) for edit in EDITS}


def _total() -> Count:
    return Count(sum((each.cells for each in _counts().values()), Counter()))


def _count(edit: str) -> Count:
    return count(
        each
        for name, draft in drafts().items()
        for each in revisions(name, draft, edit)
    )


def matrix(found: Count) -> list[str]:
    """Return the confusion matrix as lines."""
    lines = [" " * 14 + "".join(f"{verdict:>19}" for verdict in Verdict)]
    for truth in Truth:
        cells = (found.cells[truth, verdict] for verdict in Verdict)
        lines.append(f"{truth:14}" + "".join(f"{cell:19,}" for cell in cells))
    return lines


def _figures(name: str, found: Count) -> str:
    return (
        f"{name:22} precision {found.precision:8.3%}  recall {found.recall:7.2%}"
        f"  proposals right {found.proposals:7.2%}"
        f"  edits found {found.found:7.2%}"
    )


def times() -> list[tuple[str, float]]:
    """Return how long it takes to carry a book's claims over, case by case."""
    found = []
    for name, revise in REVISIONS.items():
        rng = random.Random(name)
        old = _book(rng)
        found.append((name, _time(name, old, revise(rng, old))))
    same = ["The same sentence stands here once again."] * SENTENCES
    for name, new in (
        ("one sentence repeated", [*same, "It ends."]),
        ("one of ten repeats cut", same[: SENTENCES * 9 // 10]),
        ("all repeats mistyped", [text.replace("once", "onec") for text in same]),
    ):
        found.append((name, _time(name, same, new)))
    return found


def _time(name: str, old: Texts, new: Texts) -> float:
    before, after = version(old), version(new)
    marked = claims(random.Random(name), before)
    start = time.process_time()
    carry_over(before, marked, after)
    return time.process_time() - start


def _book(rng: random.Random) -> Texts:
    return [invent(rng, LANGUAGES["en"]) for _ in range(SENTENCES)]


def version(texts: Sequence[str]) -> VersionText:
    """Return sentences as a version, five to a paragraph."""
    sentences, pieces, at = [], [], 0
    for number, text in enumerate(texts):
        place = (number + 1, number // 5 + 1, at, at + len(text))
        sentences.append(Sentence(*place, prose=True))
        gap = "\n\n" if number % 5 == 4 else " "
        pieces += text, gap
        at += len(text) + len(gap)
    return VersionText("".join(pieces), tuple(sentences))


def claims(rng: random.Random, old: VersionText) -> list[Anchored]:
    """Return claims, every other one a part of its sentence."""
    found = []
    for number, unit in enumerate(rng.sample(old.sentences, CLAIMS)):
        start, end = unit.start, unit.end
        if number % 2:
            words = old.text[start:end].split(" ")
            first = rng.randrange(len(words))
            last = rng.randint(first + 1, len(words))
            start += len(" ".join([*words[:first], ""]))
            end = start + len(" ".join(words[first:last]))
        found.append(anchored(old.text, number, start, end))
    return found


def _mistyped(rng: random.Random, text: str) -> str:
    at = rng.randrange(len(text) - 1)
    return text[:at] + rng.choice("etaoin") + text[at + 1 :]


def _reworded(rng: random.Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(3):
        words[rng.randrange(len(words))] = str(rng.randint(2, 9_999))
    return " ".join(words)


REVISIONS: dict[str, Callable[[random.Random, Texts], Texts]] = {
    "nothing but one word": lambda _rng, old: [*old[:-1], old[-1] + " Indeed."],
    "a typo in every tenth": lambda rng, old: [
        _mistyped(rng, text) if rng.random() < 0.1 else text for text in old
    ],
    "a typo in every sentence": lambda rng, old: [_mistyped(rng, text) for text in old],
    "three words of every sentence": lambda rng, old: [
        _reworded(rng, text) for text in old
    ],
    "half rewritten": lambda rng, old: [*old[: SENTENCES // 2], *_book(rng)[:5_000]],
    "everything rewritten": lambda rng, _old: _book(rng),
    "sentences in reverse order": lambda _rng, old: old[::-1],
    "letters in reverse order": lambda _rng, old: [text[::-1] for text in old],
    "sentences shuffled": lambda rng, old: rng.sample(old, len(old)),
    "sentences merged in pairs": lambda _rng, old: [
        f"{first[:-1]}, and {second}"
        for first, second in zip(old[::2], old[1::2], strict=True)
    ],
}
