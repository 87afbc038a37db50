"""Logistic regression by the standard library: what weights explain these answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, log
from operator import mul

# Limited-memory BFGS: a step is bent by what the last few steps taught about the
# slope. Sums are exactly rounded (fsum), so every machine takes the same steps.
_REMEMBERED = 6
_GOOD_ENOUGH = 1e-5
_SLOPE = 1e-4
_SMALLEST_STEP = 1e-6
_STEEP = 35.0

Vector = list[float]


@dataclass(frozen=True, slots=True)
class Example:
    """One row: which weights it uses, how strongly, and the answer, 1.0 or 0.0."""

    places: Sequence[int]
    strengths: Sequence[float]
    answer: float


@dataclass(frozen=True, slots=True)
class Problem:
    """Rows to explain by weights that stay near their beginnings.

    Attributes:
        examples: the rows.
        start: where each weight begins, and is pulled back to.
        pull: how hard each is pulled.
    """

    examples: Sequence[Example]
    start: Sequence[float]
    pull: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Step:
    way: Vector
    bend: Vector
    scale: float


def fit(problem: Problem, *, rounds: int = 60) -> Vector:
    """Return the weights with the least loss; the same rows give the same weights."""
    weights = list(problem.start)
    loss, slope = _loss(problem, weights)
    steps: list[_Step] = []
    for _ in range(rounds):
        way = _direction(slope, steps)
        there, there_loss, there_slope = _walk(problem, weights, way, loss, slope)
        if loss - there_loss < _GOOD_ENOUGH * max(1.0, loss):
            return there if there_loss < loss else weights
        _remember(steps, _minus(there, weights), _minus(there_slope, slope))
        weights, loss, slope = there, there_loss, there_slope
    return weights


def chance(total: float) -> float:
    """Turn a sum of weights into a likelihood between 0 and 1."""
    if total < -_STEEP:
        return 0.0
    return 1.0 if total > _STEEP else 1.0 / (1.0 + exp(-total))


def _loss(problem: Problem, weights: Vector) -> tuple[float, Vector]:
    """Return how badly the weights explain the answers, and where it gets better."""
    away = _minus(weights, problem.start)
    slope = list(map(mul, problem.pull, away))
    losses = [0.5 * fsum(map(mul, slope, away))]
    for example in problem.examples:
        total = 0.0
        for place, strength in zip(example.places, example.strengths, strict=True):
            total += weights[place] * strength
        steep = abs(total) > _STEEP
        losses.append(max(total, 0.0) if steep else log(1.0 + exp(total)))
        losses.append(-example.answer * total)
        error = chance(total) - example.answer
        for place, strength in zip(example.places, example.strengths, strict=True):
            slope[place] += error * strength
    return fsum(losses), slope


def _direction(slope: Vector, steps: Sequence[_Step]) -> Vector:
    """Return the slope, bent by the steps so far (the two-loop recursion)."""
    way = slope
    shares = []
    for step in reversed(steps):
        share = step.scale * _dot(step.way, way)
        shares.append(share)
        way = _plus(way, step.bend, -share)
    if steps:
        last = steps[-1]
        length = 1.0 / (last.scale * _dot(last.bend, last.bend))
    else:
        length = 1.0 / max(1.0, _dot(slope, slope) ** 0.5)
    way = [length * part for part in way]
    for step, share in zip(steps, reversed(shares), strict=True):
        way = _plus(way, step.way, share - step.scale * _dot(step.bend, way))
    return way


def _walk(
    problem: Problem, weights: Vector, way: Vector, loss: float, slope: Vector
) -> tuple[Vector, float, Vector]:
    """Go down along the way, half as far each time until it is really lower."""
    gain = _dot(slope, way)
    size = 1.0
    while True:
        there = _plus(weights, way, -size)
        there_loss, there_slope = _loss(problem, there)
        if there_loss <= loss - _SLOPE * size * gain or size < _SMALLEST_STEP:
            return there, there_loss, there_slope
        size /= 2


def _remember(steps: list[_Step], way: Vector, bend: Vector) -> None:
    together = _dot(way, bend)
    if together > 0:
        steps.append(_Step(way, bend, 1.0 / together))
        del steps[:-_REMEMBERED]


def _dot(one: Sequence[float], two: Sequence[float]) -> float:
    return fsum(map(mul, one, two))


def _minus(one: Sequence[float], two: Sequence[float]) -> Vector:
    return [a - b for a, b in zip(one, two, strict=True)]


def _plus(one: Vector, two: Vector, times: float) -> Vector:
    return [a + times * b for a, b in zip(one, two, strict=True)]
