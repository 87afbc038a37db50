"""What PostgreSQL is told of a long essay, so that it plans for what is there."""

from sqlalchemy import text
from sqlalchemy.orm import Session

from factcheck import database
from factcheck.rules.permissions import Role
from tests.factories import essays
from tests.factories.people import person

SENTENCES = 500
_ROWS = text("SELECT relname, reltuples FROM pg_class WHERE relname = ANY(:names)")


def test_a_long_essay_is_known_as_soon_as_it_is_there(postgresql_url: str):
    engine = database.open_engine(postgresql_url)
    with Session(engine) as session:
        lines = "\n\n".join(f"Line {n} says what happened." for n in range(SENTENCES))
        essays.essay(
            session, actor=person(session, Role.EDITOR), text=lines, mark="all"
        )
        tables = {"names": ["sentences", "claims", "anchors"]}
        known = {row.relname: row.reltuples for row in session.execute(_ROWS, tables)}
    engine.dispose()
    assert set(known.values()) == {SENTENCES}, known
