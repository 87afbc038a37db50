"""What became of sentences and claims when a text was revised."""

import sqlalchemy as sa
from alembic import op

revision = "0009_revisions"
down_revision = "0008_kept_copies"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sentence_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("old_start", sa.Integer(), nullable=True),
        sa.Column("old_end", sa.Integer(), nullable=True),
        sa.Column("new_start", sa.Integer(), nullable=True),
        sa.Column("new_end", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('same', 'moved', 'edited', 'split', 'merged', 'new', 'cut')",
            name=op.f("ck_sentence_changes_kind_known"),
        ),
        sa.CheckConstraint(
            "old_start IS NOT NULL OR new_start IS NOT NULL",
            name=op.f("ck_sentence_changes_about_something"),
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["versions.id"],
            name=op.f("fk_sentence_changes_version_id_versions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentence_changes")),
        sa.UniqueConstraint(
            "version_id", "ordinal", name=op.f("uq_sentence_changes_version_id_ordinal")
        ),
    )
    op.create_index(
        "ix_sentence_changes_version_id_kind",
        "sentence_changes",
        ["version_id", "kind"],
    )
    op.create_table(
        "carried_claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("fate", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.CheckConstraint(
            "fate IN ('same', 'moved', 'edited', 'ambiguous', 'lost')",
            name=op.f("ck_carried_claims_fate_known"),
        ),
        sa.CheckConstraint(
            "score BETWEEN 0 AND 100", name=op.f("ck_carried_claims_score_range")
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claims.id"], name=op.f("fk_carried_claims_claim_id_claims")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["versions.id"],
            name=op.f("fk_carried_claims_version_id_versions"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carried_claims")),
        sa.UniqueConstraint(
            "version_id", "claim_id", name=op.f("uq_carried_claims_version_id_claim_id")
        ),
    )
    op.create_index(op.f("ix_carried_claims_claim_id"), "carried_claims", ["claim_id"])
    with op.batch_alter_table("anchors", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("sure", sa.Boolean(), server_default=sa.true(), nullable=False)
        )
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.add_column(sa.Column("unconfirmed", sa.Text(), nullable=True))
        batch_op.create_check_constraint(
            op.f("ck_claims_unconfirmed_known"),
            "unconfirmed IN ('edited', 'ambiguous', 'lost')",
        )
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("created_by_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            op.f("fk_versions_created_by_id_people"),
            "people",
            ["created_by_id"],
            ["id"],
        )


def downgrade() -> None:
    with op.batch_alter_table("versions", schema=None) as batch_op:
        batch_op.drop_constraint(
            op.f("fk_versions_created_by_id_people"), type_="foreignkey"
        )
        batch_op.drop_column("created_by_id")
    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_constraint(op.f("ck_claims_unconfirmed_known"), type_="check")
        batch_op.drop_column("unconfirmed")
    with op.batch_alter_table("anchors", schema=None) as batch_op:
        batch_op.drop_column("sure")
    op.drop_table("carried_claims")
    op.drop_table("sentence_changes")
