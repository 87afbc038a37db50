"""How well and how fast earlier verdicts are found, on each database.

The scores need sets that are not ours to hand on: FACTCHECK_TEXT_DATA names a folder
with `matching/ct20_matching` (CheckThat! 2020, task 2) and
`matching/politifact_matching` (sentences of debates, PolitiFact's claims).
"""
# ruff: noqa: S311 - no secret is drawn here

import csv
import os
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.actions.collections import import_collection, remove_collection
from factcheck.models import CollectedClaim, IndexedClaim
from factcheck.queries.indexed import find_alike
from factcheck.rules.collections import CollectedFacts
from factcheck.text.terms import terms
from tests.bench.desks import DESKS
from tests.bench.report import Aim, Measure, Reading
from tests.bench.sentences import FOLDER
from tests.text.carrying.drafts import LANGUAGES, invent

STORED = (1_000, 100_000)
ASKED = 50
TWEETS = Aim("value", "MAP@5 at least .88", lambda found: found >= 0.88)
DEBATES = Aim("value", "MRR at least .55", lambda found: found >= 0.55)


@dataclass(frozen=True, slots=True)
class Set:
    """Claims that were checked, and texts with the claims that they make.

    Attributes:
        claims: by name.
        asked: each text, and the names of the claims that it makes.
    """

    claims: Mapping[str, CollectedFacts]
    asked: Sequence[tuple[str, frozenset[str]]]


def measure_matching() -> list[Measure]:
    """Measure on each database: right answers, and the time of a look."""
    data = os.environ.get(FOLDER, "")
    folder = Path(data, "matching")
    found = []
    for name, lend in DESKS.items():
        with lend(10, 1) as desk, database.desk(desk.settings) as session:
            if data and folder.is_dir():
                tweets = _scores(session, _tweets(folder / "ct20_matching"))
                found += _measures(f"CheckThat! 2020, test, {name}", tweets, TWEETS, 0)
                debates = _scores(session, _debates(folder / "politifact_matching"))
                found += _measures(f"PolitiFact, debates, {name}", debates, DEBATES, 1)
            found.append(_times(session, name))
    return found


def _measures(name: str, ranks: Sequence[int], aim: Aim, judged: int) -> list[Measure]:
    """Return MAP@5 and MRR (one claim is right for nearly each text), and success."""
    scores = {
        "MAP@5": mean(1 / rank if 0 < rank <= 5 else 0 for rank in ranks),
        "MRR": mean(1 / rank if rank else 0 for rank in ranks),
        "success at 1": mean(rank == 1 for rank in ranks),
        "success at 5": mean(0 < rank <= 5 for rank in ranks),
    }
    return [
        Measure(
            f"{name}: {score}",
            "",
            {len(ranks): Reading(value, more=f"{value:.3f}")},
            (aim,) if at == judged else (),
        )
        for at, (score, value) in enumerate(scores.items())
    ]


def _scores(session: Session, found: Set) -> list[int]:
    """Return at which rank the right claim stands for each text; 0 for not found."""
    names = list(found.claims)
    with _kept(session, tuple(found.claims.values())) as claims:
        ranks = []
        for text, right in found.asked:
            (alike,) = find_alike(session, [terms(text, "en")])
            order = [names[claims[a.id] - 1] for a in alike if a.id in claims]
            ranks.append(
                next((at for at, name in enumerate(order, 1) if name in right), 0)
            )
        return ranks


def _times(session: Session, database_name: str) -> Measure:
    """Return the time of a look, among claims that were made up."""
    rng = random.Random("matching")
    readings = {}
    for size in STORED:
        texts = [invent(rng, LANGUAGES["en"]) for _ in range(size)]
        with _kept(session, tuple(CollectedFacts(text, "True") for text in texts)):
            taken = []
            for text in rng.sample(texts, ASKED):
                began = time.perf_counter()
                find_alike(session, [terms(text, "en")])
                taken.append((time.perf_counter() - began) * 1_000)
        readings[size] = Reading(
            median(taken), more=f"{max(taken):.1f} ms at most; stored claims"
        )
    return Measure(
        f"a look for a sentence's claims, {database_name}", "ms", readings, ()
    )


@contextmanager
def _kept(
    session: Session, claims: tuple[CollectedFacts, ...]
) -> Iterator[dict[int, int]]:
    """Keep a collection for a while; give its positions by row of the index."""
    collection = import_collection(
        session, actor=None, name="For the bench", claims=claims, data=b""
    )
    rows = session.execute(
        select(IndexedClaim.id, CollectedClaim.position)
        .join(CollectedClaim, CollectedClaim.id == IndexedClaim.collected_id)
        .where(CollectedClaim.collection_id == collection.id)
    )
    yield dict(rows.tuples().all())
    remove_collection(session, actor=None, collection=collection)


def _tweets(folder: Path) -> Set:
    claims = {
        row["id"]: CollectedFacts(row["claim"], "checked", title=row["title"])
        for row in _rows(folder / "verified_claims.tsv")
    }
    asked = [
        (row["text"], frozenset(row["relevant_claim_ids"].split(",")))
        for row in _rows(folder / "queries_test.tsv")
    ]
    return Set(claims, asked)


def _debates(folder: Path) -> Set:
    claims, asked = {}, []
    for row in _rows(folder / "pairs.tsv"):
        facts = CollectedFacts(row["verified_claim"], "checked", title=row["title"])
        claims[row["verified_claim"]] = facts
        asked.append((row["sentence"], frozenset({row["verified_claim"]})))
    for row in _rows(folder / "other_verified_claims.tsv"):
        facts = CollectedFacts(row["verified_claim"], "checked", title=row["title"])
        claims.setdefault(row["verified_claim"], facts)
    return Set(claims, asked)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")
