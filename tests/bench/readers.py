"""How fast documents are read in each format, and the memory that it takes."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence

from tests.bench.essays import sample
from tests.bench.report import TWELVEFOLD, Aim, Measure, Reading
from tests.text.readers.packages import docx, odt, paragraph, pdf

SMALL = Aim("value", "at most 500 MB", lambda mb: mb <= 500)
MEGA = 1_000_000

# What the reader's own process took at most, as Linux counts it, and for how long.
_APART = """
import json, sys, time
from pathlib import Path
from factcheck.text.readers import read
data = sys.stdin.buffer.read()
began = time.process_time()
found = read(sys.argv[1], data, 6_000_000)
took = time.process_time() - began
status = Path("/proc/self/status").read_text().splitlines()
most = next(line.split()[1] for line in status if line.startswith("VmHWM"))
print(json.dumps([took, int(most) * 1024, len(found.text)]))
"""


def measure_readers(sizes: Sequence[int]) -> list[Measure]:
    """Read documents of so many sentences, and one of 5 MB of text."""
    measures = []
    for kind, write in _WRITERS.items():
        taken = {size: _read(kind, write(_paragraphs(size))) for size in sizes}
        readings = {
            size: Reading(took * 1_000, more=f"{letters / took / MEGA:.1f} MB/s")
            for size, (took, _, letters) in taken.items()
        }
        measures.append(
            Measure(f"{kind}, in processor time", "ms", readings, (TWELVEFOLD,))
        )
        largest = _LARGEST[kind]
        took, most, _ = _read(kind, write(_long(largest)))
        reading = Reading(most / MEGA, more=f"read in {took:.1f} s")
        said = f"{kind}, {largest / MEGA:.1f} MB of text: memory"
        measures.append(Measure(said, "MB", {largest: reading}, (SMALL,)))
    return measures


def _read(kind: str, data: bytes) -> tuple[float, int, int]:
    ended = subprocess.run(
        [sys.executable, "-c", _APART, kind],
        input=data,
        capture_output=True,
        check=True,
    )
    took, most, letters = json.loads(ended.stdout)
    return took, most, letters


def _paragraphs(size: int) -> list[str]:
    return sample(size).document.text.split("\n\n")


def _long(length: int) -> list[str]:
    one = _paragraphs(10_000)
    return one * (length // sum(map(len, one)) or 1)


_Writer = Callable[[list[str]], bytes]
_WRITERS: dict[str, _Writer] = {
    "docx": lambda words: docx("".join(map(paragraph, words))),
    "odt": odt,
    "html": lambda words: f"<html><p>{'<p>'.join(words)}".encode(),
    "pdf": pdf,
}
# A PDF may have 300 pages, which hold less.
_LARGEST = {"docx": 5 * MEGA, "odt": 5 * MEGA, "html": 5 * MEGA, "pdf": MEGA}
