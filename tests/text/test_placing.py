"""Annotations from elsewhere find their words: by what they say, then by place."""

import json

import pytest
from hypothesis import given

from factcheck.errors import UnreadableError
from factcheck.exports.webannotation import write_webannotation
from factcheck.text.placing import Fit, place_all
from factcheck.text.readers.annotations import Annotation, read_annotations
from tests.exports.strategies import annotated_essays

TEXT = (
    "The river 🌊 rose in May. The town “moved” in May.\n"
    "Nobody measured the river 🌊 until June, as far as any-\nbody knows."
)


def hypothesis_row(exact: str, start: int, prefix: str = "", suffix: str = "") -> dict:
    """Return a row as Hypothesis's API answers it."""
    quote = {"type": "TextQuoteSelector", "exact": exact}
    return {
        "created": "2026-03-03T10:00:00.000000+00:00",
        "user": "acct:ann@hypothes.is",
        "text": "Sure?",
        "tags": ["check", "May"],
        "target": [
            {
                "source": "https://example.org",
                "selector": [
                    {"type": "RangeSelector", "startOffset": 3, "endOffset": 9},
                    {"type": "TextPositionSelector", "start": start, "end": start + 1},
                    quote | {"prefix": prefix, "suffix": suffix},
                ],
            }
        ],
        "user_info": {"display_name": "Ann Lee"},
    }


def placed(*rows: dict) -> list[tuple[str, list[str]]]:
    found = read_annotations(json.dumps({"total": 9, "rows": rows}).encode())
    return [
        (each.fit, [TEXT[start:end] for start, end in each.spans])
        for each in place_all(TEXT, found)
    ]


def test_a_row_of_hypothesis_says_who_what_and_when():
    (found,) = read_annotations(json.dumps([hypothesis_row("May", 3)]).encode())
    assert found == Annotation(
        "May", "", "", 3, "Ann Lee", "2026-03-03", "check, May\n\nSure?"
    )


def test_words_come_first_then_what_is_around_them_then_the_place():
    first, second = (TEXT.index(words) for words in ("May. The", "May.\n"))
    units = len(TEXT[:second].encode("utf-16-le")) // 2
    assert units != second
    rows = [
        hypothesis_row("town", 999),
        hypothesis_row('town "moved"', 0),
        hypothesis_row("anybody", 0),
        hypothesis_row("May", 0, "town “moved” in ", ".\nNobody"),
        hypothesis_row("May", second),
        hypothesis_row("May", units),
        hypothesis_row("May", first + 5),
        hypothesis_row("April", first),
        hypothesis_row("", 5),
    ]
    fits, words = zip(*placed(*rows), strict=True)
    assert fits == (*["found"] * 6, "several", "absent", "absent")
    assert words[1] == ["town “moved”"]
    assert words[2] == ["any-\nbody"]
    spans = [each.spans for each in place_all(TEXT, read_rows(rows))]
    assert [each[0][0] for each in spans[3:6]] == [second] * 3
    assert [start for start, _ in spans[6]] == [first, second]


def read_rows(rows: list[dict]) -> tuple[Annotation, ...]:
    return read_annotations(json.dumps(rows).encode())


@given(annotated_essays())
def test_what_we_write_finds_the_same_words_again(essay):
    if not essay.claims:
        return
    found = read_annotations(write_webannotation(essay))
    again = place_all(essay.text, found)
    assert {each.fit for each in again} == {Fit.FOUND}
    spans = {each.spans[0] for each in again}
    assert spans == {(claim.start, claim.end) for claim in essay.claims}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"nothing",
        b"\xff\xfe",
        b'{"type": "AnnotationCollection", "first": "https://example.org/1"}',
        b'{"rows": [{"target": []}]}',
        b"[" * 100_000,
        b'{"items": ' * 60 + b"1" + b"}" * 60,
        json.dumps([{"target": {}}] * 1_001).encode(),
    ],
)
def test_what_holds_no_annotations_is_refused(data: bytes):
    with pytest.raises(UnreadableError, match="Nothing was stored"):
        read_annotations(data)


def test_oddly_shaped_annotations_are_no_trouble():
    odd = [
        {"target": "https://example.org", "body": "https://example.org/why"},
        {"target": [{"selector": {"exact": 3, "start": -1}}], "body": [None, 7]},
        {"target": {"selector": {"exact": "May\ud800\0"}}, "creator": [{"name": 1}]},
    ]
    found = read_annotations(json.dumps(odd).encode())
    assert [each.exact for each in found] == ["", "", "May"]
    assert found[0].words == "https://example.org/why"
