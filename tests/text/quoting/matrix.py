"""How the labelled quotations are judged: what is said of each kind, counted."""

from collections import Counter
from functools import cache

from factcheck.text.quotations.checking import Checked, Outcome, check_quotation
from factcheck.text.quotations.prepared import Prepared, prepare
from tests.text.quoting.pairs import Pair, pairs

SHOWN = (Outcome.EXACT, Outcome.ELIDED, Outcome.ALTERED, Outcome.ABSENT)


@cache
def judged() -> tuple[tuple[Pair, Checked], ...]:
    """Check each pair of the set."""
    ready: dict[str, Prepared] = {}
    found = []
    for pair in pairs():
        if pair.text not in ready:
            ready[pair.text] = prepare(pair.text)
        found.append((pair, check_quotation(pair.quote, ready[pair.text])))
    return tuple(found)


def cells() -> Counter[tuple[Outcome, Outcome]]:
    """Count what is (first) and what was said (second)."""
    return Counter((pair.outcome, checked.outcome) for pair, checked in judged())


def matrix_lines() -> list[str]:
    """Return the confusion matrix, a line for each kind."""
    counted = cells()
    head = "  is \\ said   " + "".join(f"{said:>9}" for said in SHOWN)
    lines = [
        f"  {kind:<12}" + "".join(f"{counted[kind, said]:>9,}" for said in SHOWN)
        for kind in SHOWN
    ]
    return [head, *lines]
