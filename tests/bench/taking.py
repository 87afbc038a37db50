"""Takes essays away, or brings them in, in this process alone, and tells what it cost.

Started by exports.py beside it: `python -m tests.bench.taking` with a Task as JSON. The
same is done for a tiny essay first, so that what a process loads once is not counted.
"""

import ctypes
import gc
import io
import json
import resource
import shutil
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from sqlalchemy import Engine

from factcheck.__main__ import main as factcheck
from factcheck.cli.serving import collect_seldom
from factcheck.database import open_engine
from tests.bench.clock import Work, once
from tests.bench.pages import Asked, listening, run_bare

_ENOUGH = 3_000  # ms: what takes longer is done once


@dataclass(frozen=True, slots=True)
class Task:
    """What to do.

    Attributes:
        folder: of the desk.
        tiny: arguments of the command for the tiny essay.
        large: those for the essay that is measured.
        turns: the most turns on the clock.
        fresh: an empty database to begin each turn with; "" goes on with the desk's.
    """

    folder: str
    tiny: Sequence[str]
    large: Sequence[str]
    turns: int
    fresh: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """What it took.

    Attributes:
        ms: of processors, this process's and those it started; the median of the
            turns, or of the one there was. Others at work on the machine make the
            clock go on, and growth by the clock would be theirs.
        floor_ms: of the same statements on the bare driver, and their rows as JSON; 0
            where nothing was exported.
        clock_ms: by the clock.
        queries: statements sent to the database, those that send many rows as one.
        memory: the most bytes that were held, above those held before.
        other: the most bytes that a process which it started held.
    """

    ms: float
    floor_ms: float
    clock_ms: float
    queries: int
    memory: int
    other: int


def main() -> None:
    """Do the task that standard input has, and print its cost."""
    task = Task(**json.load(sys.stdin))
    collect_seldom()
    _command(task, task.tiny)()
    # What was freed is given back, or a short essay would be written into it unseen.
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    before = _held("VmRSS")
    work = _command(task, task.large)
    with listening(Engine) as asked:
        first = _took(work)
    memory = _held("VmHWM") - before
    other = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    turns = min(task.turns, int(_ENOUGH / first[1]))
    times = [_took(work) for _ in range(turns)] or [first]
    floors = [] if task.fresh else [_took(_floor(task, asked))[0] for _ in times]
    ms, clock_ms = (median(each) for each in zip(*times, strict=True))
    floor_ms = median(floors) if floors else 0
    cost = Cost(ms, floor_ms, clock_ms, len(asked), memory, other)
    sys.stdout.write(json.dumps(asdict(cost)))


def _command(task: Task, arguments: Sequence[str]) -> Work:
    """Return the command as a piece of work; what it says is not printed."""
    target = Path(task.folder)

    def work() -> None:
        if task.fresh:
            shutil.rmtree(target, ignore_errors=True)
            target.mkdir()
            shutil.copyfile(task.fresh, target / "factcheck.sqlite3")
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            factcheck([*arguments, "--data", task.folder], standalone_mode=False)

    return work


def _floor(task: Task, asked: Sequence[Asked]) -> Work:
    """Return the statements of an export on the bare driver, and their rows as JSON."""
    engine = open_engine(f"sqlite:///{task.folder}/factcheck.sqlite3")

    def work() -> None:
        json.dumps(run_bare(engine, asked), ensure_ascii=False, default=str).encode()

    return work


def _took(work: Work) -> tuple[float, float]:
    """Return the milliseconds of processors, and of the clock."""
    before = _processors()
    clock = once(work)
    return (_processors() - before) * 1_000, clock


def _processors() -> float:
    """Return the seconds of processors so far, with those of processes that ended."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime


def _held(field: str) -> int:
    """Return the bytes that this process holds or held at most, as Linux counts them.

    What a process is told of itself by getrusage counts its parent before the fork.
    """
    status = Path("/proc/self/status").read_text().splitlines()
    found = next(line.split()[1] for line in status if line.startswith(field))
    return int(found) * 1024


if __name__ == "__main__":
    main()
