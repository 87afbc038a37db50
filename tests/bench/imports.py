"""How long an import takes, beside the splitter and the same rows written bare."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from factcheck import database
from factcheck.actions.annotated import import_annotated
from factcheck.actions.essays import import_essay
from factcheck.config import Settings
from factcheck.database import open_engine
from factcheck.models.base import Base
from factcheck.rules.essays import EssayDetails
from factcheck.text.documents import read_document
from factcheck.text.sentences import split
from tests.bench.clock import Work, beside
from tests.bench.essays import Sample, sample
from tests.bench.report import TENFOLD, Aim, Measure, Reading

UNDER_THREE = Aim(
    "ratio",
    "under three times the floor",
    lambda ratio: ratio < 3,
    "an exported essay is checked part by part before anything is believed, which the"
    " floor does not do",
)
Rows = Mapping[str, Sequence[tuple[Any, ...]]]


def measure_imports(sizes: Sequence[int], turns: int) -> list[Measure]:
    """Import essays into empty desks."""
    return [
        Measure(
            name,
            "ms",
            {size: _reading(size, kind, turns) for size in sizes},
            aims,
        )
        for kind, (name, aims) in _KINDS.items()
    ]


_KINDS = {
    "none": ("a text, nothing marked", (UNDER_THREE, TENFOLD)),
    "all": ("a text, each sentence marked", (UNDER_THREE, TENFOLD)),
    "json": ("an exported essay with its reviews (json)", (TENFOLD,)),
}


def _reading(size: int, kind: str, turns: int) -> Reading:
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as name:
        folder = Path(name)
        empty = folder / "empty.sqlite3"
        database.upgrade(f"sqlite:///{empty}")
        taken = sample(size)
        _import_into(folder, taken, kind)()
        rows = _rows_of(folder / "import" / "factcheck.sqlite3")
        value, floor = beside(
            _import_into(folder, taken, kind),
            _write_bare(folder, taken, rows, splits=kind != "json"),
            turns,
        )
    count = sum(map(len, rows.values()))
    more = f"{size / value * 1_000:,.0f} sentences/s, {count:,} rows"
    return Reading(value, floor, more)


def _import_into(folder: Path, taken: Sample, kind: str) -> Work:
    data = taken.document.text.encode()
    details = EssayDetails("An essay", language="en")
    settings = Settings(data_dir=folder / "import")

    def work() -> None:
        _fresh(folder, "import/factcheck.sqlite3")
        with database.desk(settings) as session:
            if kind == "json":
                import_annotated(session, actor=None, annotated=taken.annotated)
                return
            document = read_document(data, "essay.txt")
            import_essay(
                session, actor=None, document=document, details=details, mark=kind
            )

    return work


def _write_bare(folder: Path, taken: Sample, rows: Rows, *, splits: bool) -> Work:
    """Return the floor: split, and write the same rows by bare executemany."""
    path = "bare/factcheck.sqlite3"

    def work() -> None:
        _fresh(folder, path)
        if splits:
            split(taken.document.text, "en")
        engine = open_engine(f"sqlite:///{folder / path}")
        with closing(engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            for table, found in rows.items():
                marks = ", ".join("?" * len(found[0]))
                cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", found)  # noqa: S608
            connection.commit()
        engine.dispose()

    return work


def _rows_of(path: Path) -> Rows:
    engine = open_engine(f"sqlite:///{path}")
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        found = {
            table.name: cursor.execute(f"SELECT * FROM {table.name}").fetchall()  # noqa: S608
            for table in Base.metadata.sorted_tables
        }
    engine.dispose()
    return {table: rows for table, rows in found.items() if rows}


def _fresh(folder: Path, path: str) -> None:
    """Put an empty, migrated database there."""
    target = folder / path
    shutil.rmtree(target.parent, ignore_errors=True)
    target.parent.mkdir()
    shutil.copyfile(folder / "empty.sqlite3", target)
