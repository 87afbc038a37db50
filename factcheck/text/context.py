"""How alike the surroundings of two places are."""

from dataclasses import dataclass

from factcheck.text.fuzzy import ratio

_WINDOW = 48  # Folded characters on each side that are compared loosely,
_REACH = 256  # and so many, at most, exactly.
FULL = 100


@dataclass(frozen=True, slots=True)
class Nearness:
    """How alike the surroundings of two places are.

    Attributes:
        loose: likeness of what stands near, both sides together, from 0 to 200.
        exact: how far exactly the same words go on, both sides together, 0 to 100.
    """

    loose: float
    exact: float

    @property
    def score(self) -> float:
        """Return both as one number, for comparing candidates."""
        return self.loose + self.exact

    @property
    def share(self) -> float:
        """Return the looser likeness, from 0 to 100."""
        return self.loose / 2


def nearness(
    old: str, old_span: tuple[int, int], new: str, new_span: tuple[int, int]
) -> Nearness:
    """Compare what stands around two spans."""
    before = _before(old, old_span[0]), _before(new, new_span[0])
    after = _after(old, old_span[1]), _after(new, new_span[1])
    loose = _alike(before[0][-_WINDOW:], before[1][-_WINDOW:])
    loose += _alike(after[0][:_WINDOW], after[1][:_WINDOW])
    same = _shared(before[0][::-1], before[1][::-1]) + _shared(*after)
    return Nearness(loose, FULL * same / (2 * _REACH))


def _before(text: str, at: int) -> str:
    return text[max(0, at - _REACH) : at].strip()


def _after(text: str, at: int) -> str:
    return text[at : at + _REACH].strip()


def _alike(one: str, other: str) -> float:
    """Return the likeness of two stretches; two ends of a text are alike."""
    return ratio(one, other) if one and other else FULL * (not one and not other)


def _shared(one: str, other: str) -> int:
    """Return how many characters two stretches begin with in common."""
    if one == other:
        return _REACH  # As far as can be seen, or to the end of both texts.
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
