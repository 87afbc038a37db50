"""What others saw and did before sentences were renumbered; any corrections at all."""

from contextlib import suppress
from random import Random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from factcheck.actions.claims import mark_claim
from factcheck.actions.events import undo_last
from factcheck.actions.sentences import sort_sentences
from factcheck.actions.units import (
    merge_paragraph,
    part_paragraph,
    split_sentence,
)
from factcheck.errors import (
    InvalidError,
    MovedError,
    NothingToUndoError,
)
from factcheck.models import Essay, Review, Sentence, User
from factcheck.queries.annotated import annotated_essay, kinds_of
from factcheck.queries.essays import current_version
from factcheck.rules.annotated import AnnotatedEssay
from factcheck.rules.layouts import Layout
from factcheck.rules.sorting import Reason, Sorted, Sorting
from factcheck.text.paragraphs import ParagraphKind
from tests.factories import essays, people
from tests.factories.layouts import join, layout_of, place, rows, split

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


def test_whoever_saw_another_layout_is_told_who_did_what(session, robin, ines, essay):
    seen = layout_of(session, essay)
    split(session, ines, essay, "in 1949", seen=seen)
    told = "Ines Moreau was here at .* UTC, .*: Sentence 1 split"
    with pytest.raises(MovedError, match=told):
        sort_sentences(
            session, actor=robin, essay=essay, positions=[2], to=OPINION, seen=seen
        )
    start = place(session, essay, "Nobody")
    with pytest.raises(MovedError, match=told):
        mark_claim(
            session, actor=robin, essay=essay, start=start, end=start + 6, seen=seen
        )
    with pytest.raises(MovedError, match=told):
        split(session, robin, essay, "until June", seen=seen)
    with pytest.raises(MovedError, match="version 1 of its text now"):
        split(session, robin, essay, "until June", seen=Layout(2, 1))


def test_sorting_is_undone_wherever_the_sentence_is_now(session, robin, ines, essay):
    sort_sentences(session, actor=robin, essay=essay, positions=[4], to=OPINION)
    split(session, ines, essay, "in 1949")
    undo_last(session, actor=robin, essay=essay)
    assert [row[3] for row in rows(session, essay)] == ["to_sort"] * 5


def test_sorting_of_a_sentence_since_split_cannot_be_undone(
    session, robin, ines, essay
):
    sort_sentences(session, actor=robin, essay=essay, positions=[1, 4], to=OPINION)
    split(session, ines, essay, "in 1949")
    with pytest.raises(NothingToUndoError, match="were split, joined or replaced"):
        undo_last(session, actor=robin, essay=essay)
    assert [row[3] for row in rows(session, essay)][-1] == "opinion"


def test_an_event_of_old_names_its_sentence_by_position(session, robin, ines, essay):
    event = sort_sentences(session, actor=robin, essay=essay, positions=[4], to=OPINION)
    event.before = {"sentences": {"4": ["to_sort", None]}}
    event.after = {"sentences": {"4": ["not_a_claim", "opinion"]}}
    session.flush()
    split(session, ines, essay, "in 1949")
    with pytest.raises(NothingToUndoError, match="were split, joined or replaced"):
        undo_last(session, actor=robin, essay=essay)
    version = current_version(session, essay)
    undo_last(session, actor=ines, essay=essay)
    version.layout = 1
    session.flush()
    undo_last(session, actor=robin, essay=essay)
    assert [row[3] for row in rows(session, essay)] == ["to_sort"] * 4


def test_a_split_is_not_undone_over_what_others_did_with_it(
    session, robin, ines, essay
):
    split(session, robin, essay, "and it moved")
    essays.mark(session, essay, ines, "it moved")
    with pytest.raises(NothingToUndoError, match="somebody changed the same thing"):
        undo_last(session, actor=robin, essay=essay)
    assert len(rows(session, essay)) == 5


def correct(session: Session, actor: User, essay: Essay, random: Random) -> None:
    """Make one correction, anywhere."""
    found = rows(session, essay)
    position, *_, said, _ = random.choice(found)
    if random.random() < 0.5:
        join(session, actor, essay, position)
    elif random.random() < 0.8:
        version = current_version(session, essay)
        start = session.scalars(
            select(Sentence.start).where(
                Sentence.version_id == version.id, Sentence.position == position
            )
        ).one()
        gaps = [i + 1 for i, ch in enumerate(said) if ch.isspace()]
        at = start + random.choice(gaps or [0])
        split_sentence(session, actor=actor, essay=essay, position=position, at=at)
    elif random.random() < 0.5:
        part_paragraph(session, actor=actor, essay=essay, position=position)
    else:
        merge_paragraph(session, actor=actor, essay=essay, position=position)


def assert_nothing_lost(whole: AnnotatedEssay, now: AnnotatedEssay) -> None:
    """Claims and reviews are the same, each inside its sentence, all in order."""
    assert [s.position for s in now.sentences] == [*range(1, len(now.sentences) + 1)]
    assert now.tally == whole.tally
    said = [[(c.number, c.quote, c.reviews) for c in e.claims] for e in (whole, now)]
    assert said[0] == said[1]
    for claim in now.claims:
        sentence = now.sentences[claim.sentence - 1]
        assert sentence.start <= claim.start < claim.end <= sentence.end
        assert now.text[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize("seed", range(4))
def test_any_corrections_lose_no_review_and_are_undone(session, robin, seed):
    random = Random(seed)  # noqa: S311  (the same each time)
    made = essays.essay(session, text=f"{essays.TEXT}\n\n{essays.TEXT}", mark="all")
    last = essays.mark(session, made, robin, "it moved within").number
    for number in range(1, last + 1):
        essays.save(session, essays.claim(session, made, number), robin)
    version = current_version(session, made)
    before, whole = rows(session, made), annotated_essay(session, made)
    kinds = kinds_of(session, version.id)
    done = 0
    for _ in range(25):
        with suppress(InvalidError):
            correct(session, robin, made, random)
            done += 1
        now = annotated_essay(session, made)
        assert_nothing_lost(whole, now)
        assert list(kinds_of(session, version.id)) == [p.number for p in now.paragraphs]
    assert done > 5
    assert len(session.scalars(select(Review)).all()) == last
    for _ in range(done):
        undo_last(session, actor=robin, essay=made)
    assert rows(session, made) == before
    assert kinds_of(session, version.id) == kinds
    assert annotated_essay(session, made) == whole
