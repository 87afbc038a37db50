"""A desk of the first version keeps everything through the second migration."""

import pytest
from alembic import command
from sqlalchemy import Connection, text

from factcheck import database

ROWS = [
    (
        "INSERT INTO people (id, email, name, active, fs_uniquifier, single_keys,"
        " created_at) VALUES (1, 'a@example.org', 'A', true, 'x', true, '2026-01-01')"
    ),
    "INSERT INTO scales (id, key, version, name) VALUES (1, 'newsroom', 1, 'N')",
    (
        "INSERT INTO verdicts (id, scale_id, position, key, label, definition,"
        " standing)"
        " VALUES (1, 1, 1, 'true', 'True', 'D', 'holds')"
    ),
    (
        "INSERT INTO essays (id, slug, title, byline, appeared, language, direction,"
        " reviews_needed, scale_id, last_claim_number, created_at, revision)"
        " VALUES (1, 's', 'T', '', '', '', 'ltr', 1, 1, 1, '2026-01-01', 1)"
    ),
    (
        "INSERT INTO claims (id, essay_id, number, statement, marked_at, revision)"
        " VALUES (1, 1, 1, '', '2026-01-01', 1)"
    ),
    (
        "INSERT INTO reviews (id, claim_id, reviewer_id, verdict_id, finding,"
        " explanation,"
        " second_look, given_at, updated_at, revision)"
        " VALUES (1, 1, 1, 1, 'F', '', false, '2026-01-02', '2026-01-02', 1)"
    ),
]


@pytest.fixture
def connection(bare_url):
    command.upgrade(database.alembic_config(bare_url), "0001_the_first_tables")
    engine = database.open_engine(bare_url)
    with engine.connect() as connection:
        for row in ROWS:
            connection.execute(text(row))
        connection.commit()
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def one(connection: Connection, query: str) -> tuple[object, ...]:
    return tuple(connection.execute(text(query)).one())


def test_people_essays_and_reviews_come_through(connection, bare_url):
    database.upgrade(bare_url)

    found = one(connection, "SELECT name, time_zone, digest FROM people")
    assert found == ("A", "UTC", "never")
    found = one(connection, "SELECT slug, take_minutes, unpublished_note FROM essays")
    assert found == ("s", 240, "")
    found = one(
        connection,
        "SELECT finding, first_verdict_id, first_given_at = given_at FROM reviews",
    )
    assert found == ("F", 1, True)


def test_it_goes_down_again_with_its_rows(connection, bare_url):
    database.upgrade(bare_url)
    command.downgrade(database.alembic_config(bare_url), "0001_the_first_tables")

    assert one(connection, "SELECT finding, verdict_id FROM reviews") == ("F", 1)
    assert one(connection, "SELECT count(*) FROM people") == (1,)
