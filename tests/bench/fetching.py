"""Two hundred addresses of every kind and fault, fetched while pages are read.

A desk is served, and the sites by another process, on loopback addresses of their own.
The desk's own background fetches what is cited; halfway the server is killed, and
another goes on.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from sqlalchemy import func, select, update

from factcheck import database
from factcheck.actions.fetches import ask_for_nothing
from factcheck.actions.reviews import save_review
from factcheck.background import LEASE_SECONDS
from factcheck.models import Fetch, Snapshot
from factcheck.models.base import now
from factcheck.queries.claims import find_claim
from factcheck.queries.essays import find_essay
from factcheck.queries.people import find_person
from factcheck.rules.citations import CitationFacts, SourceFacts
from factcheck.rules.reviews import ReviewFacts
from tests.bench.browsers import Browser, sign_in
from tests.bench.desks import Desk, sqlite_desk
from tests.bench.fetching_kinds import HOSTS, TOTAL, Kind, addresses
from tests.bench.report import Aim, Measure, Reading
from tests.bench.servers import serving, start

ROOT = Path(__file__).resolve().parents[2]
SIZE = 1_000  # sentences of the essay whose pages are asked for meanwhile
HALF = TOTAL // 2
_ALL = Aim("value", "all of them", lambda share: share == 100)
_NONE = Aim("value", "none", lambda count: count == 0)
_USUAL = Aim(
    "ratio",
    "at most twice as long as when nothing is fetched",
    lambda ratio: ratio <= 2,
    "what is fetched is read by processes that share this machine's cores",
)


@dataclass(slots=True)
class Run:
    """What came of it.

    Attributes:
        kinds: of each address.
        ended: state and words of each address at the end.
        seconds: from the first citation to the last end, kill and all.
        before: milliseconds of pages asked for while nothing was fetched.
        during: the same while it was.
        under_way: how many addresses were taken up when the server was killed.
        asked: how often the sites were asked for each address.
        copies: how many copies each kept source has.
    """

    kinds: Mapping[str, Kind]
    ended: dict[str, tuple[str, str]] = field(default_factory=dict)
    seconds: float = 0.0
    before: list[float] = field(default_factory=list)
    during: list[float] = field(default_factory=list)
    under_way: int = 0
    asked: Mapping[str, int] = field(default_factory=dict)
    copies: list[int] = field(default_factory=list)

    @property
    def right(self) -> set[str]:
        """The addresses that ended as they should."""
        return {u for u, kind in self.kinds.items() if _is_right(kind, self.ended[u])}

    @property
    def again(self) -> int:
        """How many pages were fetched twice without having been under way."""
        kept = (u for u, kind in self.kinds.items() if kind.state == "kept")
        return max(0, sum(self.asked.get(u, 0) > 1 for u in kept) - self.under_way)


def measure_fetching() -> list[Measure]:
    """Fetch them all, and say what came of it."""
    run = _run()
    share = 100 * len(run.right) / TOTAL
    killed = f"{run.under_way} were under way at the kill"
    twice = sum(count > 1 for count in run.copies)
    return [
        Measure("in the right state", "%", {TOTAL: Reading(share)}, (_ALL,)),
        Measure(
            "fetched twice", "", {TOTAL: Reading(run.again, None, killed)}, (_NONE,)
        ),
        Measure("kept twice", "", {TOTAL: Reading(twice)}, (_NONE,)),
        _latency(run, "the workbench meanwhile, half of the times", 0.5),
        _latency(run, "the workbench meanwhile, 19 of 20 times", 0.95),
    ]


def outcomes() -> list[str]:
    """Tell of each kind of address how many ended how; and of each that ended wrong."""
    run = _run()
    tally: dict[str, Counter[str]] = {}
    for url, kind in run.kinds.items():
        wrong = "" if url in run.right else " WRONG"
        tally.setdefault(kind.name, Counter())[f"{run.ended[url][0]}{wrong}"] += 1
    return [
        f"{TOTAL} addresses on {len(HOSTS)} hosts in {run.seconds:.0f} s",
        *(
            f"  {name:<44} {', '.join(f'{n} {how}' for how, n in counts.items())}"
            for name, counts in tally.items()
        ),
        *(f"  WRONG {u}: {run.ended[u]}" for u in run.kinds.keys() - run.right),
    ]


@cache
def _run() -> Run:
    near = ",".join(host for host in HOSTS if host != "127.0.0.1")
    with _sites() as sites, sqlite_desk(SIZE, people=1) as lent:
        desk = replace(
            lent,
            settings=replace(
                lent.settings,
                fetch=True,
                fetch_allow=near,
                fetch_seconds=3,
                fetch_pause=0,
            ),
        )
        run = Run(addresses(sites.ports))
        server = start(desk.settings)
        try:
            browser = sign_in(server, desk.people[0])
            run.before = _ask(browser, desk, _after(seconds=8))
            began = time.perf_counter()
            _cite(desk, list(run.kinds))
            run.during = _ask(browser, desk, lambda: _half_done(desk))
        finally:
            server.kill()
        run.under_way = _expire(desk)
        with serving(desk.settings) as server:
            browser = sign_in(server, desk.people[0])
            run.during += _ask(browser, desk, lambda: _all_done(desk))
        run.seconds = time.perf_counter() - began
        run.asked = sites.asked()
        _read(run, desk)
    return run


@dataclass(frozen=True, slots=True)
class _Sites:
    """The test sites: a port for each host, and what they were asked for."""

    process: subprocess.Popen[str]
    ports: Mapping[str, int]

    def asked(self) -> dict[str, int]:
        """Return how often each address was asked for."""
        assert self.process.stdin
        assert self.process.stdout
        print("asked", file=self.process.stdin, flush=True)
        return dict(json.loads(self.process.stdout.readline()))


@contextmanager
def _sites() -> Iterator[_Sites]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.fetching_sites"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    try:
        yield _Sites(process, json.loads(process.stdout.readline()))
    finally:
        process.stdin.close()
        process.wait(timeout=20)
        process.stdout.close()


def _cite(desk: Desk, urls: Sequence[str]) -> None:
    """Cite the addresses, fifty in a review, and let nothing else be fetched."""
    with database.desk(desk.settings) as session:
        ask_for_nothing(session)
        person = find_person(session, desk.people[0])
        essay = find_essay(session, desk.slug)
        for at in range(0, len(urls), 50):
            cited = tuple(
                CitationFacts(SourceFacts(url=url), quote="the river rose by four feet")
                for url in urls[at : at + 50]
            )
            claim = find_claim(session, essay, desk.waiting[at // 50])
            save_review(
                session,
                actor=person,
                claim=claim,
                facts=ReviewFacts(verdict="", finding="", citations=cited),
                statement=None,
                revision=0,
                claim_revision=claim.revision,
                give=False,
            )


def _ask(browser: Browser, desk: Desk, done: Callable[[], bool]) -> list[float]:
    """Ask for a page again and again; return the milliseconds of each time."""
    path, taken = f"/essays/{desk.slug}/workbench", []
    browser.ask(path)  # the first after a start compiles the template
    while not done():
        began = time.perf_counter()
        status, _ = browser.ask(path)
        taken.append((time.perf_counter() - began) * 1_000)
        if status != 200:
            raise RuntimeError(f"{path} answered {status}.")
        time.sleep(0.05)
    return taken


def _after(seconds: float) -> Callable[[], bool]:
    end = time.perf_counter() + seconds
    return lambda: time.perf_counter() > end


def _states(desk: Desk) -> Counter[str]:
    with database.desk(desk.settings) as session:
        return Counter(session.scalars(select(Fetch.state)))


def _half_done(desk: Desk) -> bool:
    states = _states(desk)
    return states["kept"] + states["failed"] + states["refused"] >= HALF


def _all_done(desk: Desk) -> bool:
    """Let what is to be tried again later be tried now; say whether nothing is."""
    with database.desk(desk.settings) as session:
        again = Fetch.state == "waiting", Fetch.tries > 0
        session.execute(update(Fetch).where(*again).values(due_at=now()))
    states = _states(desk)
    return not states["waiting"] + states["running"]


def _expire(desk: Desk) -> int:
    """Let what was under way at the kill count as lost; return how many it were."""
    with database.desk(desk.settings) as session:
        lost = update(Fetch).where(Fetch.state == "running")
        at = now() - timedelta(seconds=LEASE_SECONDS + 1)
        return session.execute(lost.values(began_at=at)).rowcount


def _read(run: Run, desk: Desk) -> None:
    with database.desk(desk.settings) as session:
        rows = session.execute(select(Fetch.url, Fetch.state, Fetch.said))
        run.ended = {url: (state, said) for url, state, said in rows}
        copies = select(func.count(Snapshot.id)).group_by(Snapshot.source_key)
        run.copies = list(session.scalars(copies))


def _is_right(kind: Kind, ended: tuple[str, str]) -> bool:
    state, said = ended
    return state == kind.state and kind.said in said


def _counted(name: str, count: int, more: str = "") -> Measure:
    return Measure(name, "", {TOTAL: Reading(count, None, more)}, (_NONE,))


def _latency(run: Run, name: str, share: float) -> Measure:
    value, usual = (
        sorted(taken)[int(len(taken) * share)] for taken in (run.during, run.before)
    )
    more = f"{len(run.during)} pages asked for"
    return Measure(name, "ms", {TOTAL: Reading(value, usual, more)}, (_USUAL,))
