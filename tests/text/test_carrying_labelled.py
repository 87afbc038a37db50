"""The labelled set: known edits, known answers, and the floors they must reach."""

from collections import Counter

import pytest

from tests.text.carrying.drafts import LANGUAGES, drafts, typeset
from tests.text.carrying.edits import EDITS
from tests.text.carrying.judged import Count, Truth, Verdict, count, revisions

# The longest essay is left to the bench; it takes as long as all others together.
LONGEST = 500
DRAFTS = {
    name: draft for name, draft in drafts().items() if len(draft.lines()) < LONGEST
}


@pytest.fixture(scope="module")
def counts() -> dict[str, Count]:
    return {
        edit: count(
            each
            for name, draft in DRAFTS.items()
            for each in revisions(name, draft, edit)
        )
        for edit in EDITS
    }


@pytest.fixture(scope="module")
def total(counts) -> Count:
    return Count(sum((each.cells for each in counts.values()), Counter()))


def test_the_set_has_variety():
    assert len(drafts()) >= 21
    assert {draft.language for draft in drafts().values()} == LANGUAGES.keys()
    sizes = [len(draft.lines()) for draft in drafts().values()]
    assert min(sizes) >= 19
    assert max(sizes) == 2_000


def test_a_draft_is_set_with_every_word_at_its_place():
    for draft in DRAFTS.values():
        made = typeset(draft)
        for token, start, end in made.tokens:
            assert made.version.text[start:end] == token.text.strip()


def test_no_claim_is_attached_to_other_words_without_asking(total):
    assert total.total(Verdict.WRONG) == 0


def test_claims_whose_words_are_intact_are_attached(total):
    assert total.precision >= 0.995
    assert total.recall >= 0.97
    assert total.total(Verdict.RIGHT) > 20_000


def test_typography_alone_asks_nothing(counts):
    for edit in ("nothing", "straight quotes", "translated marks", "lines rewrapped"):
        assert set(counts[edit].cells) == {(Truth.INTACT, Verdict.RIGHT)}


def test_proposals_point_to_the_edited_words(total):
    assert total.proposals >= 0.95
    assert total.found >= 0.85


def test_what_was_rewritten_is_seldom_said_to_be_found(counts):
    found = counts["half rewritten"].cells
    assert found[Truth.GONE, Verdict.LOST] > 20 * found[Truth.GONE, Verdict.MISPROPOSED]
