"""Cited pages fetched in the background: each ends in the right state, once."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, select, update
from sqlalchemy.orm import Session

from factcheck.actions.fetches import MOST_TRIES, ask_again, take
from factcheck.background import Background, Worker
from factcheck.config import Settings
from factcheck.errors import DatabaseError
from factcheck.fetching.fetcher import Fetcher, Page
from factcheck.fetching.limits import limits_of
from factcheck.keeping import place
from factcheck.models import (
    Essay,
    Fetch,
    QuotationCheck,
    Snapshot,
    User,
)
from factcheck.models.base import now
from tests.fetching.citing import cite, states
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


@pytest.mark.parametrize("name", ["not-there", "plain"])
def test_who_comes_too_late_changes_nothing(
    session: Session,
    engine: Engine,
    near: Settings,
    robin: User,
    site: Site,
    name: str,
):
    """Another worker took the page up while this one fetched it."""
    cite(session, robin, {f"{site.url}/{name}": ""})

    class Overtaken(Fetcher):
        def fetch(self, url: str) -> Page:
            session.execute(update(Fetch).values(turn="another's"))
            session.commit()
            return super().fetch(url)

    worker = Worker(engine, near)
    worker._fetcher = Overtaken(limits_of(near))
    assert worker.run() == 1
    assert set(states(session).values()) == {"running"}
    assert session.scalars(select(Snapshot)).all() == []


def test_a_redis_that_is_not_there_is_told_at_the_start(engine: Engine, near: Settings):
    nowhere = replace(near, redis_url="redis://127.0.0.1:1/0")
    with pytest.raises(DatabaseError, match="FACTCHECK_REDIS_URL names cannot be used"):
        Background(engine, nowhere)


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
