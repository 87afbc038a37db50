"""How well and how fast a text is cut into sentences, whatever the text.

python -m tests.bench.sentences [--quick]

The scores need texts that are not ours to hand on: FACTCHECK_TEXT_DATA names a folder
with golden.jsonl and sentences_dev.jsonl, each line a case with "set", "lang", "text"
and its "sentences".
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from factcheck.text.sentences import split
from tests.bench.essays import sample
from tests.bench.report import Aim, Measure, Reading, lines_of

FOLDER = "FACTCHECK_TEXT_DATA"
FILES = ("golden.jsonl", "sentences_dev.jsonl")
WANTED = {"golden48": 48, "golden-other": 110, "dev": 65, "dev-pragmatic": 104}

MEGA = 1_000_000
LENGTHS = (MEGA // 10, MEGA, 10 * MEGA)
LINEAR = Aim(
    "growth", "at most 130 times the time for 100 times the text", lambda x: x <= 130
)
FAST = Aim("value", "at least 3 MB a second", lambda rate: rate >= 3)
FINISHED = Aim("value", "at most 20 s for a million characters", lambda s: s <= 20)
SMALL = Aim("value", "at most 30 bytes a character", lambda size: size <= 30)

# What splitters are known to hang on; a language that the library cuts comes last.
MADE = {
    "no stop": ("word ", "en"),
    "one word": ("a", "en"),
    "full stops": (".", "en"),
    "dots of omission": (". ", "en"),
    "straight quotes": ('"', "en"),
    "curly quotes": ("“", "en"),
    "quoted stops": ('."', "en"),
    "brackets": ("(", "en"),
    "square brackets": ("[", "en"),
    "brackets and stops": ("(a. ", "en"),
    "Chinese stops": ("中。", "zh"),
    "line ends": ("\n", "en"),
    "letters": ("a. ", "en"),
    "initials": ("A. ", "en"),
    "titles": ("Mr. ", "en"),
    "cries": ("“a!” ", "en"),
    "lists": ("1. 2. ", "en"),
    "left out spaces": ("ab.Cd", "en"),
    "Chinese stops, Vietnamese": ("中。", "vi"),
    "letters, Vietnamese": ("a. ", "vi"),
}
_PEAK = """
import resource, sys
from factcheck.text.sentences import split
text = sys.stdin.read()
found = split(text, "en")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
"""


def run(report: Callable[[str], None], *, quick: bool = False) -> list[Measure]:
    """Measure everything, report each line as it comes, and return the measures."""
    measures = []
    for measure in _measures(quick=quick):
        measures.append(measure)
        for line in lines_of(measure):
            report(line)
    return measures


def measure_sentences(*, quick: bool = False) -> list[Measure]:
    """Measure scores, speed, growth, texts made to break a splitter, and memory."""
    return list(_measures(quick=quick))


def prose(length: int) -> str:
    """Return English-like prose of so many characters."""
    text = sample(10_000).document.text
    return (text * (length // len(text) + 1))[:length]


def _measures(*, quick: bool) -> Iterator[Measure]:
    yield from _scores()
    yield from _speed(LENGTHS[:2] if quick else LENGTHS)
    yield _worst(MEGA // 10 if quick else MEGA)
    yield _memory(MEGA if quick else 10 * MEGA)


def _scores() -> Iterator[Measure]:
    """Yield how many cases of each set are cut exactly as they should be."""
    folder = Path(os.environ.get(FOLDER) or "no-such-folder")
    files = [folder / name for name in FILES if (folder / name).is_file()]
    if not files:
        yield Measure(f"no scores: {FOLDER} names no folder with texts", "", {}, ())
    cases = [json.loads(line) for file in files for line in file.open(encoding="utf-8")]
    totals = Counter(case["set"] for case in cases)
    for told in (True, False):
        right = Counter(case["set"] for case in cases if _is_right(case, told=told))
        for name, total in totals.items():
            yield _score(name, right[name], total, told=told)


def _score(name: str, right: int, total: int, *, told: bool) -> Measure:
    wanted = WANTED.get(name, 0) if told else 0
    aim = Aim("value", f"at least {wanted}", lambda value: value >= wanted)
    said = "language told" if told else "language guessed"
    reading = Reading(right, more=f"of {total} cases")
    return Measure(f"{name}, {said}", "right", {total: reading}, (aim,) * bool(wanted))


def _is_right(case: dict[str, Any], *, told: bool) -> bool:
    text = case["text"]
    found = split(text, case["lang"] if told else "")
    return [text[s.start : s.end] for s in found] == case["sentences"]


def _speed(lengths: tuple[int, ...]) -> Iterator[Measure]:
    times = {length: _time(prose(length), "en") for length in lengths}
    yield Measure(
        "English prose, by characters, in processor time",
        "ms",
        {length: Reading(time) for length, time in times.items()},
        (LINEAR,),
    )
    yield Measure(
        "the same as a rate",
        "MB/s",
        {length: Reading(length / 1_000 / time) for length, time in times.items()},
        (FAST,),
        is_rate=True,
    )


def _time(text: str, language: str) -> float:
    return min(_once(text, language) for _ in range(3))


def _once(text: str, language: str) -> float:
    """Return the milliseconds of the processor; others may share it meanwhile."""
    began = time.process_time()
    split(text, language)
    return (time.process_time() - began) * 1_000


def _worst(length: int) -> Measure:
    """Return the slowest of the texts made to break a splitter."""
    seconds = {}
    for name, (piece, language) in MADE.items():
        size = 5 * length if name == "no stop" else length
        text = (piece * (size // len(piece) + 1))[:size]
        taken = _once(text, language) / 1_000
        seconds[name] = taken * MEGA / size
    worst = max(seconds, key=lambda name: seconds[name])
    more = f"for a million characters of {worst}; no stop: {seconds['no stop']:.2f} s"
    name = f"the worst of {len(MADE)} texts made to break a splitter"
    return Measure(name, "s", {length: Reading(seconds[worst], more=more)}, (FINISHED,))


def _memory(length: int) -> Measure:
    """Return the peak memory of a process that reads a text and cuts it."""
    done = subprocess.run(
        [sys.executable, "-c", _PEAK],
        input=prose(length),
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    peak = int(done.stdout)
    reading = Reading(peak / length, more=f"{peak / MEGA:,.0f} MB in all")
    return Measure(
        "peak memory of a process, bytes a character", "B", {length: reading}, (SMALL,)
    )


if __name__ == "__main__":
    run(print, quick="--quick" in sys.argv)
