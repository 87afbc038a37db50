"""Measures the desk: speed, memory and growth, each beside its floor.

python -m tests.bench                 everything, in about five minutes
python -m tests.bench --quick         a first impression, in about one
python -m tests.bench --only saves    one subject
"""
# ruff: noqa: T201 - it is there to print

import argparse
import os
import platform
from collections.abc import Callable, Iterator, Sequence

from tests.bench.carrying import carrying_lines, measure_carrying
from tests.bench.crashes import crash_lines
from tests.bench.creations import creation_lines
from tests.bench.exports import measure_exports
from tests.bench.fetching import measure_fetching, outcomes
from tests.bench.full_desks import measure_full_desks
from tests.bench.imports import measure_imports
from tests.bench.matching import measure_matching
from tests.bench.pages import measure_pages
from tests.bench.quotations import matrix, measure_quotations
from tests.bench.readers import measure_readers
from tests.bench.report import Measure, lines_of, missed
from tests.bench.saves import measure_saves
from tests.bench.sentences import measure_sentences
from tests.bench.starts import measure_starts
from tests.bench.suggestions import measure_suggestions

SIZES = (1_000, 10_000)
CRASH_SECONDS = 30
Subject = Callable[[argparse.Namespace], list[Measure]]

TITLES = {
    "sentences": "Sentences (scores: on the texts that FACTCHECK_TEXT_DATA names)",
    "suggestions": "Suggestions (scores: on the sets that FACTCHECK_TEXT_DATA names)",
    "carrying": "Claims carried over to a new text",
    "quotations": "Quotations found in a kept text",
    "fetching": "Fetching, from sites with every fault, killed halfway (floor: the same"
    " page while nothing is fetched)",
    "matching": "Earlier verdicts found (scores: on what FACTCHECK_TEXT_DATA names)",
    "imports": "Imports (floor: the splitter, and the same rows by bare executemany)",
    "pages": "Pages (floor: the same queries on the bare driver, and a bare Jinja loop"
    " over their rows)",
    "exports": "Exports, and the ways back in: the command, in a process of its own,"
    " after the same\nfor a tiny essay. Time of processors, with those of processes it"
    " started (floor: the\nsame queries on the bare driver, and their rows through"
    " json.dumps); memory is the most\nthat was held, above what was held before",
    "desk": "A full desk: 20 essays with 2,000 claims, and 200 with 20,000",
    "readers": "Documents read, each in a process of its own",
    "starts": "Start and memory (floor: a bare Flask app on the same server)",
    "saves": "Saves (floor: a bare Flask route that commits one insert, on the same"
    " server and settings)",
    "crash": "Killed while saving",
    "creations": "Killed while creating, and asked again under the same key",
}


def _saves(asked: argparse.Namespace) -> list[Measure]:
    turns, seconds = (1, 2) if asked.quick else (3, 4)
    databases = ["SQLite", "PostgreSQL"] if asked.postgresql else ["SQLite"]
    return [
        measure
        for database in databases
        for measure in measure_saves(SIZES, turns, seconds, database)
    ]


SUBJECTS: dict[str, Subject] = {
    "sentences": lambda asked: measure_sentences(quick=asked.quick),
    "suggestions": lambda _asked: measure_suggestions(SIZES),
    "carrying": lambda _asked: measure_carrying(),
    "quotations": lambda _asked: measure_quotations(),
    "fetching": lambda _asked: measure_fetching(),
    "matching": lambda _asked: measure_matching(),
    "imports": lambda asked: measure_imports(SIZES, 3 if asked.quick else 7),
    "pages": lambda asked: measure_pages(SIZES, 3 if asked.quick else 9),
    "exports": lambda asked: measure_exports(SIZES, 3 if asked.quick else 9),
    "desk": lambda asked: measure_full_desks(3 if asked.quick else 9),
    "readers": lambda _asked: measure_readers(SIZES),
    "starts": lambda asked: measure_starts(SIZES, 3 if asked.quick else 7),
    "saves": _saves,
}
MATRICES: dict[str, Callable[[], list[str]]] = {
    "carrying": carrying_lines,
    "fetching": outcomes,
    "quotations": matrix,
}
KILLINGS: dict[str, Callable[[argparse.Namespace], Iterator[str]]] = {
    "crash": lambda asked: crash_lines(4 if asked.quick else CRASH_SECONDS),
    "creations": lambda _asked: creation_lines(),
}
DOCCANO = """\
For comparison, doccano on two such cores, as measured for this project and not here:
  185 bare labels saved a second with 50 clients, 99 of 100 within 480 ms; 1.4 GB
  resident; first answer after 1.4 s; 4,200 ready-made lines imported a second."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what was asked for, and print it as it comes."""
    asked = _parser().parse_args(arguments)
    print(_machine(), flush=True)
    measures: list[Measure] = []
    for name, subject in SUBJECTS.items():
        if asked.only in {None, name}:
            print(f"\n{TITLES[name]}", flush=True)
            found = subject(asked)
            measures += found
            print("\n".join(line for each in found for line in lines_of(each)))
            if name in MATRICES:
                print("\n".join(f"  {line}" for line in MATRICES[name]()), flush=True)
    for name, killing in KILLINGS.items():
        if asked.only in {None, name}:
            print(f"\n{TITLES[name]}", flush=True)
            for line in killing(asked):
                print(line, flush=True)
    if measures:
        print(f"\n{DOCCANO}\n\n{_verdict(measures)}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description="Measure speed, memory and growth, beside their floors.",
    )
    parser.add_argument("--quick", action="store_true", help="fewer and shorter turns")
    parser.add_argument("--only", choices=list(TITLES), metavar="NAME")
    parser.add_argument(
        "--postgresql", action="store_true", help="measure saves on PostgreSQL too"
    )
    return parser


def _machine() -> str:
    return (
        f"Python {platform.python_version()}, {os.cpu_count()} processors,"
        f" load {os.getloadavg()[0]:.1f} before the start"
    )


def _verdict(measures: Sequence[Measure]) -> str:
    found = missed(measures)
    if not found:
        return "Every aim is met."
    return "\n".join(["Aims not met:", *(f"  {line}" for line in found)])


if __name__ == "__main__":
    main()
