"""Sources that can be corrected and merged, with all that is known of them."""

import sqlalchemy as sa
from alembic import op

from factcheck.rules.citations import SourceFacts, SourceKind, found_by
from factcheck.rules.evidence import source_key

revision = "0010_library"
down_revision = "0009_revisions"
branch_labels = None
depends_on = None

NAMED = "url <> '' OR title <> ''"
SPOKEN = (
    "url <> '' OR title <> '' OR (author <> ''"
    " AND kind IN ('interview', 'personal_communication'))"
)


def upgrade() -> None:
    with op.batch_alter_table("sources", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("details", sa.JSON(), server_default="{}", nullable=False)
        )
        batch_op.add_column(
            sa.Column("found_by", sa.Text(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column(
                "listed", sa.Boolean(), server_default=sa.text("false"), nullable=False
            )
        )
        batch_op.add_column(sa.Column("became_id", sa.Integer(), nullable=True))
        batch_op.add_column(
            sa.Column("revision", sa.Integer(), server_default="1", nullable=False)
        )
        batch_op.create_foreign_key(
            op.f("fk_sources_became_id_sources"), "sources", ["became_id"], ["id"]
        )
        batch_op.drop_constraint(op.f("ck_sources_address_or_title"), type_="check")
        batch_op.create_check_constraint(op.f("ck_sources_address_or_title"), SPOKEN)
        batch_op.create_check_constraint(
            op.f("ck_sources_became_another"), "became_id <> id"
        )
    op.create_index(
        "ix_sources_became_id",
        "sources",
        ["became_id"],
        sqlite_where=sa.text("became_id IS NOT NULL"),
        postgresql_where=sa.text("became_id IS NOT NULL"),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_events_source_id_sources"), "sources", ["source_id"], ["id"]
        )
    op.create_index(
        "ix_events_source_id_id",
        "events",
        ["source_id", "id"],
        sqlite_where=sa.text("source_id IS NOT NULL"),
        postgresql_where=sa.text("source_id IS NOT NULL"),
    )
    _name_what_is_stored(op.get_bind())


def downgrade() -> None:
    connection = op.get_bind()
    _let_go(connection)
    op.drop_index("ix_events_source_id_id", "events")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_constraint(
            op.f("fk_events_source_id_sources"), type_="foreignkey"
        )
        batch_op.drop_column("source_id")
    op.drop_index("ix_sources_became_id", "sources")
    with op.batch_alter_table("sources", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_sources_became_another"), type_="check")
        batch_op.drop_constraint(op.f("ck_sources_address_or_title"), type_="check")
        batch_op.create_check_constraint(op.f("ck_sources_address_or_title"), NAMED)
        batch_op.drop_constraint(
            op.f("fk_sources_became_id_sources"), type_="foreignkey"
        )
        for column in ("details", "found_by", "listed", "became_id", "revision"):
            batch_op.drop_column(column)


def _name_what_is_stored(connection: sa.Connection) -> None:
    """Say how each source is found; its key leaves more out of an address by now."""
    rows = connection.execute(
        sa.text(
            "SELECT id, key, kind, title, url, author, publisher, issued FROM sources"
        )
    ).all()
    facts = {row[0]: SourceFacts(SourceKind(row[2]), *row[3:]) for row in rows}
    words = [{"words": found_by(each), "id": row} for row, each in facts.items()]
    keys = {row[1]: source_key(facts[row[0]]) for row in rows}
    moved = [{"old": old, "new": new} for old, new in keys.items() if old != new]
    if words:
        connection.execute(
            sa.text("UPDATE sources SET found_by = :words WHERE id = :id"), words
        )
    if moved:
        _move_keys(connection, moved)


def _move_keys(connection: sa.Connection, moved: list[dict[str, str]]) -> None:
    connection.execute(sa.text("UPDATE sources SET key = :new WHERE key = :old"), moved)
    connection.execute(
        sa.text("UPDATE snapshots SET source_key = :new WHERE source_key = :old"), moved
    )
    for each in moved:  # Of two addresses of one page, one is fetched.
        connection.execute(
            sa.text(
                "DELETE FROM fetches WHERE source_key = :old AND EXISTS"
                " (SELECT 1 FROM fetches f WHERE f.source_key = :new)"
            ),
            each,
        )
        connection.execute(
            sa.text("UPDATE fetches SET source_key = :new WHERE source_key = :old"),
            each,
        )


def _let_go(connection: sa.Connection) -> None:
    """Before, there were no former facts, and nothing without address or title."""
    connection.execute(sa.text("UPDATE events SET source_id = NULL"))
    connection.execute(sa.text("DELETE FROM sources WHERE became_id IS NOT NULL"))
    connection.execute(
        sa.text("UPDATE sources SET title = author WHERE title = '' AND url = ''")
    )
