"""Several join, sort and mark at once: nobody hits another sentence than they saw."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.actions.claims import mark_claim
from factcheck.actions.sentences import sort_sentences
from factcheck.actions.units import join_sentences
from factcheck.errors import MovedError
from factcheck.models import Essay, Event, User
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.essays import find_essay
from factcheck.queries.people import person_by_id
from factcheck.rules.layouts import Layout
from factcheck.rules.sentences import SentenceName
from factcheck.rules.sorting import Reason, Sorted, Sorting
from tests.factories import essays, people
from tests.factories.layouts import layout_of, place

SEEN = Layout(1, 1)
ROUNDS = 5
OPINION = Sorted(Sorting.NOT_A_CLAIM, Reason.OPINION)
SECOND = "Nobody measured it 🌊 until June."
Deed = Callable[[Session, User, Essay], object]


def join(session: Session, actor: User, essay: Essay) -> None:
    join_sentences(session, actor=actor, essay=essay, position=1, seen=SEEN)


def sort(session: Session, actor: User, essay: Essay) -> None:
    sort_sentences(
        session, actor=actor, essay=essay, positions=[2], to=OPINION, seen=SEEN
    )


def mark(session: Session, actor: User, essay: Essay) -> None:
    start = place(session, essay, SECOND)
    end = start + len("Nobody measured it")
    mark_claim(session, actor=actor, essay=essay, start=start, end=end, seen=SEEN)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = database.open_engine(database_url)
    yield engine
    engine.dispose()


def at_once(engine: Engine, slug: str, *deeds: Deed) -> list[bool]:
    """Do these at the same moment; say which were done and which came too late."""
    ready = Barrier(len(deeds))

    def do(deed: Deed) -> bool:
        with Session(engine) as session:
            actor, essay = person_by_id(session, 1), find_essay(session, slug)
            ready.wait()
            try:
                deed(session, actor, essay)
            except MovedError:
                return False
            session.commit()
            return True

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


@pytest.fixture
def slugs(engine: Engine) -> list[str]:
    """Import an essay for each round."""
    with Session(engine) as session:
        people.person(session, name="Robin Hale")
        found = [essays.essay(session).slug for _ in range(ROUNDS)]
        session.commit()
    return found


def test_of_those_who_renumber_at_once_one_is_in_time(engine: Engine, slugs: list[str]):
    for slug in slugs:
        assert sorted(at_once(engine, slug, join, join, join)) == [False, False, True]
        with Session(engine) as session:
            assert layout_of(session, find_essay(session, slug)) == Layout(1, 2)


@pytest.mark.parametrize("deed", [sort, mark])
def test_what_is_done_beside_a_join_lands_on_the_words_seen(
    engine: Engine, slugs: list[str], deed: Deed
):
    for slug in slugs:
        joined, _ = at_once(engine, slug, join, deed)
        assert joined
        with Session(engine) as session:
            essay = annotated_essay(session, find_essay(session, slug))
            for event in session.scalars(
                select(Event).where(Event.kind == "sentences.sorted")
            ):
                (name,) = map(SentenceName.parse, event.after["sentences"])
                assert essay.text[name.start : name.end] == SECOND
        assert [s.position for s in essay.sentences] == [1, 2, 3]
        for claim in essay.claims:
            assert claim.sentence == 1
