"""Pages that went, moved or changed since they were cited."""

from dataclasses import replace

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from factcheck.actions.fetches import ask_again
from factcheck.actions.snapshots import keep_upload
from factcheck.background import Worker
from factcheck.config import Settings
from factcheck.models import Essay, Fetch, Memento, Snapshot, Source, User
from factcheck.models.base import now
from factcheck.queries.evidence import latest_copy
from factcheck.text.kept import KeptText
from tests.fetching.citing import cite
from tests.fetching.site import Site


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
