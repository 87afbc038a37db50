"""Weights learned from sentences that people have sorted; seconds, on any machine.

`python -m factcheck.text.training DATA OUT` makes the shipped weights again: DATA is
the folder of labelled sentences, factcheck/text/data/labelled.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from factcheck.errors import InvalidError
from factcheck.text.accuracy import Measured, best_threshold, measure
from factcheck.text.cues import all_cues
from factcheck.text.features import Features, features, is_word
from factcheck.text.regression import Example, Problem, fit
from factcheck.text.weights import Weights, starting_weights, write_weights

# How hard weights are pulled back to where they began. Cues begin where a person put
# them and need a hundred sentences to be moved; words begin at nothing.
_PULL_CUE, _PULL_WORD, _PULL_BIAS = 100.0, 0.6, 0.01
_SEEN_TWICE, _ROWS_PER_SIGHT = 2, 2000
_PLACES, _TOO_SMALL = 3, 0.02
HELD_BACK_ONE_IN = 10
FEWEST_HELD_BACK = 20
_COLUMNS = "label\treason\tsubject\ttext"
_LABELS = {"claim": True, "opinion": False, "not_a_claim": False}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and whether people call it a checkable claim.

    Attributes:
        sentence: as it stands in its text.
        is_claim: whether it was sorted as a claim.
        style: what kind of text it comes from, if that is known.
    """

    sentence: str
    is_claim: bool
    style: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What came of learning from a desk's own sentences.

    Attributes:
        weights: those to use from now on: the learned ones if kept, else the old.
        kept: whether the learned ones were better on the tenth held back.
        learned: how well they did there, None if there was too little to learn from.
        before: how well the old ones did there.
    """

    weights: Weights
    kept: bool
    learned: Measured | None
    before: Measured


def train(rows: Sequence[Labelled], base: Weights | None = None) -> Weights:
    """Learn weights; the same rows in any order give the same weights.

    Args:
        rows: labelled sentences.
        base: weights to begin from and to stay near, those chosen by hand if None.
    """
    start = starting_weights() if base is None else base
    rows = sorted(rows, key=lambda row: (row.sentence, row.is_claim))
    return _train(rows, [features(row.sentence) for row in rows], start)


def learn(
    rows: Sequence[Labelled], base: Weights, in_force: Weights | None = None
) -> Lesson:
    """Learn from nine tenths of a desk's sentences and judge on the tenth held back.

    Args:
        rows: the desk's sentences, each once.
        base: weights to begin from, always the same, so that lessons do not add up.
        in_force: what the learned ones must be better than; `base` if None.
    """
    old = base if in_force is None else in_force
    held = [row for row in rows if held_back(row.sentence)]
    before = judge(held, old)
    if not enough_to_judge(before):
        return Lesson(old, kept=False, learned=None, before=before)
    found = train([row for row in rows if not held_back(row.sentence)], base)
    learned = judge(held, found)
    if learned.f1 <= before.f1:
        return Lesson(old, kept=False, learned=learned, before=before)
    kept = replace(found, measured=learned)
    return Lesson(kept, kept=True, learned=learned, before=before)


def enough_to_judge(held: Measured) -> bool:
    """Whether the tenth held back is large and mixed enough to judge weights on it."""
    return held.sentences >= FEWEST_HELD_BACK and 0 < held.claims < held.sentences


def held_back(sentence: str) -> bool:
    """Whether a sentence belongs to the tenth that is never trained on.

    The sentence alone decides, so that it stays on its side when the desk grows, and
    the same sentence in two essays or two versions stands on one side.
    """
    digest = sha256(_plain(sentence)).digest()
    return int.from_bytes(digest[:4], "big") % HELD_BACK_ONE_IN == 0


def each_once(rows: Iterable[Labelled]) -> list[Labelled]:
    """Return each sentence once; one that people sorted both ways teaches nothing."""
    found: dict[bytes, Labelled] = {}
    disputed = set()
    for row in rows:
        first = found.setdefault(_plain(row.sentence), row)
        if first.is_claim != row.is_claim:
            disputed.add(_plain(row.sentence))
    return [row for key, row in found.items() if key not in disputed]


def fingerprint(rows: Iterable[Labelled]) -> str:
    """Name a set of rows: the same rows in any order have the same name."""
    found = sha256()
    for line in sorted(_plain(row.sentence) + b"\0%d" % row.is_claim for row in rows):
        found.update(line + b"\n")
    return found.hexdigest()


def _plain(sentence: str) -> bytes:
    return " ".join(sentence.casefold().split()).encode("utf-8", "surrogatepass")


def judge(rows: Iterable[Labelled], weights: Weights) -> Measured:
    """Measure weights on labelled sentences."""
    judged = [
        (weights.likelihood(features(row.sentence)), row.is_claim) for row in rows
    ]
    return measure(judged, weights.threshold)


def train_shipped(rows: Sequence[Labelled]) -> Weights:
    """Learn from the labelled set, and choose the threshold on styles left out.

    Each style is judged by weights that never saw it, because an essay at a desk is
    never quite like those learned from.
    """
    rows = sorted(rows, key=lambda row: (row.sentence, row.is_claim))
    weighed = [features(row.sentence) for row in rows]
    start = starting_weights()
    judged = []
    for style in sorted({row.style for row in rows}):
        seen = [at for at, row in enumerate(rows) if row.style != style]
        found = _train([rows[at] for at in seen], [weighed[at] for at in seen], start)
        judged += [
            (found.likelihood(some), row.is_claim)
            for row, some in zip(rows, weighed, strict=True)
            if row.style == style
        ]
    threshold = best_threshold(judged)
    found = _train(rows, weighed, start)
    return replace(found, threshold=threshold, measured=measure(judged, threshold))


def read_labelled(folder: Path) -> list[Labelled]:
    """Read a folder of labelled sentences: a tab-separated file for each style.

    Raises:
        InvalidError: there are none, or one is not labelled as the guideline says.
    """
    rows: list[Labelled] = []
    for file in sorted(folder.glob("*.tsv")):
        head, *lines = file.read_text(encoding="utf-8").splitlines()
        if head != _COLUMNS:
            raise InvalidError("data", f"{file.name} does not begin with its columns.")
        rows += [_row(line, file.stem) for line in lines]
    if not rows:
        raise InvalidError("data", f"There are no labelled sentences in {folder}.")
    return rows


def _row(line: str, style: str) -> Labelled:
    label, _, _, sentence = [*line.split("\t"), "", "", ""][:4]
    if label not in _LABELS or not sentence:
        raise InvalidError("data", f"{style}: this line has no label or text: {line}")
    return Labelled(sentence, _LABELS[label], style)


def _train(
    rows: Sequence[Labelled], weighed: Sequence[Features], start: Weights
) -> Weights:
    keys = _kept_keys(weighed, start)
    places = {key: place for place, key in enumerate(keys)}
    bias = len(keys)
    examples = []
    for row, some in zip(rows, weighed, strict=True):
        used = [(places[key], value) for key, value in some.items() if key in places]
        at, strengths = zip(*used, (bias, 1.0), strict=True)
        examples.append(Example(at, strengths, float(row.is_claim)))
    begin = [*(start.each.get(key, 0.0) for key in keys), start.bias]
    pull = [*(_PULL_WORD if is_word(key) else _PULL_CUE for key in keys), _PULL_BIAS]
    *found, found_bias = fit(Problem(examples, begin, pull))
    each = _rounded(dict(zip(keys, found, strict=True)))
    return replace(start, each=each, bias=round(found_bias, _PLACES))


def _kept_keys(weighed: Sequence[Features], start: Weights) -> list[str]:
    """Every cue, and every word that is known or was seen often enough to mean much."""
    seen = Counter(key for some in weighed for key in some)
    least = max(_SEEN_TWICE, len(weighed) // _ROWS_PER_SIGHT)
    often = {key for key, times in seen.items() if is_word(key) and times >= least}
    return sorted({*all_cues(), *start.each, *often})


def _rounded(each: dict[str, float]) -> dict[str, float]:
    """Round, so that the last bits of a machine do not matter; drop idle words."""
    rounded = {key: round(weight, _PLACES) for key, weight in each.items()}
    return {
        key: weight
        for key, weight in rounded.items()
        if not is_word(key) or abs(weight) >= _TOO_SMALL
    }


def main(arguments: Sequence[str], say: Callable[[str], object]) -> int:
    """Train on a folder of labelled sentences and write the weights to a file."""
    if len(arguments) != 2:
        say("Usage: python -m factcheck.text.training DATA OUT\n")
        return 2
    data, out = map(Path, arguments)
    try:
        weights = train_shipped(read_labelled(data))
    except InvalidError as error:
        say(f"{error.message} Nothing was written.\n")
        return 1
    out.write_text(write_weights(weights), encoding="utf-8", newline="\n")
    found = weights.measured
    say(
        f"{found.sentences} sentences, {found.claims} of them claims. On styles left "
        f"out: precision {found.precision:.3f}, recall {found.recall:.3f}, "
        f"F1 {found.f1:.3f} at {weights.threshold}.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stderr.write))
