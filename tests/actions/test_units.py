"""Splitting and joining sentences by hand: nothing said of any word is lost."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.claims import change_words, withdraw_claim
from factcheck.actions.events import undo_last
from factcheck.actions.sentences import sort_sentences
from factcheck.actions.units import (
    change_paragraph_kind,
    cover_words,
    merge_paragraph,
    part_paragraph,
)
from factcheck.errors import (
    InvalidError,
    NothingToUndoError,
    StaleError,
)
from factcheck.models import Anchor, Claim, Essay, Sentence, User
from factcheck.queries.annotated import annotated_essay, kinds_of
from factcheck.queries.claims import review_of
from factcheck.queries.essays import current_version, whole_text
from factcheck.rules.layouts import Layout
from factcheck.rules.sorting import Reason, Sorted, Sorting
from factcheck.text.paragraphs import ParagraphKind
from tests.factories import essays, people
from tests.factories.layouts import join, layout_of, rows, split, words

PROSE, HEADING = ParagraphKind.PROSE, ParagraphKind.HEADING
CLAIM = Sorted(Sorting.CLAIM)
OPINION = Sorted(Sorting.NOT_A_CLAIM, Reason.OPINION)
FIRST = "The river rose in 1949."
LAST = "The town voted to move, and it moved within a year."


@pytest.fixture
def robin(session: Session) -> User:
    return people.person(session, name="Robin Hale")


@pytest.fixture
def ines(session: Session) -> User:
    return people.person(session, name="Ines Moreau")


@pytest.fixture
def essay(session: Session) -> Essay:
    """Two paragraphs: three sentences, and one."""
    return essays.essay(session)


def test_a_split_renumbers_what_follows_and_undo_puts_it_back(session, robin, essay):
    before = rows(session, essay)
    split(session, robin, essay, "and it moved")
    assert rows(session, essay)[3:] == [
        (4, 2, "The town voted to move,", "to_sort"),
        (5, 2, "and it moved within a year.", "to_sort"),
    ]
    split(session, robin, essay, "in 1949")
    assert [row[:2] for row in rows(session, essay)] == [
        *((n, 1) for n in (1, 2, 3, 4)),
        *((n, 2) for n in (5, 6)),
    ]
    undo_last(session, actor=robin, essay=essay)
    undo_last(session, actor=robin, essay=essay)
    assert rows(session, essay) == before
    assert layout_of(session, essay) == Layout(1, 5)


def test_claims_and_reviews_stay_on_their_words(session, robin, essay):
    claim = essays.mark(session, essay, robin, "it moved within a year")
    essays.save(session, claim, robin)
    split(session, robin, essay, "and it moved")
    anchor = session.scalars(select(Anchor)).one()
    text = whole_text(session, anchor.version_id)
    assert text[anchor.start : anchor.end] == anchor.quote == "it moved within a year"
    assert session.get_one(Sentence, anchor.sentence_id).position == 5
    assert [row[3] for row in rows(session, essay)[3:]] == ["to_sort", "claim"]
    assert review_of(session, claim.id, robin.id).given_at is not None
    assert anchor.revision == 1  # Whoever has the claim open can go on.
    join(session, robin, essay, 4)
    assert rows(session, essay)[3] == (4, 2, LAST, "claim")
    assert annotated_essay(session, essay).settled == 1


def test_no_split_goes_through_the_words_of_a_claim(session, robin, essay):
    essays.mark(session, essay, robin, "rose in 1949")
    with pytest.raises(InvalidError, match="words of claim 1 go across"):
        split(session, robin, essay, "in 1949")
    assert words(session, essay)[0] == FIRST


def test_a_mark_taken_back_does_not_stand_in_the_way(session, robin, ines, essay):
    claim = essays.mark(session, essay, robin, "rose in 1949")
    withdraw_claim(session, actor=robin, claim=claim)
    split(session, ines, essay, "in 1949")
    with pytest.raises(NothingToUndoError, match="split, joined or replaced"):
        undo_last(session, actor=robin, essay=essay)
    undo_last(session, actor=ines, essay=essay)
    undo_last(session, actor=robin, essay=essay)
    assert session.get_one(Claim, claim.id).withdrawn_at is None


def test_a_second_mark_is_brought_back_only_inside_one_sentence(
    session, robin, ines, essay
):
    whole = essays.mark(session, essay, robin, "The river")
    claim = essays.mark(session, essay, robin, "rose in 1949")
    withdraw_claim(session, actor=robin, claim=claim)
    split(session, ines, essay, "in 1949")
    with pytest.raises(NothingToUndoError, match="lie across two sentences"):
        undo_last(session, actor=robin, essay=essay)
    assert whole.withdrawn_at is None


def test_other_words_are_put_back_only_inside_one_sentence(session, robin, ines, essay):
    claim = essays.mark(session, essay, robin, "The town voted to move, and it moved")
    anchor = session.scalars(select(Anchor)).one()
    change_words(
        session,
        actor=robin,
        claim=claim,
        start=anchor.start,
        end=anchor.start + len("The town voted"),
        revision=anchor.revision,
    )
    split(session, ines, essay, "and it moved")
    with pytest.raises(NothingToUndoError, match="Join the sentences first"):
        undo_last(session, actor=robin, essay=essay)


def test_joining_over_a_blank_line_joins_the_paragraphs(session, robin, essay):
    before = rows(session, essay)
    join(session, robin, essay, 3)
    assert rows(session, essay)[2] == (3, 1, f"Was it the rain?\n\n{LAST}", "to_sort")
    version = current_version(session, essay)
    assert kinds_of(session, version.id) == {1: PROSE}
    undo_last(session, actor=robin, essay=essay)
    assert rows(session, essay) == before
    assert kinds_of(session, version.id) == {1: PROSE, 2: PROSE}


def test_there_must_be_a_next_sentence(session, robin, essay):
    with pytest.raises(InvalidError, match="none after it"):
        join(session, robin, essay, 4)


def test_what_differs_is_to_be_sorted_again(session, robin, essay):
    sort_sentences(session, actor=robin, essay=essay, positions=[1], to=OPINION)
    event = join(session, robin, essay, 1)
    assert rows(session, essay)[0][3] == "to_sort"
    assert event.before["layout"]["words"].endswith(
        "1949. ‖ Nobody measured it 🌊 until June."
    )
    undo_last(session, actor=robin, essay=essay)
    assert rows(session, essay)[0][3] == "opinion"


def test_a_paragraph_becomes_a_heading_and_prose_again(session, robin, essay):
    def say(kind: ParagraphKind, was: ParagraphKind) -> None:
        change_paragraph_kind(
            session, actor=robin, essay=essay, position=4, kind=kind, was=was
        )

    version = current_version(session, essay)
    say(HEADING, PROSE)
    assert kinds_of(session, version.id) == {1: PROSE, 2: HEADING}
    assert rows(session, essay)[3][3] == "not_prose"
    assert annotated_essay(session, essay).paragraphs[1].kind is HEADING
    with pytest.raises(StaleError, match="in between: heading"):
        say(ParagraphKind.BYLINE, PROSE)
    say(PROSE, HEADING)
    assert rows(session, essay)[3][3] == "to_sort"
    assert layout_of(session, essay) == Layout(1, 1)  # Nothing has another number.
    undo_last(session, actor=robin, essay=essay)
    assert kinds_of(session, version.id)[2] is HEADING


def test_a_heading_is_taken_out_of_its_paragraph_and_put_back(session, robin, essay):
    before = rows(session, essay)
    version = current_version(session, essay)
    part_paragraph(session, actor=robin, essay=essay, position=2)
    assert [row[1] for row in rows(session, essay)] == [1, 2, 2, 3]
    change_paragraph_kind(
        session, actor=robin, essay=essay, position=1, kind=HEADING, was=PROSE
    )
    assert kinds_of(session, version.id) == {1: HEADING, 2: PROSE, 3: PROSE}
    with pytest.raises(InvalidError, match="another kind"):
        merge_paragraph(session, actor=robin, essay=essay, position=2)
    with pytest.raises(InvalidError, match="already"):
        part_paragraph(session, actor=robin, essay=essay, position=2)
    merge_paragraph(session, actor=robin, essay=essay, position=4)
    assert [row[1] for row in rows(session, essay)] == [1, 2, 2, 2]
    for _ in range(3):
        undo_last(session, actor=robin, essay=essay)
    assert rows(session, essay) == before
    assert kinds_of(session, version.id) == {1: PROSE, 2: PROSE}


def test_words_without_a_sentence_become_one(session, robin, essay):
    lost = session.scalars(select(Sentence).where(Sentence.position == 2)).one()
    session.delete(lost)
    session.flush()
    for position in (3, 4):
        row = session.scalars(
            select(Sentence).where(Sentence.position == position)
        ).one()
        row.position -= 1
        session.flush()
    assert len(rows(session, essay)) == 3
    cover_words(session, actor=robin, essay=essay, position=2)
    assert rows(session, essay)[1] == (
        2,
        1,
        "Nobody measured it 🌊 until June.",
        "to_sort",
    )
    assert [row[0] for row in rows(session, essay)] == [1, 2, 3, 4]
    with pytest.raises(InvalidError, match="no words here"):
        cover_words(session, actor=robin, essay=essay, position=2)
    undo_last(session, actor=robin, essay=essay)
    assert len(rows(session, essay)) == 3
