"""Sorting sentences, one or many, on both databases."""

import pytest
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.actions.events import undo_last
from factcheck.actions.sentences import sort_sentences
from factcheck.errors import ForbiddenError, InvalidError, StaleError
from factcheck.models import Essay, Event
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.claims import all_sentences
from factcheck.queries.essays import current_version, find_essay
from factcheck.rules.sorting import Reason, Sorted, Sorting
from tests.factories import essays, people

CLAIM = Sorted(Sorting.CLAIM)
OPINION = Sorted(Sorting.NOT_A_CLAIM, Reason.OPINION)
TO_SORT = Sorted(Sorting.TO_SORT)


def sortings(session: Session, essay: Essay) -> list[tuple[str, str | None]]:
    annotated = annotated_essay(session, essay)
    return [(s.sorting.value, s.reason) for s in annotated.sentences]


def test_a_sentence_sorted_as_a_claim_becomes_a_claim_as_a_whole(session):
    robin = people.person(session)
    essay = essays.essay(session)

    sort_sentences(session, actor=robin, essay=essay, positions=[2], to=CLAIM)

    (claim,) = annotated_essay(session, essay).claims
    assert claim.number == 1
    assert claim.quote == "Nobody measured it 🌊 until June."
    assert claim.prefix.endswith("1949. ")


def test_many_at_once_are_one_event_and_number_in_order(session):
    robin = people.person(session)
    essay = essays.essay(session)

    sort_sentences(session, actor=robin, essay=essay, positions=[4, 1, 2], to=CLAIM)

    claims = annotated_essay(session, essay).claims
    assert [(c.number, c.sentence) for c in claims] == [(1, 1), (2, 2), (3, 4)]
    kinds = [event.kind for event in session.query(Event).filter_by(actor_id=robin.id)]
    assert kinds == ["sentences.sorted"]


def test_sorting_as_a_claim_again_adds_no_second_mark(session):
    robin = people.person(session)
    essay = essays.essay(session)
    essays.mark(session, essay, robin, "river")

    sort_sentences(session, actor=robin, essay=essay, positions=[1], to=CLAIM)

    assert len(annotated_essay(session, essay).claims) == 1


def test_not_a_claim_takes_its_marks_back_and_undo_brings_them_again(session):
    robin = people.person(session)
    essay = essays.essay(session)
    claim = essays.mark(session, essay, robin, "The river rose in 1949.")
    essays.save(session, claim, robin)

    sort_sentences(session, actor=robin, essay=essay, positions=[1], to=OPINION)
    assert sortings(session, essay)[0] == ("not_a_claim", "opinion")
    assert annotated_essay(session, essay).claims == ()

    undo_last(session, actor=robin, essay=essay)
    (again,) = annotated_essay(session, essay).claims
    assert (again.number, again.verdict.key) == (1, "true")
    assert sortings(session, essay)[0] == ("claim", None)


def test_undo_of_bulk_sorting_puts_every_sentence_back(session):
    robin = people.person(session)
    essay = essays.essay(session)
    before = sortings(session, essay)

    sort_sentences(session, actor=robin, essay=essay, positions=[1, 2, 3], to=CLAIM)
    undo_last(session, actor=robin, essay=essay)

    assert sortings(session, essay) == before
    assert annotated_essay(session, essay).claims == ()


@pytest.mark.parametrize("positions", [[], [99], [1, 99]])
def test_a_sentence_that_is_not_there_is_refused(session, positions):
    robin = people.person(session)
    essay = essays.essay(session)

    with pytest.raises(InvalidError):
        sort_sentences(
            session, actor=robin, essay=essay, positions=positions, to=OPINION
        )


def test_somebody_without_a_role_may_not_sort(session):
    essay = essays.essay(session)
    stranger = people.person(session)
    stranger.roles = []

    with pytest.raises(ForbiddenError):
        sort_sentences(session, actor=stranger, essay=essay, positions=[1], to=CLAIM)


def test_two_people_sorting_one_sentence_at_once_leave_one_claim(session, database_url):
    robin, sunmi = people.person(session), people.person(session)
    slug = essays.essay(session).slug
    session.commit()
    engine = database.open_engine(database_url)
    with Session(engine) as other:
        theirs = find_essay(other, slug)
        for sentence in annotated_essay(other, theirs).sentences:
            assert sentence.sorting is Sorting.TO_SORT
        other_sunmi = other.get_one(type(sunmi), sunmi.id)
        other.refresh(other_sunmi, ["roles"])
        _load_sentences(other, theirs)

        mine = find_essay(session, slug)
        sort_sentences(session, actor=robin, essay=mine, positions=[1], to=CLAIM)
        session.commit()

        with pytest.raises(StaleError):
            sort_sentences(
                other, actor=other_sunmi, essay=theirs, positions=[1], to=CLAIM
            )
    engine.dispose()
    assert len(annotated_essay(session, mine).claims) == 1


def _load_sentences(session: Session, essay: Essay) -> None:
    """Hold the sentences as they are now, as a request that began earlier does."""
    session.info["held"] = all_sentences(session, current_version(session, essay).id)
