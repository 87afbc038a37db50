"""The language a person chose for the program's words."""

import sqlalchemy as sa
from alembic import op

revision = "0006_languages"
down_revision = "0005_lessons"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "people", sa.Column("language", sa.Text(), server_default="", nullable=False)
    )


def downgrade() -> None:
    with op.batch_alter_table("people") as batch_op:
        batch_op.drop_column("language")
