"""Whether the records of an archive can be one essay's: spans, words, versions."""

import hashlib
from collections.abc import Mapping, Sequence
from itertools import pairwise

from factcheck.rules.evidence import quote_hash
from factcheck.rules.holdings import Row

Rows = Mapping[str, Sequence[Row]]


def contradictions(rows: Rows, texts: Mapping[int, str]) -> str:
    """Return the table in which something cannot be, or "".

    Columns have the types of the tables, and numbers lead to rows; that is checked
    elsewhere.

    Args:
        rows: by table, as in rules/holdings.Records.
        texts: of the versions, by number.
    """
    checks = {
        "essays": _one_essay,
        "versions": _versions,
        "sentences": _sentences,
        "paragraphs": _paragraphs,
        "anchors": _anchors,
        "citations": _citations,
        "claims": _claims,
    }
    failed = (table for table, check in checks.items() if not check(rows, texts))
    return next(failed, "")


def _one_essay(rows: Rows, _texts: Mapping[int, str]) -> bool:
    return len(rows["essays"]) == 1


def _versions(rows: Rows, texts: Mapping[int, str]) -> bool:
    current = sum(version["current"] for version in rows["versions"])
    return current == 1 and all(
        version["length"] == len(texts[number])
        and version["sha256"] == hashlib.sha256(texts[number].encode()).hexdigest()
        for number, version in enumerate(rows["versions"], 1)
    )


def _sentences(rows: Rows, texts: Mapping[int, str]) -> bool:
    for number, text in texts.items():
        own = [row for row in rows["sentences"] if row["version_id"] == number]
        own.sort(key=lambda row: row["position"])
        edges = [0, *(edge for s in own for edge in (s["start"], s["end"])), len(text)]
        if any(a > b for a, b in pairwise(edges)):
            return False
        if [s["position"] for s in own] != list(range(1, len(own) + 1)):
            return False
        if any(a["paragraph"] > b["paragraph"] for a, b in pairwise(own)):
            return False
    return True


def _paragraphs(rows: Rows, _texts: Mapping[int, str]) -> bool:
    said = {(row["version_id"], row["number"]) for row in rows["paragraphs"]}
    need = {(row["version_id"], row["paragraph"]) for row in rows["sentences"]}
    return need <= said


def _anchors(rows: Rows, texts: Mapping[int, str]) -> bool:
    for anchor in rows["anchors"]:
        sentence = rows["sentences"][anchor["sentence_id"] - 1]
        words = texts[anchor["version_id"]][anchor["start"] : anchor["end"]]
        if sentence["version_id"] != anchor["version_id"]:
            return False
        if not sentence["start"] <= anchor["start"] < anchor["end"] <= sentence["end"]:
            return False
        if words != anchor["quote"]:
            return False
    return True


def _citations(rows: Rows, _texts: Mapping[int, str]) -> bool:
    return all(
        row["quote_sha256"] in {"", quote_hash(row["quote"])}
        for row in rows["citations"]
    )


def _claims(rows: Rows, _texts: Mapping[int, str]) -> bool:
    last = rows["essays"][0]["last_claim_number"]
    return all(row["number"] <= last for row in rows["claims"])
