"""Kills a server while fifty clients save, and counts what is left of their saves."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.models import Claim, Event, Review
from factcheck.models.base import Base
from tests.bench.browsers import savers
from tests.bench.desks import DESKS, Desk
from tests.bench.load import Outcome, Plan, save_all
from tests.bench.servers import serving, start


@dataclass(frozen=True, slots=True)
class Crash:
    """What a crash left.

    Attributes:
        acknowledged: saves that were answered before it.
        lost: those whose event is not there after it, or whose review went back.
        errors: answers that were no acknowledgement.
        found: what the database says of itself; "ok" is sound.
    """

    clients: int
    seconds: float
    acknowledged: int
    lost: tuple[str, ...]
    errors: tuple[str, ...]
    found: str


def crash(desk: Desk, seconds: float) -> Crash:
    """Save, kill the server, start it again, and compare."""
    server = start(desk.settings)
    try:
        clients = savers(desk, server)
        plan = Plan(server.host, server.port, seconds, clients, server.process.pid)
        outcome = save_all(plan)
    finally:
        server.kill()
    with serving(desk.settings):
        lost, found = compare(desk, outcome)
    return Crash(
        clients=len(clients),
        seconds=seconds,
        acknowledged=sum(map(len, outcome.kept.values())),
        lost=lost,
        errors=tuple(outcome.errors),
        found=found,
    )


def crash_lines(seconds: float) -> Iterator[str]:
    """Crash a desk on each database, and tell."""
    for name, lend in DESKS.items():
        with lend(1_000) as desk:
            left = crash(desk, seconds)
        yield (
            f"  {name}: {left.clients} clients saved for {left.seconds:.0f} s, then"
            f" kill -9. Acknowledged {left.acknowledged:,}, lost {len(left.lost)},"
            f" errors {len(left.errors)}, integrity: {left.found}"
        )


def compare(desk: Desk, outcome: Outcome) -> tuple[tuple[str, ...], str]:
    """Return the acknowledged saves that are not there, and if the database is sound.

    A review must say what was acknowledged last, or what was on its way just then;
    every acknowledged save must have left its event.
    """
    with database.desk(desk.settings) as session:
        told = _told(session, desk)
        stored = _stored(session, desk)
        lost = [
            text
            for client, kept in outcome.kept.items()
            for text in kept
            if text not in told[client]
        ]
        for client, kept in outcome.kept.items():
            last = {kept[-1] if kept else "", outcome.sent.get(client)}
            if stored.get(client, "") not in last:
                lost.append(f"{client} holds {stored.get(client)!r}, not one of {last}")
        return tuple(lost), _soundness(session)


def _told(session: Session, desk: Desk) -> dict[str, set[str]]:
    """Return the findings that events tell of, by client."""
    rows = session.execute(
        select(Claim.number, Event.after)
        .join(Event, Event.claim_id == Claim.id)
        .where(Claim.number.in_(desk.waiting))
    )
    told: dict[str, set[str]] = {f"client {number}": set() for number in desk.waiting}
    for number, after in rows:
        told[f"client {number}"].add(after.get("review", {}).get("finding", ""))
    return told


def _stored(session: Session, desk: Desk) -> dict[str, str]:
    rows = session.execute(
        select(Claim.number, Review.finding)
        .join(Review, Review.claim_id == Claim.id)
        .where(Claim.number.in_(desk.waiting))
    )
    return {f"client {number}": finding for number, finding in rows}


def _soundness(session: Session) -> str:
    """Read every row, follow every foreign key, and let SQLite look at its pages."""
    said = [f"{key} leads nowhere" for key in _astray(session)]
    if session.get_bind().dialect.name == "sqlite":
        said += session.scalars(text("PRAGMA integrity_check"))
    return "; ".join(said) or "ok"


def _astray(session: Session) -> list[str]:
    """Return the foreign keys that name a row which is not there."""
    rows = {
        table: session.execute(select(table)).mappings().all()
        for table in Base.metadata.sorted_tables
    }
    keys = [key for table in rows for key in table.foreign_keys]
    return [
        str(key.parent)
        for key in keys
        if {row[key.parent] for row in rows[key.parent.table]}
        - {row[key.column] for row in rows[key.column.table]}
        - {None}
    ]
