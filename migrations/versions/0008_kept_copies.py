"""Kept copies of sources, the fetching of them, and quotations checked in them."""

import sqlalchemy as sa
from alembic import op

from factcheck.rules.citations import SourceFacts, SourceKind
from factcheck.rules.evidence import quote_hash, source_key

revision = "0008_kept_copies"
down_revision = "0007_originals"
branch_labels = None
depends_on = None

OPEN = "state IN ('waiting', 'running')"


def upgrade() -> None:
    op.create_table(
        "fetches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("began_at", sa.DateTime(), nullable=True),
        sa.Column("turn", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'running', 'kept', 'failed', 'refused')",
            name=op.f("ck_fetches_state_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fetches")),
        sa.UniqueConstraint("source_key", name=op.f("uq_fetches_source_key")),
    )
    op.create_index(
        "ix_fetches_open",
        "fetches",
        ["due_at"],
        sqlite_where=sa.text(OPEN),
        postgresql_where=sa.text(OPEN),
    )
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("taken_by_id", sa.Integer(), nullable=True),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("final_url", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("issued", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["taken_by_id"], ["people.id"], name=op.f("fk_snapshots_taken_by_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshots")),
    )
    op.create_index("ix_snapshots_source_key_id", "snapshots", ["source_key", "id"])
    op.create_table(
        "quotation_checks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("quote_sha256", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("passages", sa.JSON(), nullable=False),
        sa.Column("pieces", sa.JSON(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("checked_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('exact', 'elided', 'altered', 'absent', 'nothing')",
            name=op.f("ck_quotation_checks_outcome_known"),
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id"],
            ["snapshots.id"],
            name=op.f("fk_quotation_checks_snapshot_id_snapshots"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotation_checks")),
        sa.UniqueConstraint(
            "snapshot_id",
            "quote_sha256",
            name=op.f("uq_quotation_checks_snapshot_id_quote_sha256"),
        ),
    )
    op.add_column(
        "citations",
        sa.Column("quote_sha256", sa.Text(), server_default="", nullable=False),
    )
    op.add_column(
        "sources", sa.Column("key", sa.Text(), server_default="", nullable=False)
    )
    op.create_index(op.f("ix_sources_key"), "sources", ["key"])
    _name_what_is_stored(op.get_bind())


def downgrade() -> None:
    op.drop_index(op.f("ix_sources_key"), "sources")
    with op.batch_alter_table("sources", schema=None) as batch_op:
        batch_op.drop_column("key")
    with op.batch_alter_table("citations", schema=None) as batch_op:
        batch_op.drop_column("quote_sha256")
    op.drop_table("quotation_checks")
    op.drop_table("snapshots")
    op.drop_table("fetches")


def _name_what_is_stored(connection: sa.Connection) -> None:
    """Give the sources their keys and the quotations their hashes."""
    sources = connection.execute(
        sa.text("SELECT id, kind, title, url, author, publisher, issued FROM sources")
    ).all()
    keys = [
        {"key": source_key(SourceFacts(SourceKind(kind), *facts)), "id": row}
        for row, kind, *facts in sources
    ]
    quotes = connection.execute(
        sa.text("SELECT id, quote FROM citations WHERE quote <> ''")
    ).all()
    hashes = [{"hash": quote_hash(quote), "id": row} for row, quote in quotes]
    if keys:
        connection.execute(
            sa.text("UPDATE sources SET key = :key WHERE id = :id"), keys
        )
    if hashes:
        connection.execute(
            sa.text("UPDATE citations SET quote_sha256 = :hash WHERE id = :id"), hashes
        )
