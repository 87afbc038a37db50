"""How likely a sentence is to hold a checkable claim, and the reasons in words.

A suggestion orders the sentences still to sort and pre-selects for marking in bulk.
It never decides anything, and it says nothing about whether a sentence is true.
"""

from dataclasses import dataclass

from factcheck.text.cues import all_cues
from factcheck.text.features import Features, features
from factcheck.text.weights import Weights, shipped_weights
from factcheck.translating import N_

WORDING = N_("its wording")

_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the wording of a sentence suggests.

    Attributes:
        likelihood: of being a checkable claim, 0 to 1; for ordering, not for showing.
        reasons: what speaks for the outcome, the strongest first, such as "a date".
        suggested: whether the likelihood reaches the weights' threshold.
    """

    likelihood: float
    reasons: tuple[str, ...]
    suggested: bool


def likelihood(
    sentence: str, *, weights: Weights | None = None, language: str = "en"
) -> Suggestion:
    """Say how likely a sentence is to hold a checkable claim, and why.

    Args:
        sentence: as it stands in the essay.
        weights: a desk's own; the shipped ones if None.
        language: of the essay, as in `lang`. In other languages than English only
            figures, abbreviations in capitals and marks count.
    """
    used = shipped_weights() if weights is None else weights
    weighed = features(sentence, english=is_english(language))
    found = _likelihood(weighed, used)
    suggested = found >= used.threshold
    return Suggestion(found, _reasons(weighed, used, for_it=suggested), suggested)


def bare_likelihood(sentence: str, weights: Weights, language: str) -> float:
    """Return the likelihood alone, as `likelihood` gives it: for putting in order."""
    return _likelihood(features(sentence, english=is_english(language)), weights)


def is_english(language: str) -> bool:
    """Whether the words of an essay in this language are weighed; "" counts as so."""
    return language.lower().split("-")[0] in {"en", ""}


def _likelihood(weighed: Features, used: Weights) -> float:
    return round(used.likelihood(weighed), 4)


def _reasons(weighed: Features, used: Weights, *, for_it: bool) -> tuple[str, ...]:
    """Name the cues that moved the sum most towards the outcome, each once.

    A cue whose weight training turned round is left out: nobody would understand
    why "a number" should make a sentence harder to check.
    """
    cues = all_cues()
    moved: dict[str, float] = {}
    for key, strength in weighed.items():
        cue = cues.get(key)
        if cue is None or not cue.words or cue.speaks_for != for_it:
            continue
        push = used.each.get(key, 0.0) * strength * (1 if for_it else -1)
        if push > 0:
            moved[cue.words] = moved.get(cue.words, 0.0) + push
    strongest = sorted(moved, key=lambda words: (-round(moved[words], 6), words))
    return tuple(strongest[:_MOST_REASONS]) or (WORDING,)
