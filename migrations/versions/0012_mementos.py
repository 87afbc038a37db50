"""Fetches as they went over the wire, pages gone or moved, archived copies elsewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0012_mementos"
down_revision = "0011_tokens"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mementos",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_key", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("given_by_id", sa.Integer(), nullable=True),
        sa.Column("noted_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["given_by_id"], ["people.id"], name=op.f("fk_mementos_given_by_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mementos")),
        sa.UniqueConstraint(
            "source_key", "url", name=op.f("uq_mementos_source_key_url")
        ),
    )
    op.add_column(
        "snapshots",
        sa.Column("warc_sha256", sa.Text(), server_default="", nullable=False),
    )
    op.add_column(
        "fetches", sa.Column("moved_to", sa.Text(), server_default="", nullable=False)
    )
    op.add_column(
        "fetches",
        sa.Column("gone", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.add_column("citations", sa.Column("carried", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("citations", schema=None) as batch_op:
        batch_op.drop_column("carried")
    with op.batch_alter_table("fetches", schema=None) as batch_op:
        batch_op.drop_column("gone")
        batch_op.drop_column("moved_to")
    with op.batch_alter_table("snapshots", schema=None) as batch_op:
        batch_op.drop_column("warc_sha256")
    op.drop_table("mementos")
