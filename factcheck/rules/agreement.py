"""How far independent reviewers agree: Krippendorff's alpha, with its interval.

Alpha is 1 - observed / expected disagreement over the coincidences of values within
units (Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011). Verdicts with
a number are ordered and use the ordinal distance; a scale without numbers uses the
nominal one. A verdict that stands off the scale ("unproven") never enters an ordered
figure; it lowers the coverage that is reported beside it. Reviews that are missing are
left out, as the method allows; a unit counts from two values on.
"""

import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from factcheck.rules.scales import ScaleDefinition
from factcheck.translating import N_, _

MINIMUM_UNITS = 10
_RESAMPLES = 1_000
_WORK = 500_000

Ratings = Mapping[Any, Mapping[Any, str]]
"""claim -> reviewer -> key of the verdict given; claims and reviewers by any name."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree.

    Attributes:
        alpha: 1 is perfect, 0 is chance; None when it is not given, `why` says why.
        low, high: the bootstrap 95% interval of alpha, or None.
        metric: "ordinal" or "nominal".
        units: claims that counted, each with two values or more.
        doubled: claims with two reviews or more, on the scale or off it.
        coverage: share of the reviews of doubled claims that stand on the scale.
        same: share of pairs of reviews that gave the very same verdict.
    """

    alpha: float | None
    low: float | None
    high: float | None
    metric: str
    units: int
    doubled: int
    coverage: float | None
    same: float | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reviewers on the claims that both reviewed."""

    first: Hashable
    second: Hashable
    claims: int
    same: int


def agreement(ratings: Ratings, scale: ScaleDefinition) -> Agreement:
    """Measure the agreement of reviews on one scale.

    The order of claims and of reviewers changes nothing.
    """
    doubled = [tuple(unit.values()) for unit in ratings.values() if len(unit) > 1]
    ranks = {v.key: v.value for v in scale.verdicts if v.value is not None}
    ordered = bool(ranks)
    metric = "ordinal" if ordered else "nominal"
    values: list[tuple[float | str, ...]] = [
        tuple(
            ranks[key] if ordered else key
            for key in unit
            if key in ranks or not ordered
        )
        for unit in doubled
    ]
    units = sorted(tuple(sorted(unit, key=str)) for unit in values if len(unit) > 1)
    low = high = found = None
    why = _why_not(len(units))
    if not why:
        found = alpha(units, metric)
        low, high = interval(units, metric)
        why = "" if found is not None else _(_UNDEFINED)
    return Agreement(
        alpha=found,
        low=low,
        high=high,
        metric=metric,
        units=len(units),
        doubled=len(doubled),
        coverage=_share(sum(map(len, values)), sum(map(len, doubled))),
        same=_same(doubled),
        why=why,
    )


def alpha(units: Iterable[Sequence[Hashable]], metric: str) -> float | None:
    """Krippendorff's alpha over units of values.

    Args:
        units: each the values its raters gave; fewer than two are left out.
        metric: "nominal", or "ordinal" for values that can be ordered.

    Returns:
        None where it is undefined: no pairs, or one value throughout.
    """
    patterns = Counter(tuple(sorted(u)) for u in units if len(u) > 1)  # type: ignore[type-var]
    return _alpha(patterns, metric)


def interval(
    units: Sequence[Sequence[Hashable]], metric: str
) -> tuple[float | None, float | None]:
    """The bootstrap 95% interval of alpha: units drawn again, with a fixed seed."""
    patterns = Counter(tuple(sorted(u)) for u in units if len(u) > 1)  # type: ignore[type-var]
    if not patterns:
        return None, None
    kinds = sorted(patterns)
    weights = [patterns[kind] for kind in kinds]
    count = sum(weights)
    draw = random.Random(0)  # noqa: S311  (a statistic, not a secret)
    resamples = max(200, min(_RESAMPLES, _WORK // count))
    found = (
        _alpha(Counter(draw.choices(kinds, weights, k=count)), metric)
        for _ in range(resamples)
    )
    sample = sorted(value for value in found if value is not None)
    if not sample:
        return None, None
    return sample[int(0.025 * len(sample))], sample[int(0.975 * (len(sample) - 1))]


def pairs(ratings: Ratings) -> list[Pair]:
    """Compare every two reviewers on the claims both reviewed, by their names."""
    both: dict[tuple[Hashable, Hashable], list[bool]] = {}
    for unit in ratings.values():
        for first, second in combinations(sorted(unit, key=str), 2):
            both.setdefault((first, second), []).append(unit[first] == unit[second])
    return [
        Pair(first, second, len(same), sum(same))
        for (first, second), same in sorted(both.items(), key=lambda item: str(item[0]))
    ]


def crosstab(ratings: Ratings, keys: Sequence[str]) -> dict[tuple[str, str], int]:
    """Count pairs of verdicts on one claim; each pair under the scale's order."""
    order = {key: index for index, key in enumerate(keys)}
    counts: Counter[tuple[str, str]] = Counter()
    for unit in ratings.values():
        for pair in combinations(unit.values(), 2):
            low, high = sorted(pair, key=lambda key: order[key])
            counts[low, high] += 1
    return dict(counts)


_UNDEFINED = N_(
    "Everybody gave the same verdict throughout, so alpha is undefined: there is"
    " nothing by which agreement could differ from chance."
)


def _why_not(units: int) -> str:
    if units >= MINIMUM_UNITS:
        return ""
    return _(
        "Alpha needs at least %(least)s claims with two reviews on the scale; there are"
        " %(units)s. Below that it says more about chance than about people.",
        least=MINIMUM_UNITS,
        units=units,
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _same(units: Iterable[Sequence[str]]) -> float | None:
    equal = [a == b for unit in units for a, b in combinations(unit, 2)]
    return _share(sum(equal), len(equal))


def _alpha(patterns: Mapping[tuple[Hashable, ...], int], metric: str) -> float | None:
    """Alpha from how often each set of values occurs."""
    coincidences: Counter[tuple[Hashable, Hashable]] = Counter()
    for values, times in patterns.items():
        tally = Counter(values)
        weight = times / (len(values) - 1)
        for a, count_a in tally.items():
            for b, count_b in tally.items():
                coincidences[a, b] += weight * count_a * (count_b - (a == b))  # type: ignore[assignment]
    totals: Counter[Hashable] = Counter()
    for (a, _other), number in coincidences.items():
        totals[a] += number
    count = sum(totals.values())
    distance = _distances(totals, metric)
    expected = sum(
        totals[a] * totals[b] * distance(a, b) for a in totals for b in totals
    )
    if not expected:
        return None
    observed = sum(number * distance(*pair) for pair, number in coincidences.items())
    return 1 - (count - 1) * observed / expected


def _distances(
    totals: Mapping[Hashable, float], metric: str
) -> Callable[[Hashable, Hashable], float]:
    """Squared distances between values; ordinal ones count what lies between."""
    if metric == "nominal":
        return lambda a, b: float(a != b)
    values = sorted(totals)  # type: ignore[type-var]
    below = {}
    reached = 0.0
    for value in values:
        below[value] = reached + totals[value] / 2
        reached += totals[value]
    return lambda a, b: (below[a] - below[b]) ** 2
