"""How well and how fast quotations are found in a kept text."""

import time
from collections.abc import Callable

from factcheck.text.quotations.checking import Outcome, check_quotation
from factcheck.text.quotations.prepared import prepare
from tests.bench.report import TWELVEFOLD, Aim, Measure, Reading
from tests.bench.sentences import prose
from tests.text.quoting.matrix import cells, matrix_lines
from tests.text.quoting.pairs import pairs

LENGTHS = (500_000, 5_000_000)
NEVER = Aim("value", "none", lambda count: count == 0)
OFTEN = Aim("value", "at least 98 of 100", lambda share: share >= 98)
QUICK = Aim("value", "at most 3 s for the longest", lambda ms: ms <= 3_000)


def measure_quotations() -> list[Measure]:
    """Measure right answers, and the time to make a text ready and search it."""
    counted, total = cells(), len(pairs())
    wrong = sum(
        counted[kind, Outcome.EXACT] for kind in (Outcome.ALTERED, Outcome.ABSENT)
    )
    exact = sum(count for (kind, _), count in counted.items() if kind is Outcome.EXACT)
    share = 100 * counted[Outcome.EXACT, Outcome.EXACT] / exact
    return [
        Measure(
            "altered or absent called exact", "", {total: Reading(wrong)}, (NEVER,)
        ),
        Measure("exact called exact", "%", {exact: Reading(share)}, (OFTEN,)),
        _timed("a text made ready, by characters", prepare),
        _timed("and an altered quotation of 300 looked for in it", _search),
    ]


def matrix() -> list[str]:
    """Return the confusion matrix of the labelled set."""
    return [f"{len(pairs()):,} labelled quotations", *matrix_lines()]


def _search(text: str) -> object:
    quote = text[-5_000:-4_700]
    changed = f"{quote[:150]} zebra {quote[150:]}"
    return check_quotation(changed, prepare(text))


def _timed(name: str, work: Callable[[str], object]) -> Measure:
    readings = {}
    for length in LENGTHS:
        text = prose(length)
        began = time.process_time()
        work(text)
        readings[length] = Reading((time.process_time() - began) * 1_000)
    return Measure(name, "ms", readings, (TWELVEFOLD, QUICK))
