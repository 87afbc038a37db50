"""Marking, changing words, taking back, on both databases."""

import pytest

from factcheck.actions.claims import change_words, withdraw_claim
from factcheck.actions.events import undo_last
from factcheck.errors import InvalidError, NothingToUndoError, StaleError
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.claims import anchor_of
from factcheck.queries.essays import current_version, whole_text
from factcheck.rules.sorting import Sorting
from tests.factories import essays, people


def anchor(session, essay, claim):
    return anchor_of(session, claim, current_version(session, essay).id)


def test_words_after_an_emoji_are_quoted_exactly(session):
    robin = people.person(session)
    essay = essays.essay(session)

    claim = essays.mark(session, essay, robin, "until June")

    found = anchor(session, essay, claim)
    assert found.quote == "until June"
    assert found.prefix.endswith("🌊 ")
    assert found.suffix.startswith(".\n")
    text = whole_text(session, found.version_id)
    assert text[found.start : found.end] == "until June"


def test_two_claims_in_one_sentence_may_overlap(session):
    robin = people.person(session)
    essay = essays.essay(session)
    essays.mark(session, essay, robin, "The town voted to move")
    essays.mark(session, essay, robin, "voted to move, and it moved")

    sentence = annotated_essay(session, essay).sentences[3]

    assert [(s.text, s.claims) for s in sentence.segments] == [
        ("The town ", (1,)),
        ("voted to move", (1, 2)),
        (", and it moved", (2,)),
        (" within a year.", ()),
    ]


def test_the_same_words_twice_are_refused(session):
    robin = people.person(session)
    essay = essays.essay(session)
    essays.mark(session, essay, robin, "The river")

    with pytest.raises(InvalidError, match="claim 1 already"):
        essays.mark(session, essay, robin, "The river")


@pytest.mark.parametrize("words", ["1949. Nobody", "June.\nWas", " river", ".", " "])
def test_words_that_are_no_claim_are_refused_and_nothing_is_stored(session, words):
    robin = people.person(session)
    essay = essays.essay(session)

    with pytest.raises(InvalidError):
        essays.mark(session, essay, robin, words)

    assert annotated_essay(session, essay).claims == ()


def test_words_can_be_changed_and_put_back(session):
    robin = people.person(session)
    essay = essays.essay(session)
    claim = essays.mark(session, essay, robin, "The river rose in 1949.")

    change_words(
        session,
        actor=robin,
        claim=claim,
        start=4,
        end=14,
        revision=anchor(session, essay, claim).revision,
    )
    assert anchor(session, essay, claim).quote == "river rose"

    undo_last(session, actor=robin, essay=essay)
    assert anchor(session, essay, claim).quote == "The river rose in 1949."


def test_words_changed_in_between_are_not_overwritten(session):
    robin, sunmi = people.person(session), people.person(session)
    essay = essays.essay(session)
    claim = essays.mark(session, essay, robin, "The river rose in 1949.")
    seen = anchor(session, essay, claim).revision
    change_words(session, actor=sunmi, claim=claim, start=4, end=9, revision=seen)

    with pytest.raises(StaleError, match="river"):
        change_words(session, actor=robin, claim=claim, start=0, end=9, revision=seen)

    assert anchor(session, essay, claim).quote == "river"


def test_a_mark_taken_back_keeps_its_number_and_reviews(session):
    robin = people.person(session)
    essay = essays.essay(session)
    claim = essays.mark(session, essay, robin, "The river")
    essays.save(session, claim, robin)

    withdraw_claim(session, actor=robin, claim=claim)
    annotated = annotated_essay(session, essay)
    assert annotated.claims == ()
    assert annotated.sentences[0].sorting is Sorting.TO_SORT

    other = essays.mark(session, essay, robin, "rose in 1949")
    assert other.number == 2
    undo_last(session, actor=robin, essay=essay)
    undo_last(session, actor=robin, essay=essay)
    (again,) = annotated_essay(session, essay).claims
    assert (again.number, again.verdict.key) == (1, "true")


def test_undo_stops_where_somebody_else_went_on(session):
    robin, sunmi = people.person(session), people.person(session)
    essay = essays.essay(session)
    claim = essays.mark(session, essay, robin, "The river rose in 1949.")
    withdraw_claim(session, actor=sunmi, claim=claim)

    with pytest.raises(NothingToUndoError, match="somebody changed"):
        undo_last(session, actor=robin, essay=essay)


def test_undo_takes_only_ones_own_actions(session):
    robin, sunmi = people.person(session), people.person(session)
    essay = essays.essay(session)
    essays.mark(session, essay, robin, "The river")

    with pytest.raises(NothingToUndoError, match="nothing of yours"):
        undo_last(session, actor=sunmi, essay=essay)
