"""The migrations make the tables that the models describe, and can be taken back."""

from alembic import command
from sqlalchemy import inspect

from factcheck import database
from factcheck.models.earlier import OWN_INDEX

VERSIONS = database.revisions()


def schema(url: str) -> dict[str, set[str]]:
    """Return the names of each table's columns, indexes and constraints.

    What each database keeps of its own kind to find words by is left out.
    """
    engine = database.open_engine(url)
    look = inspect(engine)
    found = {
        table: {
            str(part["name"])
            for parts in (
                look.get_columns(table),
                look.get_indexes(table),
                look.get_unique_constraints(table),
                look.get_foreign_keys(table),
                look.get_check_constraints(table),
            )
            for part in parts
            if part["name"] != OWN_INDEX
        }
        for table in look.get_table_names()
        if table != "alembic_version" and not table.startswith(OWN_INDEX)
    }
    engine.dispose()
    return found


def test_migrations_and_models_agree(database_url: str):
    command.check(database.alembic_config(database_url))


def test_a_migrated_database_is_at_the_newest_revision(database_url: str):
    assert database.check(database_url) == VERSIONS[-1]


def test_both_databases_get_the_same_schema(sqlite_url: str, postgresql_url: str):
    assert schema(sqlite_url) == schema(postgresql_url)


def test_each_migration_can_be_taken_back(bare_url: str):
    config = database.alembic_config(bare_url)
    before: dict[str, set[str]] = {}
    for revision in VERSIONS:
        command.upgrade(config, revision)
        after = schema(bare_url)
        assert after != before, revision
        command.downgrade(config, "-1")
        assert schema(bare_url) == before, revision
        command.upgrade(config, revision)
        assert schema(bare_url) == after, revision
        before = after


def test_nothing_is_left_when_all_migrations_are_taken_back(database_url: str):
    command.downgrade(database.alembic_config(database_url), "base")
    assert schema(database_url) == {}


def test_revisions_are_numbered_without_a_gap():
    assert [name[:4] for name in VERSIONS] == [
        f"{number:04}" for number in range(1, len(VERSIONS) + 1)
    ]
