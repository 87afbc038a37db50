"""The weights of cues and words, as they are kept in a file and put to use."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factcheck.errors import InvalidError
from factcheck.text.accuracy import Measured
from factcheck.text.cues import all_cues
from factcheck.text.features import Features, is_word, word_key
from factcheck.text.regression import chance
from factcheck.translating import _

START_BIAS = -1.0
_ON_A_LINE = 20


@dataclass(frozen=True, slots=True)
class Weights:
    """What each cue and word adds to the likelihood of a checkable claim.

    Attributes:
        each: the weights, under the keys that `features` uses.
        bias: what a sentence without any of them begins with.
        threshold: the likelihood from which a sentence is suggested.
        measured: how well they did on sentences they were not trained on.
    """

    each: Mapping[str, float]
    bias: float
    threshold: float
    measured: Measured

    def likelihood(self, weighed: Features) -> float:
        """Add up what is weighed in a sentence; between 0 and 1."""
        get = self.each.get
        total = sum(get(key, 0.0) * strength for key, strength in weighed.items())
        return chance(self.bias + total)


def starting_weights() -> Weights:
    """Return the weights chosen by hand, before any training."""
    cues = {name: cue.start for name, cue in all_cues().items()}
    return Weights(cues, START_BIAS, 0.5, Measured(0, 0, 0.0, 0.0))


@cache
def shipped_weights() -> Weights:
    """Return the weights that travel with the program."""
    path = files("factcheck.text").joinpath("data/weights.json")
    return read_weights(path.read_text("utf-8"))


def write_weights(weights: Weights) -> str:
    """Return weights as JSON; equal weights give equal bytes."""
    measured = weights.measured
    figures = {
        "sentences": measured.sentences,
        "claims": measured.claims,
        "precision": round(measured.precision, 4),
        "recall": round(measured.recall, 4),
    }
    words = {key[1:]: some for key, some in weights.each.items() if is_word(key)}
    cues = {key: some for key, some in weights.each.items() if not is_word(key)}
    parts = [
        f'"bias": {json.dumps(weights.bias)}',
        f'"threshold": {json.dumps(weights.threshold)}',
        f'"measured": {json.dumps(figures)}',
        f'"cues": {{\n{_lines(cues)}\n}}',
        f'"words": {{\n{_lines(words)}\n}}',
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def read_weights(text: str) -> Weights:
    """Read what `write_weights` wrote.

    Raises:
        InvalidError: it is something else.
    """
    try:
        kept = json.loads(text)
        cues = {name: float(weight) for name, weight in kept["cues"].items()}
        words = {word_key(word): float(some) for word, some in kept["words"].items()}
        return Weights(
            each={**cues, **words},
            bias=float(kept["bias"]),
            threshold=float(kept["threshold"]),
            measured=Measured(**kept["measured"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvalidError(
            "weights",
            _(
                "These are not weights for suggestions. Nothing was changed;"
                " learn them again from the desk's sentences."
            ),
        ) from error


def _lines(weights: Mapping[str, float]) -> str:
    """Write a mapping in order, several to a line."""
    return ",\n".join(_packed(sorted(weights.items())))


def _packed(items: list[tuple[str, float]]) -> Iterator[str]:
    for at in range(0, len(items), _ON_A_LINE):
        some = items[at : at + _ON_A_LINE]
        yield ", ".join(
            f"{json.dumps(key)}: {json.dumps(value)}" for key, value in some
        )
