"""Archives: everything of an essay, out and in again, or nothing."""

import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from factcheck.actions.archived import import_archive
from factcheck.actions.events import undo_last
from factcheck.database import open_engine
from factcheck.errors import FactcheckError
from factcheck.exports import FORMATS
from factcheck.exports.archive import read_archive
from factcheck.exports.archive.manifest import listed, write_manifest
from factcheck.exports.zips import zip_bytes
from factcheck.models import Base, Essay, Event, Review, Source, User
from factcheck.queries.annotated import annotated_essay
from factcheck.queries.carried import CARRIED, STAYS
from factcheck.queries.essays import find_essay
from factcheck.queries.holdings import holdings_of
from factcheck.queries.people import find_person
from factcheck.rules.permissions import Role
from tests.factories import busy, people
from tests.factories.busy import STEPS, Desk, work

# Enough for every table to have a row, whatever else is drawn.
FULL = [
    ("mark", 1), ("mark", 5), ("mark", 9), ("review", 0), ("review", 0),
    ("review", 1), ("review", 3), ("draft", 2), ("review", 4), ("copy", 1), ("rule", 0),
    ("comment", 1), ("ask", 0), ("reword", 1), ("publish", 1), ("report", 1),
    ("assign", 0), ("sort", 2), ("join", 1), ("undo", 1), ("revise", 7), ("undo", 0),
    ("withdraw", 2), ("publish", 2), ("copy", 2), ("mark", 3),
]  # fmt: skip


def archive_of(
    session: Session, essay: Essay, copies: Path, person: User | None = None
) -> bytes:
    form = FORMATS["archive"]
    held = holdings_of(session, essay, form.asks, person=person, copies=copies, key="")
    return form.file(annotated_essay(session, essay), holdings=held)[0]


def bring(session: Session, data: bytes, copies: Path) -> Essay:
    archived = read_archive(data)
    essay = import_archive(session, actor=None, archived=archived, copies=copies)
    session.commit()
    session.expunge_all()
    return find_essay(session, essay.slug)


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def state(data: bytes) -> str:
    return json.loads(files(data)["manifest.json"])["state"]


@pytest.fixture
def empty(sqlite_template: Path, tmp_path: Path) -> Iterator[Session]:
    """Lend a session on a desk where nobody was yet."""
    with fresh(sqlite_template, tmp_path / "empty.sqlite3") as session:
        yield session


@contextmanager
def fresh(template: Path, path: Path) -> Iterator[Session]:
    path.write_bytes(template.read_bytes())
    engine = open_engine(f"sqlite:///{path}")
    with Session(engine, expire_on_commit=False) as session:
        yield session
    engine.dispose()


@pytest.fixture
def desk(session: Session, tmp_path: Path) -> Desk:
    return work(Desk(session, tmp_path / "copies"), FULL)


def test_a_full_desk_comes_in_whole_at_an_empty_one(
    desk: Desk, empty: Session, tmp_path: Path
):
    data = archive_of(desk.session, desk.essay, desk.copies)
    rows = read_archive(data).rows
    few = {name for name, each in rows.items() if not each}
    assert few <= {"originals", "mentions", "fetches", "mementos"}
    essay = bring(empty, data, tmp_path / "there")
    assert archive_of(empty, essay, tmp_path / "there") == data
    # And back, where its people are known: they are themselves, and may undo.
    again = bring(desk.session, data, desk.copies)
    assert again.slug == f"{desk.essay.slug}-2"
    count = select(func.count()).select_from(User)
    assert desk.session.scalar(count) == len(desk.people)
    robin = find_person(desk.session, "robin@example.org")
    undone = undo_last(desk.session, actor=robin, essay=again)
    assert undone.essay_id == again.id


@settings(max_examples=2)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 11)), max_size=12
    )
)
def test_whatever_a_desk_did_comes_back(
    steps: list[busy.Step], sqlite_template: Path, tmp_path_factory
):
    folder = tmp_path_factory.mktemp("desks")
    with (
        fresh(sqlite_template, folder / "here.sqlite3") as here,
        fresh(sqlite_template, folder / "there.sqlite3") as there,
    ):
        desk = work(Desk(here, folder / "here"), [("mark", 1), ("mark", 6), *steps])
        data = archive_of(here, desk.essay, desk.copies)
        assert archive_of(here, desk.essay, desk.copies) == data
        essay = bring(there, data, folder / "there")
        assert archive_of(there, essay, folder / "there") == data
        assert sorted(p.name for p in (folder / "there").rglob("*") if p.is_file()) == (
            list(read_archive(data).copies)
        )


def test_it_tells_an_editor_nothing_that_was_said_in_drafts(
    session: Session, tmp_path: Path
):
    desk = Desk(session, tmp_path)
    editor = desk.people[0]
    work(desk, [("mark", 1), ("mark", 5), ("draft", 2), ("review", 4), ("draft", 1)])
    whole = archive_of(session, desk.essay, tmp_path)
    told = archive_of(session, desk.essay, tmp_path, editor)
    assert b"Not yet" in b"".join(files(whole).values())
    assert b"Not yet" not in b"".join(files(told).values())
    assert b"@example.org" not in b"".join(files(whole).values()).lower()
    assert "left out" in json.loads(files(told)["manifest.json"])["left_out"][0]
    assert b"Found 4" in files(told)["records/reviews.jsonl"]


def test_every_table_is_carried_or_stays():
    carried = {model.__tablename__ for model in CARRIED}
    assert carried | STAYS == set(Base.metadata.tables)
    assert not carried & STAYS


def repacked(data: bytes, **changes: Callable[[bytes], bytes]) -> bytes:
    """Return an archive with other files, and a manifest that agrees with them."""
    found = files(data)
    for name, change in changes.items():
        place = f"records/{name}.jsonl"
        found[place] = change(found[place])
    about = json.loads(found.pop("manifest.json"))
    said = {key: about[key] for key in ("program", "slug", "title", "left_out")}
    manifest = write_manifest(said, [listed(*each) for each in found.items()])
    return zip_bytes([("manifest.json", manifest), *found.items()])


def first_row(**values: object) -> Callable[[bytes], bytes]:
    def change(lines: bytes) -> bytes:
        head, rest = lines.split(b"\n", 1)
        return json.dumps(json.loads(head) | values).encode() + b"\n" + rest

    return change


@pytest.fixture(scope="module")
def small(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("small")
    with fresh(sqlite_template, folder / "small.sqlite3") as session:
        copies = folder / "from"
        desk = work(Desk(session, copies), [*FULL[:5], ("publish", 1)])
        return archive_of(session, desk.essay, copies)


REFUSED: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[: len(data) // 2],
    "its directory gone": lambda data: data[:-30],
    "one byte other": lambda data: data.replace(b"versions/1.txt", b"versions/9.txt"),
    "nothing but its head": lambda data: data[:60],
    "a newer version": lambda data: zip_bytes(
        (name, body.replace(b'"version": 1', b'"version": 2'))
        for name, body in files(data).items()
    ),
    "a file too many": lambda data: zip_bytes(
        [*files(data).items(), ("../../evil.txt", b"x")]
    ),
    "a file too few": lambda data: zip_bytes(list(files(data).items())[:-1]),
    "a wrong hash": lambda data: zip_bytes(
        (name, body + b" " if name.endswith(".html") else body)
        for name, body in files(data).items()
    ),
    "a place above": lambda data: zip_bytes(
        (name.replace("versions/1", "../1"), body.replace(b"versions/1", b"../1"))
        for name, body in files(data).items()
    ),
    "a column of tomorrow": lambda data: repacked(data, claims=first_row(mood="good")),
    "a row too far": lambda data: repacked(data, reviews=first_row(claim_id=99)),
    "words elsewhere": lambda data: repacked(data, anchors=first_row(quote="x")),
    "a kind there is none of": lambda data: repacked(
        data, assignments=lambda _old: b"", citations=first_row(stance="loathes")
    ),
    "a source that is another": lambda data: repacked(
        data, sources=first_row(url="https://example.org/other")
    ),
    "a day without a zone": lambda data: repacked(
        data, claims=first_row(marked_at="2026-03-03T00:00:00")
    ),
    "NUL": lambda data: repacked(data, essays=first_row(title="\0")),
    "half a character": lambda data: repacked(
        data, essays=lambda old: old.replace(b'"title": "', b'"title": "\\ud800')
    ),
    "an edition of something else": lambda data: repacked(
        data, editions=first_row(document="{}")
    ),
    "an event that names nothing": lambda data: repacked(
        data, events=first_row(kind="layout.split", after={})
    ),
}


def test_what_is_not_whole_is_refused_and_nothing_of_it_kept(
    small: bytes, empty: Session, tmp_path: Path
):
    for make in REFUSED.values():
        with pytest.raises(FactcheckError, match=r"[Nn]othing"):
            bring(empty, make(small), tmp_path / "there")
        empty.rollback()
    for model in (Essay, Event, Review, Source, User):
        assert empty.scalar(select(func.count()).select_from(model)) == 0
    assert not (tmp_path / "there").exists()


def test_a_bomb_is_not_unpacked(small: bytes):
    found = files(small)
    with zipfile.ZipFile(out := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in found.items():
            archive.writestr(name, b"0" * 50_000_000 if "manifest" in name else body)
    assert len(out.getvalue()) < 300_000
    with pytest.raises(FactcheckError, match="damaged"):
        read_archive(out.getvalue())


def test_people_are_known_again_or_come_by_name(
    small: bytes, empty: Session, tmp_path: Path
):
    robin = people.person(empty, Role.REVIEWER, name="R. H.", email="Robin@example.org")
    empty.commit()
    bring(empty, small, tmp_path / "there")
    found = empty.scalars(select(User).order_by(User.name)).all()
    names = Counter((person.name, person.active) for person in found)
    assert names == {("R. H.", True): 1, ("ines", False): 1}
    by_robin = select(func.count()).where(Review.reviewer_id == robin.id)
    assert empty.scalar(by_robin)
