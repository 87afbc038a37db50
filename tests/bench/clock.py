"""Times a piece of work beside its floor, turn by turn, so that both meet the same
noise of the machine."""

import gc
import time
from collections.abc import Callable
from statistics import median

Work = Callable[[], object]


def beside(work: Work, floor: Work, turns: int) -> tuple[float, float]:
    """Return the median milliseconds of a work and of its floor.

    Each runs once before the clock starts, so that neither pays for first things.
    """
    work()
    floor()
    pairs = [(once(work), once(floor)) for _ in range(turns)]
    return median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)


def once(work: Work) -> float:
    """Return the milliseconds that a work takes."""
    gc.collect()
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1_000
