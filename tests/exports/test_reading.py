import copy
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from factcheck.errors import UnreadableError
from factcheck.exports.json import schema, write_json
from factcheck.exports.reading import is_annotated, read_json
from tests.exports.seed_essay import seed_essay
from tests.exports.strategies import annotated_essays

SEED = json.loads(write_json(seed_essay()))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 99) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner),
    max_leaves=3,
)


@given(annotated_essays())
def test_what_was_written_is_read_back_whole(essay):
    data = write_json(essay)
    assert read_json(data) == essay
    assert write_json(read_json(data)) == data


def test_a_file_of_version_1_is_read_as_it_was_drawn():
    document = {k: v for k, v in SEED.items() if k != "paragraphs"} | {"version": 1}
    assert Draft202012Validator(schema(1)).is_valid(document)
    assert read_json(json.dumps(document).encode()) == seed_essay()


@pytest.mark.parametrize(
    ("data", "means_to_be"),
    [
        (write_json(seed_essay()), True),
        (b' {"format": "factcheck-essay", "version": 9', True),
        (b'{"format": "other"}', False),
        (b'An essay about "factcheck-essay" files.', False),
    ],
)
def test_an_exported_essay_is_known_by_its_head(data, means_to_be):
    assert is_annotated(data) is means_to_be


def changed(*path: str | int, to: Any) -> bytes:
    """Return the seed's document with one value changed."""
    document = copy.deepcopy(SEED)
    place: Any = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is not JSON"),
        (b"\xff\xfe", "The file is not UTF-8."),
        (b"[]", "The document is not an object."),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"format": 1, "format": 1}', "the same key twice"),
        (b'{"format": NaN}', "NaN is not a number"),
        (b"{}", "This is not an exported essay"),
        (changed("version", to=3), "Only versions 1 to 2"),
        (changed("version", to=True), "Only versions 1 to 2"),
        (changed("version", to=1), 'does not know: "paragraphs"'),
        (changed("extra", to=1), 'does not know: "extra"'),
        (changed("text", to="Other."), "its SHA-256 differs"),
        (changed("text", to=1), "text is not text"),
        (changed("essay", to=[]), "essay is not an object"),
        (changed("essay", to={}), "essay lacks slug, title"),
        (changed("essay", "title", to="\0"), "essay.title holds a NUL"),
        (changed("essay", "title", to="\ud800"), "essay.title holds half of a char"),
        (changed("essay", "direction", to="up"), "essay.direction is not ltr or rtl"),
        (changed("essay", "reviews_needed", to=0), "is not a whole number from 1"),
        (changed("essay", "version", to=1.0), "is not a whole number from 1"),
        (changed("edition", to=1), "edition is not an object"),
        (changed("scale", "verdicts", to=1), "scale.verdicts is not a list"),
        (changed("scale", "verdicts", 1, "key", to="true"), "two verdicts under one"),
        (changed("scale", "verdicts", 1, "value", to="4"), "neither a whole number"),
        (changed("scale", "verdicts", 1, "standing", to=[]), "is none of holds, "),
        (changed("reviewers", 0, "id", to="r2"), "should have the id r1"),
        (changed("sentences", 0, "end", to=200), "Sentences overlap"),
        (changed("sentences", 24, "end", to=9999), "Sentences overlap, or reach"),
        (changed("sentences", 0, "end", to=100), "stand in no sentence"),
        (changed("sentences", 0, "position", to=2), "not numbered 1, 2, 3"),
        (changed("sentences", 0, "paragraph", to=9), "Paragraphs are out of order"),
        (changed("paragraphs", 0, "kind", to="verse"), "is none of prose, heading"),
        (changed("paragraphs", 1, "number", to=1), "not those of the sentences"),
        (changed("paragraphs", to=[]), "not those of the sentences"),
        (changed("sentences", 0, "reason", to="opinion"), "has a reason without"),
        (changed("sentences", 24, "reason", to=None), "or the other way round"),
        (changed("claims", 0, "number", to=2), "Two claims have the same number"),
        (changed("claims", 0, "sentence", to=26), "is no sentence of this essay"),
        (changed("claims", 0, "sentence", to=2), "does not stand within its sentence"),
        (changed("claims", 0, "quote", to="leaders"), "claims[0].quote is not what"),
        (changed("claims", 0, "prefix", to="x"), "has a prefix or suffix"),
        (changed("claims", 0, "verdict", to="maybe"), "verdict is not on the scale"),
        (changed("claims", 0, "verdict", to="true"), "another label or standing"),
        (changed("claims", 0, "verdict", to=None), "is settled without a verdict"),
        (changed("claims", 0, "settlement", to="waiting"), "without being settled"),
        (changed("claims", 0, "reviews", 0, "reviewer", to="r9"), "none of the revi"),
        (changed("claims", 0, "reviews", 0, "given", to="today"), "not a time in UTC"),
        (changed("claims", 0, "sources", 0, "issued", to="1949-13"), "is not a date"),
        (changed("claims", 0, "sources", 0, "kind", to="blog"), "is none of webpage"),
        (changed("about", to=None), "about is not an object"),
        (changed("about", "method", to=1), "about.method is not text"),
        (changed("reviewers", 0, "interests", to=1), "interests is not text"),
        (changed("claims", 0, "ruling", to={}), "has one without being ruled"),
        (changed("claims", 0, "settlement", to="ruled"), "is ruled without a ruling"),
        (changed("claims", 0, "inquiries", to=[{}]), "lacks whom, channel"),
        (changed("claims", 0, "rewordings", to=[{}]), "lacks original, proposed"),
    ],
)
def test_a_damaged_file_is_refused_with_the_place_and_the_reason(data, message):
    with pytest.raises(UnreadableError, match=re.escape(message)) as refused:
        read_json(data)
    assert refused.value.message.endswith("Nothing was read from the file.")


def opened(**changes: object) -> bytes:
    """Return the seed's document with its first claim open, and these changes."""
    claim = {
        **SEED["claims"][0],
        "settlement": "waiting",
        "verdict": None,
        "verdict_label": None,
        "standing": "open",
        "reviews": [],
    }
    return changed("claims", 0, to={**claim, **changes})


def test_an_open_claim_is_read():
    assert read_json(opened(settlement="differ")).claims[0].verdict is None


RULING = {
    "by": "E. Ditor",
    "ruled": "2026-03-05T09:00:00Z",
    "reason": "A log.",
    "disagreement": "",
    "print_dissent": False,
}
ASKED = {"whom": "", "channel": "", "asked": "", "answered": "", "printed": "Yes."}
REWORDED = {"original": "", "proposed": "", "status": "answered", "answer": ""}


def beside(ruling=(), inquiry=(), rewording=()) -> bytes:
    """Return the seed with a ruling, an inquiry and a rewording, so changed."""
    claim = {
        **SEED["claims"][0],
        "settlement": "ruled",
        "ruling": {**RULING, **dict(ruling)},
        "inquiries": [{**ASKED, **dict(inquiry)}],
        "rewordings": [{**REWORDED, **dict(rewording)}],
    }
    return changed("claims", 0, to=claim)


def test_what_stands_beside_reviews_is_read():
    (claim, *_) = read_json(beside()).claims
    assert claim.ruling.by == "E. Ditor"
    assert (len(claim.inquiries), len(claim.rewordings)) == (1, 1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (beside(ruling={"ruled": "today"}), "not a time in UTC"),
        (beside(ruling={"disagreement": "taste"}), "is none of , fact"),
        (beside(ruling={"print_dissent": 0}), "is neither true nor false"),
        (beside(inquiry={"asked": "soon"}), "not a day such as"),
        (beside(inquiry={"printed": ""}), "is not what is printed of it"),
        (beside(rewording={"status": "proposed"}), "is none of accepted"),
    ],
)
def test_damage_beside_reviews_is_refused(data, message):
    with pytest.raises(UnreadableError, match=message):
        read_json(data)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"standing": "holds"}, "looks as if it had one"),
        ({"verdict_label": "True"}, "looks as if it had one"),
        ({"reviews": SEED["claims"][0]["reviews"]}, "a claim that is open"),
    ],
)
def test_an_open_claim_shows_neither_verdict_nor_review(changes, message):
    with pytest.raises(UnreadableError, match=message):
        read_json(opened(**changes))


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """Return the seed's document with one value, anywhere, replaced or removed."""
    document = copy.deepcopy(SEED)
    place = document
    while True:
        keys = list(place) if isinstance(place, dict) else range(len(place))
        key = draw(st.sampled_from(keys))
        inner = place[key]
        if not inner or not isinstance(inner, dict | list) or draw(st.booleans()):
            break
        place = inner
    if isinstance(place, dict) and draw(st.booleans()):
        del place[key]
    else:
        place[key] = draw(VALUES)
    return document


@given(damaged())
def test_any_damage_is_refused_or_harmless(document):
    try:
        essay = read_json(json.dumps(document).encode())
    except UnreadableError as refused:
        refused.message.encode()
    else:
        assert Draft202012Validator(schema()).is_valid(document)
        assert read_json(write_json(essay)) == essay
