"""The data set: a row a sentence, every raw verdict, and nobody's name."""

import io
import json
import zipfile
from dataclasses import replace
from typing import Any

from hypothesis import given

from factcheck.exports.addresses import NOWHERE
from factcheck.exports.dataset import hold_dataset
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.holdings import Holdings, RawReview
from tests.exports.seed_essay import seed_essay
from tests.exports.strategies import annotated_essays


def opened(essay: AnnotatedEssay, holdings: Holdings) -> tuple[list[Any], str]:
    data, lost = hold_dataset(essay, NOWHERE, holdings)
    assert not lost
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["README.md", "scale.json", "sentences.jsonl"]
        scale = json.loads(archive.read("scale.json"))
        assert len(scale["verdicts"]) == len(essay.facts.scale.verdicts)
        lines = archive.read("sentences.jsonl").decode().split("\n")
        assert lines.pop() == ""
        return [json.loads(line) for line in lines], archive.read("README.md").decode()


def raw(essay: AnnotatedEssay, annotator: str) -> RawReview:
    verdict = essay.facts.scale.verdicts[0].key
    time = "2026-03-03T12:00:00Z"
    return RawReview(annotator, verdict, "It is so.", "Why.", time, time)


@given(annotated_essays())
def test_a_row_for_each_sentence_on_its_very_words(essay):
    reviews = {c.number: [raw(essay, "a1")] for c in essay.claims}
    rows, _ = opened(essay, Holdings(reviews=reviews))
    assert [row["text"] for row in rows] == [s.text for s in essay.sentences]
    claims = {claim.number: claim for claim in essay.claims}
    said = []
    for row in rows:
        assert essay.text[row["start"] : row["end"]] == row["text"]
        for found in row["claims"]:
            assert essay.text[found["start"] : found["end"]] == found["quote"]
            verdict = claims[found["claim_id"]].verdict
            assert found["label"] == (verdict.key if verdict else None)
            assert [a["annotator_id"] for a in found["annotations"]] == ["a1"]
            said.append(found["claim_id"])
    assert sorted(said) == sorted(claims)


def test_the_seed_s_verdicts_have_the_labels_of_public_sets_and_no_names():
    essay = seed_essay()
    nobody = replace(essay, reviewers=tuple("x" for _ in essay.reviewers), interests=())
    rows, readme = opened(nobody, Holdings(reviews={}))
    labels = {c["averitec_label"] for row in rows for c in row["claims"]}
    assert labels >= {"Supported", "Refuted", "Not Enough Evidence"}
    assert not any(row["claims"] for row in rows if not row["is_claim"])
    assert "| `true` | True | 5 |" in readme
    assert rows == opened(essay, Holdings(reviews={}))[0]
