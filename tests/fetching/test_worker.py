"""Cited pages fetched in the background: each ends in the right state, once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine, func, select, update
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.actions.fetches import MOST_TRIES, ask_again, take
from factcheck.actions.snapshots import keep_upload
from factcheck.background import Worker, limits_of
from factcheck.config import Settings
from factcheck.keeping import place
from factcheck.models import (
    Claim,
    Essay,
    Fetch,
    Memento,
    QuotationCheck,
    Snapshot,
    Source,
    User,
)
from factcheck.models.base import now
from factcheck.queries.evidence import latest_copy
from factcheck.rules.citations import CitationFacts, SourceFacts
from factcheck.text.kept import KeptText
from tests.factories import essays
from tests.factories.people import person
from tests.fetching.site import KOREAN, PAGE, PROSE, Site
from tests.fetching.test_warc import records

ENDS = {
    "page": "kept",
    "moved": "kept",
    "packed": "kept",
    "korean": "kept",
    "korean-said": "kept",
    "odd-charset": "kept",
    "pdf": "kept",
    "plain": "kept",
    "loop": "failed",
    "bomb": "failed",
    "advertised": "failed",
    "locked": "failed",
    "way-in": "failed",
    "picture": "kept",
    "half-picture": "failed",
    "empty": "failed",
    "not-there": "failed",
    "kept-out/a": "refused",
    "to?http://10.0.0.1/": "refused",
    "broken": "waiting",
}


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = database.open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def near(settings: Settings) -> Settings:
    """Settings of a desk that may fetch from this machine, and waits for nothing."""
    return replace(settings, fetch_allow="127.0.0.1", fetch_seconds=2, fetch_pause=0)


@pytest.fixture
def robin(session: Session) -> User:
    robin = person(session)
    essays.mark(session, essays.essay(session), robin, "The river rose")
    session.commit()
    return robin


def cite(session: Session, who: User, quotes: dict[str, str]) -> None:
    """Cite addresses, each with a quotation, and let nobody wait for settling."""
    claim = session.scalars(select(Claim)).one()
    cited = tuple(
        CitationFacts(SourceFacts(url=url), quote=quote)
        for url, quote in quotes.items()
    )
    essays.save(session, claim, who, essays.facts(citations=cited))
    session.execute(update(Fetch).values(due_at=now()))
    session.commit()


def states(session: Session) -> dict[str, str]:
    session.expire_all()
    return {row.url: row.state for row in session.scalars(select(Fetch))}


def test_every_page_ends_in_its_state(
    session: Session, engine: Engine, near: Settings, robin: User, site: Site
):
    cite(session, robin, {f"{site.url}/{path}": PROSE for path in ENDS})
    site.asked.clear()

    Worker(engine, near).run()

    assert states(session) == {f"{site.url}/{path}": end for path, end in ENDS.items()}
    said = [row.said for row in session.scalars(select(Fetch)) if row.state != "kept"]
    assert all(words.endswith(".") for words in said)
    kept = {row.url: row for row in session.scalars(select(Snapshot))}
    page = kept[f"{site.url}/moved"]
    assert (page.title, page.author) == ("The gauge book", "Ada Reader")
    assert (page.publisher, page.issued) == ("River Office", "1950-02-03")
    assert page.final_url == f"{site.url}/page"
    assert place(near.copies_dir, page.sha256).read_bytes() == PAGE
    assert records(place(near.copies_dir, page.warc_sha256).read_bytes())[3][3] == PAGE
    for name in ("korean-said", "korean"):
        korean = kept[f"{site.url}/{name}"]
        assert "강물이 네 자나 불었다." in session.get_one(Snapshot, korean.id).text
    assert place(near.copies_dir, korean.sha256).read_bytes() == KOREAN
    outcomes = session.execute(
        select(Snapshot.url, QuotationCheck.outcome).join(
            QuotationCheck, QuotationCheck.snapshot_id == Snapshot.id
        )
    ).all()
    others = {"korean": "absent", "korean-said": "absent", "picture": "nothing"}
    assert dict(outcomes) == {
        url: others.get(url.rpartition("/")[2], "exact") for url in kept
    }
    assert site.asked["/robots.txt"] == 1
    assert site.asked["/bomb"] == 1


def test_a_page_that_fails_for_now_is_tried_again_and_then_given_up(
    session: Session, engine: Engine, near: Settings, robin: User, site: Site
):
    cite(session, robin, {f"{site.url}/broken": ""})
    site.asked.clear()
    for _ in range(MOST_TRIES + 1):
        Worker(engine, near).run()
        session.execute(update(Fetch).values(due_at=now()))
        session.commit()
    assert list(states(session).values()) == ["failed"]
    assert site.asked["/broken"] == MOST_TRIES


def test_what_a_killed_worker_took_up_is_done_once(
    session: Session, engine: Engine, near: Settings, robin: User, site: Site
):
    cite(session, robin, {f"{site.url}/plain": PROSE})
    with Session(engine) as killed, killed.begin():
        assert take(killed, lease=60) is not None
    site.asked.clear()

    assert Worker(engine, near).run() == 0
    assert list(states(session).values()) == ["running"]
    assert Worker(engine, near, lease=0).run() == 1
    assert Worker(engine, near, lease=0).run() == 0

    assert list(states(session).values()) == ["kept"]
    assert site.asked["/plain"] == 1


def test_two_workers_do_not_take_the_same(
    session: Session, engine: Engine, robin: User, site: Site
):
    cite(session, robin, {f"{site.url}/{name}": "" for name in ("page", "plain")})
    taken = []
    for _ in range(3):
        with Session(engine) as worker, worker.begin():
            taken.append(take(worker, lease=60))
    urls = {each.url for each in taken if each}
    assert urls == {f"{site.url}/page", f"{site.url}/plain"}
    assert taken[2] is None


def test_an_address_that_nobody_cites_any_more_is_not_fetched(
    session: Session, engine: Engine, near: Settings, robin: User, site: Site
):
    cite(session, robin, {f"{site.url}/pla": ""})
    cite(session, robin, {f"{site.url}/plain": ""})
    site.asked.clear()
    Worker(engine, near).run()
    assert states(session) == {f"{site.url}/plain": "kept"}
    assert "/pla" not in site.asked


def test_a_page_looked_at_again_makes_a_copy_only_if_it_changed(
    session: Session, engine: Engine, near: Settings, robin: User, site: Site
):
    cite(session, robin, {f"{site.url}/page": PROSE})
    worker = Worker(engine, near)
    worker.run()
    for page in (PAGE, PAGE.replace(b"four", b"five")):
        site.page = page
        assert ask_again(session, before=now()) == 1
        session.commit()
        worker.run()
    site.page = PAGE
    first, second = session.scalars(select(Snapshot).order_by(Snapshot.id)).all()
    assert first.seen_at > first.taken_at
    found = session.scalars(
        select(QuotationCheck).where(QuotationCheck.snapshot_id == second.id)
    ).one()
    assert (found.outcome, found.changed) == ("altered", 1)


def test_what_was_uploaded_since_stays_the_copy_unless_the_page_changes(
    session: Session, engine: Engine, near: Settings, robin: User, site: Site
):
    cite(session, robin, {f"{site.url}/page": ""})
    Worker(engine, near).run()
    source = session.scalars(select(Source)).one()
    keep_upload(
        session,
        actor=robin,
        essay=session.scalars(select(Essay)).one(),
        source=source,
        data=b"More than the page says.",
        read=KeptText("More than the page says.", "text/plain"),
        folder=near.copies_dir,
    )
    ask_again(session, before=now())
    session.commit()
    Worker(engine, near).run()
    assert session.scalar(select(func.count(Snapshot.id))) == 2
    assert latest_copy(session, source.key).text == "More than the page says."


def test_a_page_that_moved_or_went_is_told_from_one_that_stays(
    session: Session, engine: Engine, near: Settings, robin: User, site: Site
):
    names = ("moved", "moved-for-good", "slashed", "not-there", "front/page/deep")
    cite(session, robin, {f"{site.url}/{name}": "" for name in names})
    near = replace(near, fetch_archive=f"{site.url}/available")
    site.asked.clear()

    Worker(engine, near).run()

    rows = {row.url.rpartition("/")[2]: row for row in session.scalars(select(Fetch))}
    moved = {name: row.moved_to.removeprefix(site.url) for name, row in rows.items()}
    assert {name: to for name, to in moved.items() if to} == {
        "moved-for-good": "/plain"
    }
    assert {name for name, row in rows.items() if row.gone} == {"not-there", "deep"}
    noted = {row.source_key: row for row in session.scalars(select(Memento))}
    assert set(noted) == {rows[name].source_key for name in ("not-there", "deep")}
    found = noted[rows["not-there"].source_key]
    assert found.url.endswith(f"/web/20190303120000/{site.url}/not-there")

    ask_again(session, before=now())
    session.commit()
    Worker(engine, near).run()
    assert sum(n for path, n in site.asked.items() if "available" in path) == 2


def test_nobody_is_told_of_pages_within_the_desks_own_network(
    session: Session, engine: Engine, near: Settings, robin: User, site: Site
):
    cite(session, robin, {f"{site.url}/not-there": ""})
    site.asked.clear()
    Worker(engine, replace(near, fetch_archive="http://93.184.215.14/has")).run()
    assert [row.gone for row in session.scalars(select(Fetch))] == [True]
    assert session.scalars(select(Memento)).all() == []


def test_nothing_is_fetched_where_fetching_is_switched_off(
    session: Session, engine: Engine, near: Settings, robin: User, site: Site
):
    cite(session, robin, {f"{site.url}/plain": ""})
    assert Worker(engine, replace(near, fetch=False)).run() == 0
    assert list(states(session).values()) == ["waiting"]


def test_saving_asks_once_and_only_for_what_is_new(
    session: Session, robin: User, site: Site
):
    for _ in range(2):
        cite(session, robin, {f"{site.url}/page": "", f"{site.url}/page#top": ""})
    assert len(states(session)) == 1
    assert session.scalars(select(Essay)).one().id == 1


def test_limits_come_from_the_settings(near: Settings):
    limits = limits_of(replace(near, fetch_allow=" a.example, 10.0.0.0/8 ,"))
    assert limits.allow == ("a.example", "10.0.0.0/8")
    named = limits_of(replace(near, public_url="https://check.example.org"))
    assert named.agent.startswith("Factcheck/")
    assert "https://check.example.org" in named.agent
