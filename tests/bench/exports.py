"""What taking an essay away costs in each format, and bringing it in again.

Each is the command itself, in a process of its own (taking.py): time, bytes,
statements, and the most memory that it held.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from factcheck import database
from factcheck.actions.annotated import import_annotated
from factcheck.actions.editions import publish_edition
from factcheck.exports.formats import FORMATS
from factcheck.queries.people import find_person
from tests.bench.desks import EDITOR, Desk, sqlite_desk
from tests.bench.essays import sample
from tests.bench.report import TENFOLD, TWELVEFOLD, Measure, Reading
from tests.bench.servers import ROOT, environment
from tests.bench.taking import Cost, Task

TINY = 10
MEGA = 1_000_000
_EDITION, _WORKING_COPY = "/e/{}/1/export/", "/essays/{}/export/"
# Where a browser gets each format.
ADDRESSES = [
    (_EDITION if form.of_editions else _WORKING_COPY) + name
    for name, form in FORMATS.items()
]
_BACK = ("json", "archive")
_SET_APART = "pdf"
Costs = dict[str, dict[int, tuple[Cost, int]]]


def measure_exports(sizes: Sequence[int], turns: int) -> list[Measure]:
    """Export essays of which one sentence in five is a checked claim."""
    costs: Costs = {f"export as {name}": {} for name in FORMATS}
    costs |= {f"import of its {name}": {} for name in _BACK}
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as name:
        folder = Path(name)
        empty = folder / "empty.sqlite3"
        database.upgrade(f"sqlite:///{empty}")
        for size in sizes:
            with sqlite_desk(size, people=1, waiting=False) as desk:
                tiny = _add_tiny(desk)
                for form in FORMATS:
                    found = _export(desk, tiny, form, folder, turns)
                    costs[f"export as {form}"][size] = found
            for form in _BACK:
                found = _import(desk, form, folder, empty, turns)
                costs[f"import of its {form}"][size] = found
    return [each for name, found in costs.items() for each in _measures(name, found)]


def _measures(name: str, found: dict[int, tuple[Cost, int]]) -> list[Measure]:
    times = {
        size: Reading(
            cost.ms,
            cost.floor_ms or None,
            f"{cost.clock_ms:,.0f} ms by the clock, {length:,} bytes,"
            f" {cost.queries} queries",
        )
        for size, (cost, length) in found.items()
    }
    memory = {
        size: Reading(
            cost.memory / MEGA, more=f"{cost.memory / length:.1f} x the bytes"
        )
        for size, (cost, length) in found.items()
    }
    measures = [
        Measure(name, "ms", times, (TENFOLD,)),
        Measure(f"{name}: memory", "MB", memory, (TWELVEFOLD,)),
    ]
    if name.endswith(_SET_APART):
        apart = {size: Reading(cost.other / MEGA) for size, (cost, _) in found.items()}
        said = f"{name}: all memory of the process that sets it"
        measures.append(Measure(said, "MB", apart, (TWELVEFOLD,)))
    return measures


def _add_tiny(desk: Desk) -> str:
    with database.desk(desk.settings) as session:
        editor = find_person(session, EDITOR)
        essay = import_annotated(
            session, actor=editor, annotated=sample(TINY).annotated
        )
        publish_edition(session, actor=editor, essay=essay, note="First edition.")
        return essay.slug


def _export(
    desk: Desk, tiny: str, form: str, folder: Path, turns: int
) -> tuple[Cost, int]:
    small, large = (folder / f"{which}.{form}" for which in ("tiny", "large"))
    task = Task(
        str(desk.settings.data_dir),
        ("essays", "export", tiny, "--as", form, "-o", str(small)),
        ("essays", "export", desk.slug, "--as", form, "-o", str(large)),
        turns,
    )
    return _apart(desk, task), large.stat().st_size


def _import(
    desk: Desk, form: str, folder: Path, empty: Path, turns: int
) -> tuple[Cost, int]:
    small, large = (folder / f"{which}.{form}" for which in ("tiny", "large"))
    task = Task(
        str(folder / "in"),
        ("essays", "import", str(small)),
        ("essays", "import", str(large)),
        turns,
        fresh=str(empty),
    )
    return _apart(desk, task), large.stat().st_size


def _apart(desk: Desk, task: Task) -> Cost:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.bench.taking"],
        input=json.dumps(asdict(task)),
        cwd=ROOT,
        env=environment(desk.settings),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Cost(**json.loads(ended.stdout))
