"""What was measured, beside its floor and its aims, as lines to read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

Test = Callable[[float], bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure at one size of essay.

    Attributes:
        value: what was measured.
        floor: the least that the same work could cost, measured in the same run.
        more: what else there is to say of it.
    """

    value: float
    floor: float | None = None
    more: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the floor it is."""
        return self.value / self.floor if self.floor else None


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure, its ratio to the floor or its growth should be.

    Attributes:
        of: "value", "ratio" or "growth".
        words: the aim, as printed.
        holds: whether a number reaches it.
        why: what is known of the reason where it does not.
    """

    of: str
    words: str
    holds: Test
    why: str = ""


TENFOLD = Aim("growth", "at most tenfold growth", lambda growth: growth <= 10)
TWELVEFOLD = Aim("growth", "at most twelvefold growth", lambda growth: growth <= 12)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure at each size; a rate grows as it falls."""

    name: str
    unit: str
    readings: Mapping[int, Reading]
    aims: Sequence[Aim] = field(default=(TENFOLD,))
    is_rate: bool = False

    @property
    def growth(self) -> float | None:
        """How many times more the largest essay costs than the smallest."""
        if len(self.readings) < 2:
            return None
        small, large = (self.readings[f(self.readings)].value for f in (min, max))
        small, large = (large, small) if self.is_rate else (small, large)
        return large / small if small > 0 else None


def lines_of(measure: Measure) -> list[str]:
    """Write a figure: a line for each size, its growth, and its aims."""
    lines = [f"  {measure.name}"]
    lines += [
        _reading_line(size, reading, measure.unit)
        for size, reading in measure.readings.items()
    ]
    if measure.growth is not None:
        lines.append(f"    {'growth':>8}  {measure.growth:9.2f} x")
    lines += [_aim_line(measure, aim) for aim in measure.aims if _judged(measure, aim)]
    return lines


def missed(measures: Sequence[Measure]) -> list[str]:
    """Return the aims that were not met, in words."""
    return [
        f"{measure.name}: {aim.words}, measured {_numbers(_judged(measure, aim))}"
        for measure in measures
        for aim in measure.aims
        if not all(map(aim.holds, _judged(measure, aim)))
    ]


def _reading_line(size: int, reading: Reading, unit: str) -> str:
    line = f"    {size:>8,}  {_number(reading.value):>9} {unit:<3}"
    if reading.floor:
        floor = f"floor {_number(reading.floor)} {unit}"
        line += f"  {floor:<20} {reading.ratio:8.2f} x"
    return f"{line}  {reading.more}".rstrip()


def _aim_line(measure: Measure, aim: Aim) -> str:
    numbers = _judged(measure, aim)
    met = all(map(aim.holds, numbers))
    line = f"    {'aim':>8}  {aim.words}: {'met' if met else 'NOT MET'}"
    line += f" ({_numbers(numbers)})"
    return line if met or not aim.why else f"{line}\n    {'why':>8}  {aim.why}"


def _judged(measure: Measure, aim: Aim) -> list[float]:
    """Return the numbers an aim is about."""
    if aim.of == "growth":
        return [measure.growth] if measure.growth is not None else []
    found = [getattr(reading, aim.of) for reading in measure.readings.values()]
    return [number for number in found if number is not None]


def _numbers(numbers: Sequence[float]) -> str:
    return ", ".join(map(_number, numbers))


def _number(number: float) -> str:
    return f"{number:,.0f}" if abs(number) >= 100 else f"{number:.2f}"
