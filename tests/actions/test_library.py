"""Sources of the desk: corrected, merged, brought in, and all of it undone."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.actions.library import (
    edit_source,
    import_sources,
    merge_sources,
    undo_source,
)
from factcheck.actions.snapshots import keep_upload
from factcheck.actions.sources import keep_sources
from factcheck.errors import ForbiddenError, NothingToUndoError, StaleError
from factcheck.models import Citation, Essay, Review, Source, User
from factcheck.queries.evidence import evidence_for
from factcheck.queries.library import Sought, find_sources, list_sources
from factcheck.queries.people import person_by_id
from factcheck.queries.sources import source_facts
from factcheck.rules.citations import CitationFacts, SourceFacts
from factcheck.rules.permissions import Role
from factcheck.rules.sources import SourceDetails
from factcheck.text.kept import read_copy
from factcheck.text.quotations.checking import Outcome
from tests.factories import essays, people

BOOK = SourceFacts(title="Gauge book", url="https://example.org/gauge")
SAME = SourceFacts(title="The gauge book", url="https://example.net/gauges?id=1")
BETTER = SourceFacts(
    title="Gauge Book of 1949",
    url="https://example.org/gauge",
    details=SourceDetails(archive="River Office"),
)


@pytest.fixture
def editor(session: Session) -> User:
    return people.person(session, Role.EDITOR, name="Ines")


@pytest.fixture
def robin(session: Session) -> User:
    return people.person(session, name="Robin")


@pytest.fixture
def river(session: Session) -> Essay:
    return essays.essay(session)


def cite(session, river, who, words, source, quote="the river rose"):
    claim = essays.mark(session, river, who, words)
    cited = (CitationFacts(source, quote=quote),)
    return claim, essays.save(session, claim, who, essays.facts(citations=cited))


def stored(session: Session, facts: SourceFacts) -> Source:
    return next(s for s in session.scalars(select(Source)) if source_facts(s) == facts)


def forget(session: Session) -> None:
    """Look at sources and citations anew, as the next request does."""
    for row in list(session):
        if isinstance(row, Source | Citation | Review):
            session.expire(row)


def cited_now(session: Session) -> list[str]:
    forget(session)
    return list(
        session.scalars(
            select(Source.title)
            .join(Citation, Citation.source_id == Source.id)
            .order_by(Citation.id)
        )
    )


def test_a_correction_is_everybodys_and_an_open_window_follows_it(
    session, river, robin
):
    claim, _ = cite(session, river, robin, "The river rose", BOOK)
    source = stored(session, BOOK)
    edit_source(session, actor=robin, source=source, facts=BETTER, revision=1)
    assert cited_now(session) == [BETTER.title]

    said = essays.facts(citations=(CitationFacts(BOOK, quote="the river rose"),))
    essays.save(session, claim, robin, said)
    assert cited_now(session) == [BETTER.title]
    assert [row.facts for row in list_sources(session, robin, Sought())] == [BETTER]


def test_two_who_correct_one_source_are_told(session, robin, editor, river):
    cite(session, river, robin, "The river rose", BOOK)
    source = stored(session, BOOK)
    edit_source(session, actor=robin, source=source, facts=BETTER, revision=1)
    with pytest.raises(StaleError) as refused:
        edit_source(session, actor=editor, source=source, facts=SAME, revision=1)
    assert refused.value.theirs["title"] == BETTER.title
    assert source_facts(source) == BETTER


def test_a_merge_keeps_citations_copies_and_results_and_can_be_undone(
    session, robin, editor, river, tmp_path
):
    cite(session, river, robin, "The river rose", BOOK)
    cite(session, river, robin, "Nobody measured", SAME)
    kept, other = stored(session, BOOK), stored(session, SAME)
    data = b"In spring the river rose."
    read = read_copy(data, name="book.txt", limit=10**6)
    keep_upload(
        session,
        actor=robin,
        essay=river,
        source=other,
        data=data,
        read=read,
        folder=tmp_path,
    )
    seen = (kept.revision, other.revision)
    with pytest.raises(ForbiddenError):
        merge_sources(session, actor=robin, kept=kept, other=other, seen=seen)
    merge_sources(session, actor=editor, kept=kept, other=other, seen=seen)

    assert cited_now(session) == [BOOK.title] * 2
    ids = list(session.scalars(select(Citation.id)))
    found = evidence_for(session, ids)
    assert {evidence.outcome for evidence in found.values()} == {Outcome.EXACT}
    again = keep_sources(session, [SAME, SourceFacts(title="Other", url=SAME.url)])
    assert again[SAME].id == kept.id
    assert {row.key for row in again.values()} == {kept.key}

    undo_source(session, actor=editor, source=kept)
    assert cited_now(session) == [BOOK.title, SAME.title]
    forget(session)
    outcomes = [evidence_for(session, [one])[one].outcome for one in ids]
    assert outcomes == [None, Outcome.EXACT]
    with pytest.raises(NothingToUndoError):
        undo_source(session, actor=editor, source=kept)


def test_a_correction_into_what_another_says_makes_them_one(session, robin, river):
    cite(session, river, robin, "The river rose", BOOK)
    cite(session, river, robin, "Nobody measured", SAME)
    source = stored(session, SAME)
    edit_source(session, actor=robin, source=source, facts=BOOK, revision=1)
    assert cited_now(session) == [BOOK.title] * 2
    assert len(list_sources(session, robin, Sought())) == 1


def test_steps_are_undone_one_by_one(session, robin, editor, river):
    cite(session, river, robin, "The river rose", BOOK)
    source = stored(session, BOOK)
    for facts in (BETTER, SAME, BOOK):
        edit_source(
            session, actor=robin, source=source, facts=facts, revision=source.revision
        )
    found = []
    for _ in range(3):
        undo_source(session, actor=editor, source=source)
        found.append(source_facts(source))
    assert found == [SAME, BETTER, BOOK]


def test_what_is_imported_is_listed_once(session, editor):
    assert import_sources(session, actor=editor, sources=[BOOK, SAME]) == 2
    assert import_sources(session, actor=editor, sources=[BOOK, BETTER]) == 1
    assert len(list_sources(session, None, Sought())) == 3
    assert len(list_sources(session, None, Sought(twice=True))) == 2


@pytest.mark.parametrize(
    "typed",
    ["gauge bo", "BÖOK GAUGE", "river office", "http://www.example.org/gauge/#top"],
)
def test_a_source_is_found_while_typing(session, editor, typed):
    import_sources(session, actor=editor, sources=[BETTER, SourceFacts(title="100%")])
    assert [row.facts for row in find_sources(session, editor, typed)] == [BETTER]
    assert find_sources(session, editor, "%") != [BETTER]


def test_a_blind_source_is_found_by_its_writer_and_editors_alone(session, editor):
    essay = essays.essay(session, reviews_needed=2)
    writer = people.person(session, name="Sunmi")
    other = people.person(session, name="Third")
    cite(session, essay, writer, "The river rose", BOOK)
    seen = [len(find_sources(session, who, "gauge")) for who in (writer, other, editor)]
    assert seen == [1, 0, 1]


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = database.open_engine(database_url)
    yield engine
    engine.dispose()


def test_two_merge_each_into_the_other_at_once(engine, session, editor):
    """Whoever comes second is told; no citation is left with a former source."""
    import_sources(session, actor=editor, sources=[BOOK, SAME])
    ids = [stored(session, facts).id for facts in (BOOK, SAME)]
    editor_id = editor.id
    session.commit()
    ready = Barrier(2)

    def merge(pair: tuple[int, int]) -> bool:
        with Session(engine, expire_on_commit=False) as own:
            actor = person_by_id(own, editor_id)
            kept, other = (own.get_one(Source, row) for row in pair)
            own.commit()
            ready.wait()
            try:
                merge_sources(own, actor=actor, kept=kept, other=other, seen=(1, 1))
                own.commit()
            except StaleError:
                return False
            return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(merge, [(ids[0], ids[1]), (ids[1], ids[0])]))
    assert sorted(done) == [False, True]
    forget(session)
    assert len(list_sources(session, None, Sought())) == 1
