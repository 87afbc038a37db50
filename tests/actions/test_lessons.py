"""Learning from the desk: from whom, when, and kept only if it is better."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.actions.lessons import begin_night, end_night, forget, learn_now
from factcheck.actions.sentences import sort_sentences
from factcheck.errors import ForbiddenError
from factcheck.models import DeskLesson, Event, User
from factcheck.queries.lessons import (
    lesson_status,
    list_lessons,
    sorted_sentences,
    weights_in_force,
)
from factcheck.queries.workbench import Place, open_bench
from factcheck.rules.lessons import Outcome
from factcheck.rules.permissions import Role
from factcheck.rules.sorting import Reason, Sorted, Sorting
from factcheck.text.training import learn
from factcheck.text.weights import read_weights, shipped_weights
from tests.factories import essays
from tests.factories.herons import TOO_FEW, sort_herons
from tests.factories.people import person

OPINION = Sorted(Sorting.NOT_A_CLAIM, Reason.OPINION)


@pytest.fixture
def editor(session: Session) -> User:
    return person(session, Role.EDITOR, name="Ines Moreau")


def test_what_is_better_is_kept_and_used_in_every_process(
    session: Session, editor: User, database_url: str
):
    sort_herons(session, editor)
    unsorted = essays.essay(
        session, actor=editor, text="A linnet sat by pond 7000 all day.", title="Later"
    )
    place = Place(1, 0)
    before = open_bench(session, slug=unsorted.slug, viewer=editor).hand(place)
    lesson = learn_now(session, actor=editor)
    session.commit()
    assert lesson.outcome == Outcome.KEPT
    assert (lesson.sentences, lesson.claims) == (300, 150)
    after = open_bench(session, slug=unsorted.slug, viewer=editor).hand(place)
    assert before.suggestion is not None
    assert after.suggestion is not None
    assert after.suggestion.likelihood < before.suggestion.likelihood / 2
    engine = database.open_engine(database_url)
    with Session(engine) as elsewhere:
        found = weights_in_force(elsewhere)
        assert found.weights == read_weights(lesson.weights)
        assert found.digest == lesson.digest
        forget(elsewhere, actor=None)
        elsewhere.commit()
    engine.dispose()
    assert weights_in_force(session).weights is shipped_weights()
    event = session.scalars(select(Event).where(Event.kind == "suggestions.learned"))
    assert event.one().after["sentences"] == 300


def test_the_same_sentences_teach_the_same_and_no_better(
    session: Session, editor: User
):
    sort_herons(session, editor)
    first = learn_now(session, actor=editor)
    again = learn(sorted_sentences(session), shipped_weights())
    assert again.weights == read_weights(first.weights)
    second = learn_now(session, actor=editor)
    assert second.outcome == Outcome.NO_BETTER
    assert second.before == second.after == first.after
    assert weights_in_force(session).digest == first.digest
    told = list_lessons(session)
    assert [row.outcome for row in told] == [Outcome.NO_BETTER, Outcome.KEPT]
    assert told[0].who == "Ines Moreau"
    assert told[1].before is not None
    assert told[1].after is not None
    assert told[1].after.f1 > told[1].before.f1


def test_too_little_changes_nothing(session: Session, editor: User):
    sort_herons(session, editor, TOO_FEW)
    assert learn_now(session, actor=None).outcome == Outcome.TOO_LITTLE
    assert not weights_in_force(session).own
    status = lesson_status(session)
    assert not status.enough
    assert status.sentences == TOO_FEW
    assert status.claims == TOO_FEW // 2


def test_one_process_learns_a_night_and_a_lesson_cut_short_comes_again(
    session: Session, editor: User, database_url: str
):
    sort_herons(session, editor)
    session.commit()
    engine = database.open_engine(database_url)
    with Session(engine) as other:
        assert begin_night(other, night="2026-03-01") is not None
        other.commit()
    assert begin_night(session, night="2026-03-01") is None
    lesson = begin_night(session, night="2026-03-02")
    assert lesson is not None
    session.commit()
    taught = learn(sorted_sentences(session), shipped_weights())
    end_night(session, lesson_id=lesson.id, taught=taught)
    session.commit()
    assert weights_in_force(session).lesson_id == lesson.id
    assert [row.outcome for row in list_lessons(session)] == ["kept", "begun"]
    with Session(engine) as other:
        assert begin_night(other, night="2026-03-03") is None
    engine.dispose()


def test_whoever_went_back_is_not_overruled_in_the_night(
    session: Session, editor: User
):
    sort_herons(session, editor)
    assert not forget(session, actor=editor)
    learn_now(session, actor=editor)
    assert forget(session, actor=editor)
    assert not weights_in_force(session).own
    assert set(session.scalars(select(DeskLesson.weights))) == {""}
    sort_herons(session, editor, 2, title="More herons")
    assert begin_night(session, night="2026-03-01") is None
    assert learn_now(session, actor=editor).outcome == Outcome.KEPT
    assert weights_in_force(session).own


def test_only_what_people_sorted_in_english_teaches_and_each_sentence_once(
    session: Session, editor: User
):
    marked = essays.essay(session, actor=editor, mark="all")
    assert sorted_sentences(session) == []
    essays.save(session, essays.claim(session, marked, 2), editor)
    assert [row.sentence for row in sorted_sentences(session)] == [
        "Nobody measured it 🌊 until June."
    ]
    twice = essays.essay(session, actor=editor, title="Twice")
    claim = Sorted(Sorting.CLAIM)
    not_prose = Sorted(Sorting.NOT_A_CLAIM, Reason.NOT_PROSE)
    for position, to in ((1, claim), (2, claim), (3, OPINION), (4, not_prose)):
        sort_sentences(session, actor=editor, essay=twice, positions=[position], to=to)
    korean = essays.essay(session, actor=editor, title="Korean", language="ko")
    sort_sentences(session, actor=editor, essay=korean, positions=[4], to=claim)
    assert {(row.sentence, row.is_claim) for row in sorted_sentences(session)} == {
        ("The river rose in 1949.", True),
        ("Nobody measured it 🌊 until June.", True),
        ("Was it the rain?", False),
    }
    sort_sentences(session, actor=editor, essay=twice, positions=[2], to=OPINION)
    assert {row.sentence for row in sorted_sentences(session)} == {
        "The river rose in 1949.",
        "Was it the rain?",
    }


def test_weights_that_cannot_be_read_stop_nobody(session: Session, editor: User):
    sort_herons(session, editor)
    learn_now(session, actor=editor)
    session.execute(update(DeskLesson).values(weights="{}", digest="not known yet"))
    assert weights_in_force(session).weights is shipped_weights()


def test_a_reviewer_teaches_nothing(session: Session):
    reviewer = person(session)
    with pytest.raises(ForbiddenError, match="teach the suggestions"):
        learn_now(session, actor=reviewer)
    with pytest.raises(ForbiddenError, match="teach the suggestions"):
        forget(session, actor=reviewer)
    assert list_lessons(session) == []
