"""The numbers of lists, as a reader sees them: 1., b), iv., 2.3.

Word processors keep how a list counts, not its numbers; they are written out here.
"""

from collections import defaultdict
from typing import NamedTuple

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_HIGHEST_ROMAN = 4_000


class Level(NamedTuple):
    """How one level of a list counts.

    Attributes:
        shape: "1", "a", "A", "i" or "I"; "" is a bullet.
        pattern: what is written, with "%1" for the number of the first level.
        start: the first number.
    """

    shape: str
    pattern: str
    start: int = 1


class Counters:
    """The numbers reached in each list of a document."""

    def __init__(self) -> None:
        self._reached: dict[str, dict[int, int]] = defaultdict(dict)

    def restart(self, name: str, level: int) -> None:
        """Let a level of a list begin again."""
        self._reached[name].pop(level, None)

    def begin(self, name: str, level: int, number: int) -> None:
        """Let the next item of a level have this number."""
        self._reached[name][level] = number - 1

    def label(self, name: str, level: int, levels: dict[int, Level]) -> str:
        """Count one item on, and return what stands before it, or nothing.

        Args:
            name: which list.
            level: how deep the item is, from 0.
            levels: how each level counts.
        """
        reached = self._reached[name]
        for deeper in [each for each in reached if each > level]:
            del reached[deeper]
        rule = levels.get(level)
        reached[level] = reached.get(level, (rule.start if rule else 1) - 1) + 1
        if rule is None or not rule.shape:
            return ""
        written = rule.pattern
        for each in range(level, -1, -1):
            shape = levels[each].shape if each in levels else "1"
            number = reached.get(each, levels[each].start if each in levels else 1)
            written = written.replace(f"%{each + 1}", write(number, shape))
        return written.strip()


def write(number: int, shape: str) -> str:
    """Write a number: 4 is "4", "d", "D", "iv" or "IV"."""
    if shape in {"a", "A"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min(9, (number - 1) // 26 + 1)
        return letter if shape == "a" else letter.upper()
    if shape in {"i", "I"} and 0 < number < _HIGHEST_ROMAN:
        return _roman(number) if shape == "i" else _roman(number).upper()
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, number = divmod(number, worth)
        written += letters * times
    return written
