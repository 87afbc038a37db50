"""Runs migrations over the address that the command gives."""

from alembic import context

from factcheck.database import open_engine
from factcheck.models import Base
from factcheck.models.earlier import OWN_INDEX


def is_described(name: str | None, _kind: str, _parents: object) -> bool:
    """Say whether the models describe it; each database's own text index they don't."""
    return not (name or "").startswith(OWN_INDEX)


def run() -> None:
    engine = open_engine(context.config.attributes["url"])
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        # A changed SQLite table is made anew under its name. The rows that point to it
        # must let go meanwhile; that they all point to something is checked after.
        if sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=True,
            compare_type=True,
            include_name=is_described,
            transactional_ddl=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        if sqlite:
            lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if lost:
                raise RuntimeError(f"Rows point to nothing: {lost[:5]}")
        connection.commit()
    engine.dispose()


run()
