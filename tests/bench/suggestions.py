"""Suggestions measured: on our own labelled set, on a data folder, and in speed.

`python -m tests.bench.suggestions [DATA]`; DATA, or FACTCHECK_TEXT_DATA, is a folder
with essay_dev/, claimbuster/, ct24_english/ and policlaim/. Nothing is trained on it.
"""

import csv
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.text import training
from factcheck.text.accuracy import average_precision, measure
from factcheck.text.checkable import likelihood
from factcheck.text.weights import shipped_weights, write_weights

HERE = Path(training.__file__).parent / "data"
AT_LEAST_A_SECOND = 5_000

Pairs = list[tuple[str, bool]]


@dataclass(frozen=True)
class Collection:
    """A set of sentences that people have judged, and what to reach on it."""

    name: str
    file: str
    claims: frozenset[str]
    ap: float | None = None
    f1: float | None = None


COLLECTIONS = (
    Collection("essays", "essay_dev/essay60.jsonl", frozenset({"claim"}), ap=0.86),
    Collection(
        "ClaimBuster, experts",
        "claimbuster/test.tsv",
        frozenset({"CFS", "UFS"}),
        ap=0.90,
    ),
    Collection("ClaimBuster, crowd", "claimbuster/dev.tsv", frozenset({"CFS", "UFS"})),
    Collection(
        "CheckThat! 2024, dev-test", "ct24_english/devtest.tsv", frozenset({"Yes"})
    ),
    Collection(
        "CheckThat! 2024, test", "ct24_english/test.tsv", frozenset({"Yes"}), f1=0.62
    ),
    Collection("PoliClaim, test", "policlaim/test.tsv", frozenset({"1"})),
)


def read(path: Path, claims: frozenset[str]) -> Pairs:
    """Read one set: a JSON object a line, or columns with tabs between."""
    if path.suffix == ".jsonl":
        rows: Iterator[dict[str, str]] = map(json.loads, path.open(encoding="utf-8"))
        return [(row["text"], row["label"] in claims) for row in rows]
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, delimiter="\t")
        return [(row["text"], row["label"] in claims) for row in table]


def figures(pairs: Pairs) -> tuple[float, float, float, float]:
    """Return average precision, F1, precision and recall of the shipped weights."""
    judged = [(likelihood(text).likelihood, is_claim) for text, is_claim in pairs]
    at = measure(judged, shipped_weights().threshold)
    return average_precision(judged), at.f1, at.precision, at.recall


def show(name: str, pairs: Pairs, beside: str = "") -> tuple[float, float]:
    ap, f1, precision, recall = figures(pairs)
    sys.stdout.write(
        f"  {name:<26} {len(pairs):>6} {ap:>6.3f} {f1:>6.3f} "
        f"{precision:>6.3f} {recall:>6.3f}  {beside}\n"
    )
    return ap, f1


def reached(collection: Collection, folder: Path) -> bool:
    """Print one set's line; say whether its floor is reached."""
    path = folder / collection.file
    if not path.exists():
        sys.stdout.write(f"  {collection.name:<26} is not there\n")
        return True
    floors = {"AP": collection.ap, "F1": collection.f1}
    wanted = [f"{kind} at least {floor}" for kind, floor in floors.items() if floor]
    ap, f1 = show(collection.name, read(path, collection.claims), ", ".join(wanted))
    return ap >= (collection.ap or 0) and f1 >= (collection.f1 or 0)


def per_second(sentences: Sequence[str], clock: Callable[[], float]) -> float:
    """Return the best of three runs over these sentences."""
    best = float("inf")
    for _ in range(3):
        begun = clock()
        for sentence in sentences:
            likelihood(sentence)
        best = min(best, clock() - begun)
    return len(sentences) / best


def reproduced(rows: Sequence[training.Labelled]) -> bool:
    """Whether training writes the shipped weights again, byte for byte."""
    begun = time.perf_counter()
    again = write_weights(training.train_shipped(rows))
    took = time.perf_counter() - begun
    same = again == (HERE / "weights.json").read_text("utf-8")
    outcome = "the same file" if same else "NOT the same file"
    sys.stdout.write(f"  trained again in {took:.1f} s: {outcome}\n")
    return same


def main(arguments: Sequence[str]) -> int:
    """Print every figure; the answer is 0 if each floor is reached."""
    rows = training.read_labelled(HERE / "labelled")
    out = shipped_weights().measured
    sys.stdout.write(
        "Suggestions\n"
        f"  our own set, each style judged by weights that never saw it: "
        f"{out.sentences} sentences, precision {out.precision:.3f}, "
        f"recall {out.recall:.3f}, F1 {out.f1:.3f}\n"
    )
    good = [reproduced(rows)]
    named = arguments[0] if arguments else os.environ.get("FACTCHECK_TEXT_DATA", "")
    folder = next(
        (path for path in (Path(named) / "checkworthy", Path(named)) if path.is_dir()),
        None,
    )
    if named and folder:
        sys.stdout.write(
            f"  {'set':<26} {'n':>6} {'AP':>6} {'F1':>6} {'P':>6} {'R':>6}\n"
        )
        good += [reached(collection, folder) for collection in COLLECTIONS]
    else:
        sys.stdout.write(
            "  no other data: name its folder, or set FACTCHECK_TEXT_DATA\n"
        )
    speed = per_second([row.sentence for row in rows], time.process_time)
    sys.stdout.write(
        f"  {speed:,.0f} sentences a second (at least {AT_LEAST_A_SECOND:,})\n"
    )
    good.append(speed >= AT_LEAST_A_SECOND)
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
