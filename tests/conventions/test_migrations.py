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
    found: dict[str, set[str]] = {}
    for parts_of_all in (
        look.get_multi_columns(),
        look.get_multi_indexes(),
        look.get_multi_unique_constraints(),
        look.get_multi_foreign_keys(),
        look.get_multi_check_constraints(),
    ):
        for (_, table), parts in parts_of_all.items():
            if table != "alembic_version" and not table.startswith(OWN_INDEX):
                names = {str(part["name"]) for part in parts} - {OWN_INDEX}
                found.setdefault(table, set()).update(names)
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
    stages: list[dict[str, set[str]]] = [{}]
    for revision in VERSIONS:
        command.upgrade(config, revision)
        stages.append(schema(bare_url))
        assert stages[-1] != stages[-2], revision
    for revision in reversed(VERSIONS):
        assert schema(bare_url) == stages.pop(), revision
        command.downgrade(config, "-1")
    assert schema(bare_url) == {}
    command.upgrade(config, "head")
    assert database.check(bare_url) == VERSIONS[-1]


def test_revisions_are_numbered_without_a_gap():
    assert [name[:4] for name in VERSIONS] == [
        f"{number:04}" for number in range(1, len(VERSIONS) + 1)
    ]
