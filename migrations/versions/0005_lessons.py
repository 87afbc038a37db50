"""What the desk learned from its own sorting, a line for each lesson."""

import sqlalchemy as sa
from alembic import op

revision = "0005_lessons"
down_revision = "0004_rows_of_tables"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lessons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("night", sa.Text(), nullable=True),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("began_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("sentences", sa.Integer(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("weights", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('begun', 'kept', 'no_better', 'too_little', 'forgotten')",
            name=op.f("ck_lessons_outcome_known"),
        ),
        sa.CheckConstraint(
            "claims BETWEEN 0 AND sentences",
            name=op.f("ck_lessons_claims_in_sentences"),
        ),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["people.id"], name=op.f("fk_lessons_actor_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lessons")),
        sa.UniqueConstraint("night", name=op.f("uq_lessons_night")),
    )


def downgrade() -> None:
    op.drop_table("lessons")
