"""What must hold of carry_over for any two texts."""
# ruff: noqa: RUF001 - quotes and commas of many scripts

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.text.anchoring import carry_over
from factcheck.text.carried import (
    Anchored,
    ChangeKind,
    Fate,
    FateKind,
    VersionText,
    anchored,
)
from factcheck.text.sentences import split
from factcheck.text.words import words

# Few words make repeats, which are what goes wrong.
WORDS = st.sampled_from(
    (
        *("Mao", "Stalin", "met", "he", "1949", "3.5", "“no”", "it’s", "x-ray", "2 %"),
        *("两", "那么", "한국은", "café", "cafe\u0301", "كان", "हिन्दी", "—", "so"),
    )
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(
    lambda words: " ".join(words) + "."
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=5).map(" ".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=4).map("\n\n".join)
ANYTHING = st.text(st.sampled_from(string.printable + "“”—\xad\u0301é。，\u200b가각"))
slow = settings(deadline=None)


def version(text: str) -> VersionText:
    return VersionText(text, split(text))


@st.composite
def revisions(draw, texts=TEXTS):
    """Return two texts, the second often made of the first one's sentences."""
    old = draw(texts)
    if draw(st.booleans()):
        return old, draw(texts)
    units = [old[unit.start : unit.end] for unit in split(old)]
    pool = st.sampled_from(units) if units else st.just("")
    kept = draw(st.lists(st.one_of(pool, pool, SENTENCES), max_size=len(units) + 2))
    return old, " ".join(kept)


@st.composite
def claims(draw, text: str) -> list[Anchored]:
    """Return claims on some words of a text, as a desk can choose them."""
    pieces = [word for word in words(text) if not word.text.isspace()]
    found: list[Anchored] = []
    for _ in range(draw(st.integers(1, 6)) if pieces else 0):
        first = draw(st.integers(0, len(pieces) - 1))
        last = draw(st.integers(first, min(first + 8, len(pieces) - 1)))
        place = pieces[first].start, pieces[last].end
        found.append(anchored(text, len(found) + 1, *place))
    return found


def spans(fate: Fate) -> list[tuple[int, int, str]]:
    places = [fate.place] if fate.place else list(fate.candidates)
    return [(place.start, place.end, place.quote) for place in places]


@slow
@given(st.data(), st.one_of(TEXTS, ANYTHING))
def test_the_same_text_changes_nothing(data, text):
    marked = data.draw(claims(text))
    carried = carry_over(version(text), marked, version(text))
    for claim, fate in zip(marked, carried.fates, strict=True):
        assert fate.kind is FateKind.SAME
        assert spans(fate) == [(claim.start, claim.end, claim.quote)]
    assert {change.kind for change in carried.changes} <= {ChangeKind.SAME}


@slow
@given(st.data(), st.one_of(revisions(), revisions(ANYTHING)))
def test_no_claim_points_outside_its_version(data, texts):
    old, new = texts
    carried = carry_over(version(old), data.draw(claims(old)), version(new))
    for fate in carried.fates:
        for start, end, quote in spans(fate):
            assert 0 <= start < end <= len(new)
            assert new[start:end] == quote
        assert bool(fate.place) == (fate.attached or fate.kind is FateKind.EDITED)
        assert bool(fate.candidates) == (fate.kind is FateKind.AMBIGUOUS)
        assert 0 <= fate.score <= 100


@settings(slow, max_examples=120)
@given(st.data(), revisions())
def test_there_and_back_restores_what_was_attached(data, texts):
    old, new = map(version, texts)
    marked = data.draw(claims(old.text))
    there = carry_over(old, marked, new)
    attached = [
        anchored(new.text, fate.number, fate.place.start, fate.place.end)
        for fate in there.fates
        if fate.attached and fate.place
    ]
    back = carry_over(new, attached, old)
    before = {claim.number: (claim.start, claim.end) for claim in marked}
    for fate in back.fates:
        assert fate.attached
        assert fate.place
        assert (fate.place.start, fate.place.end) == before[fate.number]


@slow
@given(st.data(), revisions())
def test_neither_order_nor_company_matters(data, texts):
    old, new = map(version, texts)
    marked = data.draw(claims(old.text))
    together = carry_over(old, marked, new)
    turned = carry_over(old, marked[::-1], new)
    assert together.changes == turned.changes
    assert together.fates == turned.fates[::-1]
    for claim, fate in zip(marked, together.fates, strict=True):
        assert carry_over(old, [claim], new).fates == (fate,)


@slow
@given(revisions())
def test_every_sentence_is_accounted_for_once(texts):
    old, new = map(version, texts)
    changes = carry_over(old, [], new).changes
    olds = [position for change in changes for position in change.old]
    news = [position for change in changes for position in change.new]
    assert sorted(olds) == [unit.position for unit in old.sentences]
    assert sorted(news) == [unit.position for unit in new.sentences]
