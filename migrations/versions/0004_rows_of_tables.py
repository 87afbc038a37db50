"""Paragraphs that are rows of a table."""

import sqlalchemy as sa
from alembic import op

revision = "0004_rows_of_tables"
down_revision = "0003_paragraphs"
branch_labels = None
depends_on = None

_BEFORE = (
    "'prose', 'heading', 'byline', 'separator', 'list_item', 'quotation', 'footnote'"
)
_OLD, _NEW = "ck_paragraphs_kind_known", "ck_paragraphs_kind_one_of"


def upgrade() -> None:
    _exchange(_OLD, _NEW, _BEFORE, f"{_BEFORE}, 'table_row'")


def downgrade() -> None:
    op.execute("UPDATE paragraphs SET kind = 'prose' WHERE kind = 'table_row'")
    _exchange(_NEW, _OLD, f"{_BEFORE}, 'table_row'", _BEFORE)


def _exchange(old: str, new: str, before: str, after: str) -> None:
    """Change the kinds there can be; SQLite has to be told what the table is like."""
    table = sa.Table(
        "paragraphs",
        sa.MetaData(),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_paragraphs_counted_from_one")),
        sa.CheckConstraint(f"kind IN ({before})", name=op.f(old)),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["versions.id"],
            name=op.f("fk_paragraphs_version_id_versions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraphs")),
        sa.UniqueConstraint(
            "version_id", "number", name=op.f("uq_paragraphs_version_id_number")
        ),
    )
    with op.batch_alter_table("paragraphs", copy_from=table) as batch_op:
        batch_op.drop_constraint(op.f(old), type_="check")
        batch_op.create_check_constraint(op.f(new), f"kind IN ({after})")
