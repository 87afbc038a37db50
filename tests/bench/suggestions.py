"""Suggestions measured: how well, how fast, and what learning costs.

python -m tests.bench.suggestions [DATA]

DATA, or FACTCHECK_TEXT_DATA, is a folder with sets that people have judged, which are
not ours to hand on: checkworthy/essay_dev/, claimbuster/, ct24_english/, policlaim/.
The shipped weights are measured on them; nothing is ever trained on them.
"""

import csv
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck import database
from factcheck.actions.essays import import_essay
from factcheck.config import Settings
from factcheck.queries.workbench import Show, open_bench
from factcheck.rules.essays import EssayDetails
from factcheck.text import training
from factcheck.text.accuracy import average_precision, measure
from factcheck.text.checkable import bare_likelihood
from factcheck.text.training import Labelled
from factcheck.text.weights import shipped_weights, write_weights
from tests.bench.clock import Work, once
from tests.bench.desks import add_people
from tests.bench.essays import sample
from tests.bench.report import TENFOLD, TWELVEFOLD, Aim, Measure, Reading, lines_of
from tests.bench.sentences import FOLDER

HERE = Path(training.__file__).parent / "data"
FAST = Aim("value", "at least 5,000 a second", lambda rate: rate >= 5_000)
SECONDS = Aim("value", "at most 30 s", lambda seconds: seconds <= 30)
SAME = Aim("value", "the same file, byte for byte", lambda same: same == 1)

Pairs = list[tuple[str, bool]]


@dataclass(frozen=True)
class Collection:
    """A set of sentences that people have judged, and what to reach on it."""

    name: str
    file: str
    claims: frozenset[str]
    ap: float | None = None
    f1: float | None = None


_FACTS = frozenset({"CFS", "UFS"})
_YES = frozenset({"Yes"})
COLLECTIONS = (
    Collection("essays", "essay_dev/essay60.jsonl", frozenset({"claim"}), ap=0.86),
    Collection("ClaimBuster, experts", "claimbuster/test.tsv", _FACTS, ap=0.90),
    Collection("ClaimBuster, crowd", "claimbuster/dev.tsv", _FACTS),
    Collection("CheckThat! 2024, dev-test", "ct24_english/devtest.tsv", _YES),
    Collection("CheckThat! 2024, test", "ct24_english/test.tsv", _YES, f1=0.62),
    Collection("PoliClaim, test", "policlaim/test.tsv", frozenset({"1"})),
)


def measure_suggestions(sizes: Sequence[int], data: str = "") -> list[Measure]:
    """Measure the shipped weights, their making, and the work of a desk.

    Args:
        sizes: of essays and of desks, in sentences.
        data: the folder of judged sets; the one FACTCHECK_TEXT_DATA names if "".
    """
    rows = training.read_labelled(HERE / "labelled")
    return [
        _made_again(rows),
        *_scores(data or os.environ.get(FOLDER) or "no-such-folder"),
        _speed(rows),
        _learning(rows, sizes),
        *_listing(sizes),
    ]


def _made_again(rows: Sequence[Labelled]) -> Measure:
    """Train on our own labelled set; say how well its styles do on each other."""
    began = time.process_time()
    again = write_weights(training.train_shipped(rows))
    took = time.process_time() - began
    same = again.encode() == (HERE / "weights.json").read_bytes()
    out = shipped_weights().measured
    more = (
        f"in {took:.0f} s; each style judged by weights that never saw it: precision"
        f" {out.precision:.3f}, recall {out.recall:.3f}, F1 {out.f1:.3f}"
    )
    name = "the shipped weights made again from our labelled set"
    return Measure(name, "file", {len(rows): Reading(same, more=more)}, (SAME,))


def _scores(named: str) -> Iterator[Measure]:
    """Yield how the shipped weights do on each judged set that is there."""
    folders = (Path(named) / "checkworthy", Path(named))
    folder = next(filter(Path.is_dir, folders), None)
    for collection in COLLECTIONS:
        path = folder / collection.file if folder else None
        if path and path.is_file():
            yield from _score(collection, read(path, collection.claims))
        else:
            about = f"{FOLDER} names no folder with {collection.file}"
            yield Measure(f"no score on {collection.name}: {about}", "", {}, ())


def read(path: Path, claims: frozenset[str]) -> Pairs:
    """Read one set: a JSON object a line, or columns with tabs between."""
    if path.suffix == ".jsonl":
        rows: Iterator[dict[str, str]] = map(json.loads, path.open(encoding="utf-8"))
        return [(row["text"], row["label"] in claims) for row in rows]
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, delimiter="\t")
        return [(row["text"], row["label"] in claims) for row in table]


def _score(collection: Collection, pairs: Pairs) -> Iterator[Measure]:
    weights = shipped_weights()
    judged = [(bare_likelihood(text, weights, "en"), yes) for text, yes in pairs]
    at = measure(judged, weights.threshold)
    more = f"precision {at.precision:.3f}, recall {at.recall:.3f}"
    for kind, value, floor in (
        ("AP", average_precision(judged), collection.ap),
        ("F1", at.f1, collection.f1),
    ):
        name = f"{collection.name}, sentences"
        told = more if kind == "F1" else ""
        readings = {len(pairs): Reading(value, more=f"{value:.3f} {told}".strip())}
        yield Measure(name, kind, readings, _floor(floor))


def _floor(floor: float | None) -> tuple[Aim, ...]:
    if floor is None:
        return ()
    return (Aim("value", f"at least {floor}", lambda value: value >= floor),)


def _speed(rows: Sequence[Labelled]) -> Measure:
    weights = shipped_weights()
    best = min(
        _processor(lambda: [bare_likelihood(r.sentence, weights, "en") for r in rows])
        for _ in range(3)
    )
    reading = Reading(len(rows) / best)
    name = "sentences judged a second, in processor time"
    return Measure(name, "/s", {len(rows): reading}, (FAST,), is_rate=True)


def _learning(rows: Sequence[Labelled], sizes: Sequence[int]) -> Measure:
    """Return what a lesson costs a desk that sorted so many sentences."""
    readings = {size: Reading(_lesson(rows, size)) for size in sizes}
    name = "a lesson from so many sentences, in processor time"
    return Measure(name, "s", readings, (SECONDS,))


def _lesson(rows: Sequence[Labelled], size: int) -> float:
    many = [
        Labelled(f"{row.sentence} Part {turn}.", row.is_claim)
        for turn in range(size // len(rows) + 1)
        for row in rows
    ][:size]
    return _processor(lambda: training.learn(many, shipped_weights()))


def _processor(work: Work) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _listing(sizes: Sequence[int]) -> Iterator[Measure]:
    """Yield what the list of sentences to sort costs, the likeliest first."""
    found = {size: _windows(size) for size in sizes}
    for at, name, aim in (
        (0, "the list, likeliest first, at the first look", TWELVEFOLD),
        (1, "the list, likeliest first, from then on", TENFOLD),
        (2, "the list in reading order", TENFOLD),
    ):
        readings = {size: Reading(times[at]) for size, times in found.items()}
        yield Measure(name, "ms", readings, (aim,))


def _windows(size: int) -> tuple[float, float, float]:
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder:
        settings = Settings(data_dir=Path(folder))
        database.upgrade(settings.database)
        with database.desk(settings) as session:
            (editor,) = add_people(session, 0)
            document, details = sample(size).document, EssayDetails("A", language="en")
            essay = import_essay(
                session, actor=editor, document=document, details=details
            )
            session.flush()

            def look(show: Show) -> Work:
                return lambda: open_bench(
                    session, slug=essay.slug, viewer=editor, show=show
                ).lister.around(size // 2)

            first = once(look(Show.LIKELY))
            later = min(once(look(Show.LIKELY)) for _ in range(5))
            return first, later, min(once(look(Show.NEW)) for _ in range(5))


if __name__ == "__main__":
    for each in measure_suggestions((1_000, 10_000), "".join(sys.argv[1:2])):
        sys.stdout.write("\n".join([*lines_of(each), ""]))
