from dataclasses import replace

import pytest

from factcheck.errors import InvalidError
from factcheck.rules.annotated import AnnotatedRuling, Correction
from factcheck.rules.editions import (
    OPEN_LABEL,
    check_farewell,
    check_note,
    check_reasons,
    corrections,
    needs_reason,
)
from factcheck.rules.scales import NEWSROOM
from tests.exports.seed_essay import seed_essay

SEED = seed_essay()
FIRST, *REST = SEED.claims
MIXED = next(v for v in NEWSROOM.verdicts if v.key == "mixed")


def with_first(**changes: object):
    """Return the seed with another first claim."""
    return replace(SEED, claims=(replace(FIRST, **changes), *REST))


def test_the_same_essay_corrects_nothing():
    assert corrections(SEED, SEED) == ()


def test_another_finding_is_no_correction():
    assert corrections(SEED, with_first(finding="In other words.")) == ()


def test_a_changed_verdict_names_both_and_the_reason():
    old = FIRST.verdict.label
    assert corrections(SEED, with_first(verdict=MIXED), {1: " A  letter. "}) == (
        Correction(1, FIRST.quote, old, "Mixed", "A letter."),
    )


def test_a_ruling_gives_its_reason_unless_another_is_written():
    ruling = AnnotatedRuling(
        "E", "2026-03-05T09:00:00Z", "A log.", "", print_dissent=False
    )
    new = with_first(verdict=MIXED, ruling=ruling)
    assert corrections(SEED, new)[0].reason == "A log."
    assert corrections(SEED, new, {1: "A letter."})[0].reason == "A letter."


def test_claims_that_appeared_or_went_are_corrections():
    without = replace(SEED, claims=tuple(REST))
    (appeared,) = corrections(without, SEED)
    assert (appeared.old, appeared.new) == ("", FIRST.verdict.label)
    (went,) = corrections(SEED, without)
    assert (went.quote, went.old, went.new) == (
        FIRST.quote,
        FIRST.verdict.label,
        "",
    )


def test_only_a_verdict_that_readers_were_told_needs_a_reason():
    opened = with_first(verdict=None)
    (settled,) = corrections(opened, SEED)
    assert settled.old == OPEN_LABEL
    assert not needs_reason(settled)
    check_reasons((settled,))
    (reopened,) = corrections(SEED, opened)
    assert needs_reason(reopened)
    with pytest.raises(InvalidError, match="claim 1 changed") as refused:
        check_reasons((reopened,))
    assert refused.value.field == "reason_1"


def test_a_reason_has_a_limit():
    found = Correction(3, "", "True", "False", "x" * 2_001)
    with pytest.raises(InvalidError, match="2,000"):
        check_reasons((found,))


def test_a_later_edition_needs_a_note():
    assert check_note(" ", 1) == ""
    assert check_note(" A\n date. ", 2) == "A date."
    with pytest.raises(InvalidError, match="what was corrected"):
        check_note(" ", 2)
    with pytest.raises(InvalidError, match="2,000"):
        check_note("x" * 2_001, 1)


def test_taking_down_needs_a_word():
    assert check_farewell(" The author asked. ") == "The author asked."
    with pytest.raises(InvalidError, match="Say why"):
        check_farewell("")
    with pytest.raises(InvalidError, match="2,000"):
        check_farewell("x" * 2_001)
