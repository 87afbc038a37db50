"""Sources stored before they had details are found by their words; keys follow."""

import pytest
from alembic import command
from sqlalchemy import text

from factcheck import database

SOURCE = (
    "INSERT INTO sources (id, fingerprint, key, kind, title, url, author, publisher,"
    " issued, created_at)"
    " VALUES (:id, :id, :key, 'webpage', 'Réd Book', :url, '', '', '', '2026-01-01')"
)
FETCH = (
    "INSERT INTO fetches (source_key, url, state, said, tries, due_at, turn)"
    " VALUES (:key, :key, 'kept', '', 1, '2026-01-01', '')"
)


@pytest.fixture
def upgraded(bare_url):
    command.upgrade(database.alembic_config(bare_url), "0009_revisions")
    engine = database.open_engine(bare_url)
    with engine.begin() as connection:
        for row, host in enumerate(("example.org", "www.example.org"), 1):
            key = f"web:{host}/a"
            url = f"https://{host}/a"
            connection.execute(text(SOURCE), {"id": row, "key": key, "url": url})
            connection.execute(text(FETCH), {"key": key})
    database.upgrade(bare_url)
    yield engine
    engine.dispose()


def test_two_addresses_of_one_page_have_one_key_and_are_fetched_once(upgraded):
    with upgraded.connect() as connection:
        rows = connection.execute(
            text("SELECT key, found_by, details, revision FROM sources ORDER BY id")
        ).all()
        fetched = connection.execute(text("SELECT source_key FROM fetches")).scalars()
        assert [row[0] for row in rows] == ["web:example.org/a"] * 2
        assert rows[1][1] == "red book https://www.example.org/a"
        assert list(fetched) == ["web:example.org/a"]
        assert {row[3] for row in rows} == {1}
