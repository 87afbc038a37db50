"""How many drafts a server keeps a second, beside a bare route with one insert."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from tests.bench.browsers import savers
from tests.bench.desks import DESKS, Desk, revisions
from tests.bench.load import Client, Outcome, Plan, save_all
from tests.bench.report import TENFOLD, Aim, Measure, Reading
from tests.bench.servers import BARE, Server, serving

CLIENTS = (1, 8, 50)
WHY = (
    "a draft reads session, person, essay, claim and review, compares revisions and"
    " writes an event: Python's work, about four times that of the bare insert"
)
RATE = Aim("ratio", "at least 40% of the bare route's", lambda ratio: ratio >= 0.4, WHY)
WAIT = Aim("ratio", "under four times the bare route's", lambda ratio: ratio < 4, WHY)
Pair = tuple[Outcome, Outcome]


def measure_saves(
    sizes: Sequence[int], turns: int, seconds: float, database: str = "SQLite"
) -> list[Measure]:
    """Let clients save drafts of reviews, each of a claim of its own."""
    found: dict[int, dict[int, list[Pair]]] = {}
    for size in sizes:
        with DESKS[database](size) as desk:
            found[size] = _pairs(desk, turns, seconds)
    measures = []
    for count in CLIENTS:
        rates = {size: _rate(pairs[count]) for size, pairs in found.items()}
        waits = {size: _wait(pairs[count]) for size, pairs in found.items()}
        many = count == max(CLIENTS)
        who = f"{count} client{'s' if count > 1 else ''}"
        measures += [
            Measure(
                f"saves with {who}, {database}",
                "/s",
                rates,
                (RATE, TENFOLD) if many else (TENFOLD,),
                is_rate=True,
            ),
            Measure(
                f"99 of 100 saves with {who} within, {database}",
                "ms",
                waits,
                (WAIT, TENFOLD) if many else (TENFOLD,),
            ),
        ]
    return measures


def _pairs(desk: Desk, turns: int, seconds: float) -> dict[int, list[Pair]]:
    """Save to the desk and to the bare route in turns, both running."""
    with serving(desk.settings) as server, serving(desk.settings, BARE) as bare:
        clients = savers(desk, server)
        notes = [replace(client, path="/notes", cookie="") for client in clients]
        return {
            count: [
                (
                    _save(server, _current(desk, clients[:count]), seconds),
                    _save(bare, notes[:count], seconds),
                )
                for _ in range(turns)
            ]
            for count in CLIENTS
        }


def _current(desk: Desk, clients: Sequence[Client]) -> list[Client]:
    """Let the clients know what is stored, as a page just loaded would."""
    stored = revisions(desk)
    return [replace(c, revision=stored[int(c.fields["claim"])]) for c in clients]


def _save(server: Server, clients: Sequence[Client], seconds: float) -> Outcome:
    outcome = save_all(Plan(server.host, server.port, seconds, clients))
    if outcome.errors or outcome.sent:
        raise RuntimeError(f"Saves failed: {outcome.errors[:3]} {outcome.sent}")
    return outcome


def _rate(pairs: Sequence[Pair]) -> Reading:
    return Reading(
        median(desk.rate for desk, _ in pairs), median(bare.rate for _, bare in pairs)
    )


def _wait(pairs: Sequence[Pair]) -> Reading:
    return Reading(
        median(desk.percentile(0.99) for desk, _ in pairs),
        median(bare.percentile(0.99) for _, bare in pairs),
        f"half within {median(desk.percentile(0.5) for desk, _ in pairs):,.1f} ms",
    )
